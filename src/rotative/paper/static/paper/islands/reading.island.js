// A reader's own colours and size of text, kept in this browser and set before the page is drawn.
const root = document.documentElement;
const kept = (name) => { try { return localStorage.getItem(name) ?? ""; } catch { return ""; } };
const show = (name) => {
  const value = kept(name);
  if (value) root.dataset[name] = value; else delete root.dataset[name];
  for (const button of document.querySelectorAll(`[data-${name}-choice]`)) button.ariaPressed = String(button.getAttribute(`data-${name}-choice`) === value);
};
const choose = (name, value) => {
  try { if (value) localStorage.setItem(name, value); else localStorage.removeItem(name); } catch { return root.setAttribute(`data-${name}`, value); }
  show(name);
};
const names = ["theme", "text"];
names.forEach(show);
ready(() => names.forEach(show));
addEventListener("storage", () => names.forEach(show));
addEventListener("click", ({ target }) => {
  for (const name of names) {
    const button = target.closest?.(`[data-${name}-choice]`);
    if (button) choose(name, button.getAttribute(`data-${name}-choice`));
  }
});
