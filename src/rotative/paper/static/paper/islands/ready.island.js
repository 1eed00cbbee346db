// Runs a function once the page has been read. Shared by the islands below it.
const ready = (run) => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", run, { once: true }) : run());
// Runs a function once a reader sees the page: not while a browser prepares it unasked.
const seen = (run) => (document.prerendering ? document.addEventListener("prerenderingchange", () => ready(run), { once: true }) : ready(run));
