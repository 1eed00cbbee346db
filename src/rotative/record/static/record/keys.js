/* Cards that are decided by one key: j and k go from one to the next, a card's own keys press its buttons, z undoes the last.
   Keys count only while a card, or the list of what was decided, has the focus. Without script the buttons are there all the same. */
(() => {
  const cards = [...document.querySelectorAll("[data-register-card]")];
  const undo = document.querySelector("[data-register-undo]");
  let at = 0;

  const go = (number) => {
    at = Math.min(Math.max(number, 0), cards.length - 1);
    cards[at].focus();
    cards[at].scrollIntoView({ block: "nearest" });
  };

  const press = (button) => {
    if (!button || button.disabled) return;
    for (const each of document.querySelectorAll("[data-register-key], [data-register-undo]")) if (each !== button) each.disabled = true; // Asked once.
    button.form.requestSubmit(button);
  };

  document.addEventListener("focusin", (event) => {
    const number = cards.indexOf(event.target.closest("[data-register-card]"));
    if (number >= 0) at = number;
  });

  document.addEventListener("keydown", (event) => {
    const card = event.target.closest("[data-register-card]");
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !(card || event.target.closest(".register-lately"))) return;
    if (event.key === "z") press(undo);
    else if (!cards.length) return;
    else if (event.key === "j") go(card ? at + 1 : at);
    else if (event.key === "k") go(at - 1);
    else if (card && /^[a-z]$/.test(event.key)) press(card.querySelector(`[data-register-key="${event.key}"]`));
    else return;
    event.preventDefault();
  });

  // The page comes back after a decision: the next card is the first; when it was the last one, it may be undone.
  if (cards.length) cards[0].focus({ preventScroll: true });
  else if (document.querySelector(".messages li")) undo?.focus({ preventScroll: true });
})();
