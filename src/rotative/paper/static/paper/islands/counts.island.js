// Numbers of readers, which come after the page because the page is the same for all.
const round = (number) => new Intl.NumberFormat(document.documentElement.lang, number < 10000 ? {} : { notation: "compact", maximumSignificantDigits: 3 }).format(number);
const setCount = (place, number) => {
  place.dataset.number = number;
  place.textContent = number ? round(number) : "";
};
// The story's numbers are in one file, the paper's in another, which is fetched when the reader comes near the foot.
const fill = async (part) => {
  if (!part.dataset.counts) return;
  const counts = await fetch(part.dataset.counts).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
  for (const place of part.querySelectorAll("[data-count]")) {
    if (counts[place.dataset.count] !== undefined && !place.dataset.number) setCount(place, counts[place.dataset.count]);
  }
};
seen(() => {
  const watch = new IntersectionObserver((parts) => {
    for (const { isIntersecting, target } of parts) {
      if (isIntersecting) {
        watch.unobserve(target);
        fill(target);
      }
    }
  }, { rootMargin: "400px" });
  for (const part of document.querySelectorAll("[data-counts]")) watch.observe(part);
});
// A like tells its new number here.
addEventListener("liked", ({ target, detail }) => {
  const place = target.querySelector("[data-count]");
  if (place) setCount(place, detail);
});
