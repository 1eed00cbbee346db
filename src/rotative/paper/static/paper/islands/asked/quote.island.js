// Words of a story, selected, become the quotation of a contribution. A module by itself, which is asked for at the first
// selection. On a telephone the button stands at the foot of the window, out of the way of the system's own menu.
const FROM = ".sheet__body, .standfirst, .essentials ul"; // where words can be quoted from
const BLOCKS = "p, li, h2, h3, h4, td, th, figcaption, blockquote";
const LONGEST = 1000;
const LINGERS = 250; // ms; a tap on the button may undo the selection first
const isTouch = matchMedia("(pointer: coarse)");
let words = "";

const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
// The words between two places, with a space between paragraphs; a selection may end beyond the text that it is of.
const within = (range, place) => {
  const whole = range.cloneRange();
  if (!place.contains(range.endContainer)) whole.setEnd(place, place.childNodes.length);
  const copy = whole.cloneContents();
  for (const own of copy.querySelectorAll(".quote-this")) own.remove();
  for (const block of copy.querySelectorAll(BLOCKS)) block.append(" ");
  return copy.textContent.replace(/\s+/g, " ").trim();
};
const chosen = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const place = element(range.startContainer).closest(FROM);
  const text = place ? within(range, place) : "";
  return text && text.length <= LONGEST ? { range, place, text } : null;
};

const styled = (part) => new Promise((go) => {
  if (document.querySelector(`link[href="${part.dataset.style}"]`)?.sheet) go();
  else document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: part.dataset.style, onload: go, onerror: go }));
});

export const offer = async (part) => {
  await styled(part);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--full quote-this", textContent: part.dataset.says, hidden: true });
  const show = () => {
    const found = chosen();
    if (!found) { setTimeout(() => { if (!chosen() && document.activeElement !== button) button.hidden = true; }, LINGERS); return; }
    words = found.text;
    // At the end of the paragraph where the selection ends: the next stop of the keyboard.
    const last = element(found.range.endContainer);
    const block = (found.place.contains(last) && last.closest(BLOCKS)) || found.place;
    if (button.parentElement !== block) block.append(button);
    button.hidden = false;
    button.classList.toggle("quote-this--foot", isTouch.matches);
    if (isTouch.matches) return;
    const lines = found.range.getClientRects();
    const line = lines[lines.length - 1] ?? found.place.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - button.offsetWidth - 8;
    const from = button.offsetParent.getBoundingClientRect();
    button.style.left = `${Math.max(8, Math.min(line.right - button.offsetWidth / 2, edge)) - from.left}px`;
    button.style.top = `${line.bottom - from.top + 8}px`;
  };
  const hide = () => { button.hidden = true; };
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("blur", () => { if (!chosen()) hide(); });
  button.addEventListener("click", async () => {
    hide();
    try {
      await (await import(part.dataset.asks)).quote(part, words);
    } catch {
      location.assign(part.dataset.page);
    }
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("selectionchange", show);
  show();
};
