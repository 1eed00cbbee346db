// Likes in place, and takes it back: the like's own address knows what this reader said before, even on
// an earlier visit. It is asked when the button is pressed, for the token of this one write.
const ask = async (...request) => {
  const answer = await fetch(...request);
  if (!answer.ok) throw answer.status;
  return answer;
};
const turn = async (link) => {
  const headers = { Accept: "application/json" };
  const before = await (await ask(link.href, { cache: "no-store", headers })).json();
  const body = new URLSearchParams({ csrfmiddlewaretoken: before.token, want: before.liked ? 0 : 1 });
  const after = await (await ask(link.href, { method: "POST", body, headers })).json();
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
