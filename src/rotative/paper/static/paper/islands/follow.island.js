// Follows in place, and stops: as for a like, the follow's own address is asked when the link is pressed.
// Who has not signed in is taken there.
const follow = async (link) => {
  const headers = { Accept: "application/json" };
  const asked = await fetch(link.href, { cache: "no-store", headers });
  const before = await asked.json();
  if (before.url) return location.assign(before.url);
  if (!asked.ok) throw asked.status;
  // The page did not know: what is followed already is shown to be so, and not dropped.
  if (before.followed && link.ariaPressed === "false") return (link.ariaPressed = "true");
  const body = new URLSearchParams({ csrfmiddlewaretoken: before.token, want: before.followed ? 0 : 1 });
  const answer = await fetch(link.href, { method: "POST", body, headers });
  if (!answer.ok) throw answer.status;
  const { followed } = await answer.json();
  link.ariaPressed = String(followed);
};
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-follow]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  follow(link).catch(() => location.assign(link.href)).finally(() => link.removeAttribute("aria-busy"));
});
ready(() => {
  for (const link of document.querySelectorAll("a[data-follow]")) {
    link.role = "button";
    link.ariaPressed = "false";
    link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); link.click(); } });
  }
});
