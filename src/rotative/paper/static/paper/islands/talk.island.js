// What readers answer is asked for when a reader comes near it: its script is not in what all pages load. So is what quotes
// a story, once words of it are selected.
seen(() => {
  const watch = new IntersectionObserver((parts) => {
    for (const { isIntersecting, target } of parts) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      import(target.dataset.asks).then(({ open }) => open(target)).catch(() => {});
    }
  }, { rootMargin: "150%" });
  for (const part of document.querySelectorAll("[data-asks]")) watch.observe(part);
  const part = document.querySelector("[data-quotes]");
  const select = () => {
    if (getSelection().isCollapsed) return;
    document.removeEventListener("selectionchange", select);
    import(part.dataset.quotes).then(({ offer }) => offer(part)).catch(() => {});
  };
  if (part) document.addEventListener("selectionchange", select);
});
