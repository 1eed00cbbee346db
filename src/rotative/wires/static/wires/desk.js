/* Stops a text that is too large to be sent while it still stands in its field. */
(() => {
  const field = document.querySelector("[data-most-bytes]");
  const sentence = document.getElementById("wires-too-large");
  if (!field || !sentence) return;

  const isTooLarge = () => new Blob([field.value]).size > Number(field.dataset.mostBytes);

  const say = () => {
    field.form.querySelector("[role=alert]")?.remove();
    field.form.prepend(sentence.content.cloneNode(true));
    field.form.querySelector("[role=alert]").scrollIntoView({ block: "center" });
  };

  // Before the button hears of it, which would wait for an answer.
  field.form.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest("[type=submit]") || !isTooLarge()) return;
      event.preventDefault();
      event.stopPropagation();
      say();
    },
    true,
  );
})();
