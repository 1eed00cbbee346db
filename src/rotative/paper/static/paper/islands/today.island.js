// Today's date above a story, by the reader's clock, in the paper's language.
ready(() => {
  for (const place of document.querySelectorAll("[data-today]")) {
    // Our English is written as in Britain.
    const language = document.documentElement.lang.replace(/^en$/, "en-GB");
    const date = new Intl.DateTimeFormat(language, { dateStyle: "full" }).format();
    place.textContent = date[0].toLocaleUpperCase(language) + date.slice(1);
  }
});
