// Likes in place, and takes it back: the like's own page holds the form, which knows what this reader
// said before, even on an earlier visit. It is fetched when it is needed.
const ask = async (...request) => {
  const answer = await fetch(...request);
  if (!answer.ok) throw answer.status;
  return answer;
};
const turn = async (link) => {
  const page = await (await ask(link.href, { cache: "no-store" })).text();
  const form = new DOMParser().parseFromString(page, "text/html").querySelector("form[data-liked]");
  const body = new URLSearchParams(new FormData(form));
  const where = new URL(form.getAttribute("action"), link.href);
  const after = await (await ask(where, { method: "POST", body, headers: { Accept: "application/json" } })).json();
  link.ariaPressed = String(after.liked);
  link.dispatchEvent(new CustomEvent("liked", { bubbles: true, detail: after.likes }));
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
