// Opens the drawer that a link names, and fills it with its panel the first time.
const fill = async (drawer) => {
  const place = drawer.lastElementChild;
  if (!drawer.dataset.panel || place.childElementCount) return;
  place.ariaBusy = "true";
  try {
    const answer = await fetch(drawer.dataset.panel);
    if (!answer.ok) throw answer.status;
    const panel = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    place.replaceChildren(...panel.childNodes);
  } catch {
    if (drawer.dataset.page) location.assign(drawer.dataset.page);
  }
  place.removeAttribute("aria-busy");
};
addEventListener("click", (event) => {
  const { target } = event;
  if (target.matches?.("dialog[open]")) {
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const within = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!within) target.close();
    return;
  }
  const link = target.closest?.("[data-drawer]");
  const drawer = link && document.getElementById(link.dataset.drawer);
  if (!drawer?.showModal || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  // A search without its panel is still a search; a list without its panel is its page.
  if (link.href && drawer.id !== "search") drawer.dataset.page = link.href;
  drawer.showModal();
  fill(drawer);
});
