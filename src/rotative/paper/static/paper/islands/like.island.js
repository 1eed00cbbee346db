// Likes in place, and takes it back: the like's own page holds the form, and is fetched when it is needed.
const read = async (answer) => {
  if (!answer.ok) throw answer.status;
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form[data-liked]");
};
const turn = async (link) => {
  const form = await read(await fetch(link.href, { cache: "no-store" }));
  const want = link.ariaPressed === "true" ? "0" : "1";
  const body = new URLSearchParams(new FormData(form));
  body.set("want", want);
  const after = await read(await fetch(new URL(form.getAttribute("action"), link.href), { method: "POST", body }));
  link.ariaPressed = String(after.dataset.liked === "1");
  link.dispatchEvent(new CustomEvent("liked", { bubbles: true, detail: Number(after.dataset.number) }));
};
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-like]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  turn(link).catch(() => location.assign(link.href)).finally(() => link.removeAttribute("aria-busy"));
});
ready(() => {
  for (const link of document.querySelectorAll("a[data-like]")) {
    link.role = "button";
    link.ariaPressed = "false";
    link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); link.click(); } });
  }
});
