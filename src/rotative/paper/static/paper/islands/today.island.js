// Today's date above a story, by the reader's clock, in the paper's language.
ready(() => {
  for (const place of document.querySelectorAll("[data-today]")) {
    // Our English is written as in Britain, without the comma that some browsers put.
    const language = document.documentElement.lang.replace(/^en$/, "en-GB");
    const said = new Intl.DateTimeFormat(language, { dateStyle: "full" }).format();
    const date = language === "en-GB" ? said.replace(",", "") : said;
    place.textContent = date[0].toLocaleUpperCase(language) + date.slice(1);
  }
});
