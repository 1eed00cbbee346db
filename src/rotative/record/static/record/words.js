/* Choosing words of a text: by the selection, by word with the keyboard, or by dragging the ends.

   Places are counted as the desk counts them: in code points of the whole text, from where each piece says that it begins. */
window.rotativeWords = (() => {
  const TOKEN = /[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*['’]?|[^\s\p{L}\p{N}]/gu;

  const LETTER = /[\p{L}\p{N}]/u;

  /* The text as it is shown: its pieces, its characters, and where its words are. */
  const read = (prose) => {
    const pieces = [...prose.querySelectorAll("[data-at]")].map((element) => ({
      element,
      at: Number(element.dataset.at),
      chars: [...element.textContent],
    }));
    const chars = [];
    for (const { at, chars: own } of pieces) own.forEach((char, place) => (chars[at + place] = char));
    for (let place = 0; place < chars.length; place += 1) chars[place] ??= "\n";
    return { prose, pieces, chars, tokens: tokensOf(chars), starts: blocksOf(prose) };
  };

  const tokensOf = (chars) => {
    const tokens = [];
    let units = 0;
    let place = 0;
    for (const found of chars.join("").matchAll(TOKEN)) {
      for (; units < found.index; place += 1) units += chars[place].length;
      tokens.push({ start: place, end: place + [...found[0]].length });
    }
    return tokens;
  };

  const blocksOf = (prose) =>
    [...prose.children].map((block) => block.querySelector("[data-at]")).filter(Boolean).map((first) => Number(first.dataset.at));

  /* Where a place of the text is in the document. */
  const pointOf = (text, place, isEnd) => {
    const piece = text.pieces.find(({ at, chars }) => (isEnd ? at < place && place <= at + chars.length : at <= place && place < at + chars.length));
    if (!piece || !piece.element.firstChild) return null;
    return [piece.element.firstChild, piece.chars.slice(0, place - piece.at).join("").length];
  };

  const rangeOf = (text, start, end) => {
    const from = pointOf(text, start, false);
    const to = pointOf(text, end, true);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  };

  /* The place in the text of a point of the document; of one between pieces, the nearest piece's edge. */
  const placeOf = (text, node, offset) => {
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    const piece = text.pieces.find((each) => each.element === element);
    if (!piece) return null;
    const units = node.nodeType === Node.TEXT_NODE ? offset : offset && element.textContent.length;
    return piece.at + [...element.textContent.slice(0, units)].length;
  };

  /* What is selected in the text, out to whole words; null where nothing is. */
  const selected = (prose) => {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const text = read(prose);
    const touched = text.pieces.filter(({ element }) => range.intersectsNode(element));
    if (!touched.length) return null;
    const last = touched[touched.length - 1];
    const start = placeOf(text, range.startContainer, range.startOffset) ?? touched[0].at;
    const end = placeOf(text, range.endContainer, range.endOffset) ?? last.at + last.chars.length;
    const inside = text.tokens.filter((token) => token.end > start && token.start < end);
    return inside.length ? { start: inside[0].start, end: inside[inside.length - 1].end } : null;
  };

  const show = (name, ranges) => {
    if (!window.CSS || !CSS.highlights) return;
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  };

  /* Bring a place of the text into view, within its own box only. */
  const reveal = (prose, range) => {
    const box = prose.getBoundingClientRect();
    const place = range.getBoundingClientRect();
    if (place.top < box.top + 24 || place.bottom > box.bottom - 24) prose.scrollTop += place.top - box.top - prose.clientHeight / 3;
  };

  /* Mark some spans of a text, and show the first. */
  const point = (prose, spans) => {
    const text = read(prose);
    const ranges = spans.map(([start, end]) => rangeOf(text, start, end)).filter(Boolean);
    show("record-current", ranges);
    if (ranges.length) reveal(prose, ranges[0]);
  };

  /* Lets the words of a form be chosen in the text. */
  class Chooser {
    constructor(form, prose, near) {
      this.form = form;
      this.text = read(prose);
      this.field = form.querySelector("[data-words]");
      this.inputs = { start: form.querySelector("[data-start]"), end: form.querySelector("[data-end]") };
      this.box = form.querySelector("[data-words-chooser]");
      this.keys = form.querySelector("[data-words-keys]");
      this.begin(near);
      this.box.hidden = false;
      this.field.closest("[data-record-field]").classList.add("is-chosen");
      this.keys.addEventListener("keydown", (event) => this.press(event));
      for (const button of this.box.querySelectorAll("[data-move]")) {
        button.addEventListener("click", () => {
          const [edge, by] = button.dataset.move.split(" ");
          this.move(edge, Number(by));
        });
      }
      this.handles = ["start", "end"].map((edge) => this.handle(edge));
      this.follow = () => this.paint();
      window.addEventListener("resize", this.follow);
      this.paint();
    }

    /* Where the form says; else at what was last looked at; else at the first word. */
    begin(near) {
      const said = [this.inputs.start.value, this.inputs.end.value].map((value) => (value === "" ? NaN : Number(value)));
      const words = this.text.tokens.filter((token) => LETTER.test(this.text.chars[token.start]));
      const at = words.find((token) => token.start >= (near ?? 0)) || words[0] || this.text.tokens[0];
      this.start = Number.isNaN(said[0]) ? at.start : said[0];
      this.end = Number.isNaN(said[1]) ? at.end : said[1];
    }

    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const block = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by) this.move(event.shiftKey ? "start" : "end", by);
      else if (block) this.jump(block);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    /* Move an end by a word; one word is always left. */
    move(edge, by) {
      const edges = this.text.tokens.map((token) => token[edge]);
      const beyond = by > 0 ? edges.find((place) => place > this[edge]) : edges.filter((place) => place < this[edge]).pop();
      if (beyond !== undefined) this.set(edge, beyond);
    }

    set(edge, place) {
      if (edge === "start" ? place < this.end : place > this.start) {
        this[edge] = place;
        this.paint();
      }
    }

    /* To the first word of another paragraph. */
    jump(by) {
      const here = this.text.starts.filter((start) => start <= this.start).length - 1;
      const start = this.text.starts[Math.min(Math.max(here + by, 0), this.text.starts.length - 1)];
      const token = this.text.tokens.find((each) => each.start >= start);
      if (!token) return;
      this.start = token.start;
      this.end = token.end;
      this.paint();
    }

    handle(edge) {
      const handle = document.createElement("span");
      handle.className = `record-handle is-${edge}`;
      handle.setAttribute("aria-hidden", "true");
      handle.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        handle.setPointerCapture(event.pointerId);
      });
      handle.addEventListener("pointermove", (event) => {
        if (handle.hasPointerCapture(event.pointerId)) this.drag(edge, event);
      });
      this.text.prose.append(handle);
      return handle;
    }

    drag(edge, event) {
      const [node, offset] = under(this.handles, event);
      const place = node && this.text.prose.contains(node) ? placeOf(this.text, node, offset) : null;
      if (place === null) return;
      const edges = this.text.tokens.map((token) => token[edge]);
      this.set(edge, edges.reduce((best, each) => (Math.abs(each - place) < Math.abs(best - place) ? each : best), edges[0]));
    }

    paint() {
      const words = this.text.chars.slice(this.start, this.end).join("");
      this.inputs.start.value = this.start;
      this.inputs.end.value = this.end;
      this.field.value = words;
      this.keys.querySelector("[data-words-shown]").textContent = words;
      const range = rangeOf(this.text, this.start, this.end);
      show("record-chosen", range ? [range] : []);
      if (!range) return;
      reveal(this.text.prose, range);
      this.place(range);
    }

    place(range) {
      const { prose } = this.text;
      const box = prose.getBoundingClientRect();
      const lines = range.getClientRects();
      const ends = [lines[0], lines[lines.length - 1]];
      if (!ends[0]) return;
      this.handles.forEach((handle, number) => {
        const line = ends[number];
        handle.style.left = `${(number ? line.right : line.left) - box.left + prose.scrollLeft}px`;
        handle.style.top = `${line.top - box.top + prose.scrollTop}px`;
        handle.style.height = `${line.height}px`;
      });
    }

    close() {
      window.removeEventListener("resize", this.follow);
      show("record-chosen", []);
      for (const handle of this.handles) handle.remove();
    }
  }

  /* The text under a pointer: what is dragged lies over it. */
  const under = (handles, { clientX, clientY }) => {
    for (const handle of handles) handle.style.pointerEvents = "none";
    const found = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(clientX, clientY)
      : document.caretRangeFromPoint(clientX, clientY);
    for (const handle of handles) handle.style.pointerEvents = "";
    if (!found) return [null, 0];
    return [found.offsetNode || found.startContainer, found.offset ?? found.startOffset];
  };

  return { Chooser, point, selected };
})();
