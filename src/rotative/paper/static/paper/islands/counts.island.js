// Numbers of readers, which come after the page because the page is the same for all.
const round = (number) => new Intl.NumberFormat(document.documentElement.lang, number < 10000 ? {} : { notation: "compact", maximumSignificantDigits: 3 }).format(number);
const setCount = (place, number) => {
  place.dataset.number = number;
  place.textContent = number ? round(number) : "";
};
seen(async () => {
  const url = [...document.querySelectorAll("[data-counts]")].map((part) => part.dataset.counts).find(Boolean);
  if (!url) return;
  const counts = await fetch(url).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
  for (const place of document.querySelectorAll("[data-count]")) {
    if (counts[place.dataset.count] !== undefined && !place.dataset.number) setCount(place, counts[place.dataset.count]);
  }
});
// A like tells its new number here.
addEventListener("liked", ({ target, detail }) => {
  const place = target.querySelector("[data-count]");
  if (place) setCount(place, detail);
});
