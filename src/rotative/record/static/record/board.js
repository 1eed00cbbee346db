/* Arrows move between the cells of a table of positions; Enter follows the cell's link, as any link. */
(() => {
  const board = document.querySelector("[data-register-board]");
  if (!board) return;
  const rows = [...board.rows].map((row) => [...row.querySelectorAll("[data-register-cell]")]).filter((cells) => cells.length);
  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  const place = (cell) => {
    const row = rows.findIndex((cells) => cells.includes(cell));
    return [row, row < 0 ? -1 : rows[row].indexOf(cell)];
  };

  const target = (key, [row, column]) => {
    if (key === "Home") return rows[row][0];
    if (key === "End") return rows[row].at(-1);
    const step = STEPS[key];
    return step && rows[row + step[0]]?.[column + step[1]];
  };

  board.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [row, column] = place(event.target.closest("[data-register-cell]"));
    const next = row >= 0 && target(event.key, [row, column]);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // Coming back from a cell, one goes on from there.
  const came = location.hash && document.getElementById(location.hash.slice(1));
  if (came?.matches("[data-register-cell]")) came.focus();
})();
