// Tells that a story was read, once, after five seconds in sight. Nothing says by whom.
const SECONDS = 5;
seen(() => {
  const url = document.querySelector("[data-read]")?.dataset.read;
  if (!url) return;
  let left = SECONDS;
  const clock = setInterval(() => {
    if (document.visibilityState !== "visible" || --left > 0) return;
    clearInterval(clock);
    navigator.sendBeacon(url);
  }, 1000);
});
