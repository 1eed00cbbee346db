/* The panel beside a story: items are gone through with one key each, decided without leaving the page, and read again.

   Everything is a form or a link that works without this. Keys count only while the focus is in the panel and in no field. */
(() => {
  const HEADERS = { "X-Record-Panel": "1", "X-Requested-With": "XMLHttpRequest" };
  const FIELD = "input, textarea, select, [contenteditable=true]";
  const ADDS = { s: "statement", e: "event", p: "appearance" };
  const MOVES = { j: 1, k: -1 };
  const ARROWS = { ArrowDown: 1, ArrowUp: -1 };
  const POLL = 1500;
  const UNANSWERED = 3; // asked so often in vain, it is said

  class Panel {
    constructor(place) {
      this.place = place;
      this.isEditor = place.dataset.recordPlace === "editor";
      this.slot = place.querySelector("[data-record-slot]") || place;
      this.current = "";
      this.decided = []; // what may be undone, in order
      this.isGoingOn = false; // whether the item was come to by deciding the one before it
      place.classList.add("has-script");
      this.sending = Promise.resolve();
      this.left = 0;
      this.unanswered = 0;
      this.looking = window.rotativeLooking(() => poll(this), POLL);
      place.addEventListener("keydown", (event) => this.press(event));
      place.addEventListener("submit", (event) => this.submit(event));
      place.addEventListener("click", (event) => this.click(event));
      place.addEventListener("focusin", (event) => this.look(event.target.closest("[data-item]")));
      place.addEventListener("input", (event) => this.offerNames(event));
      if (this.root) this.settle(!location.hash || location.hash.slice(1) in this.byId());
    }

    get root() {
      return this.slot.querySelector("[data-record-review]");
    }

    get items() {
      return this.root ? [...this.root.querySelectorAll("[data-item]")] : [];
    }

    get item() {
      return this.items.find((item) => item.id === this.current) || null;
    }

    get prose() {
      return this.root && this.root.querySelector("[data-record-text]");
    }

    get form() {
      return this.root && this.root.querySelector("[data-record-mending]");
    }

    byId() {
      return Object.fromEntries(this.items.map((item) => [item.id, item]));
    }

    /* ── What is shown ─────────────────────────────────────────────────────── */

    async load(address, isAsked = true) {
      if (isAsked) this.isOffline = false;
      await this.sending; // the answer to what was sent before would take its place
      const answer = await this.ask(address);
      if (answer && (isAsked || !this.form)) this.show(answer, isAsked); // a form may have been opened meanwhile
    }

    async reload(isAsked = false) {
      if (this.root) await this.load(this.root.dataset.address, isAsked);
    }

    /* What the desk answers, if it is the panel: a page to sign in, say, is not. */
    async ask(address, options = {}) {
      try {
        const answer = await fetch(address, { credentials: "same-origin", ...options, headers: HEADERS });
        const body = document.createElement("template");
        body.innerHTML = await answer.text();
        const root = body.content.querySelector("[data-record-review]");
        if (root) return root;
        if ([403, 404].includes(answer.status) && this.root && address !== this.root.dataset.address) return await this.ask(this.root.dataset.address);
      } catch {
        // It is told below, as any answer that is none.
      }
      this.tellOffline();
      return null;
    }

    tellOffline() {
      this.isOffline = true; // told until something else is sent, whatever is shown meanwhile
      const told = this.slot.querySelector("[data-record-offline]") || this.place.querySelector("[data-record-unreachable]");
      if (told) told.hidden = false;
      for (const item of this.items) item.classList.remove("is-sent");
    }

    tellOnline() {
      this.isOffline = false;
      for (const told of this.place.querySelectorAll("[data-record-offline], [data-record-unreachable]")) told.hidden = true;
    }

    show(root, isAsked) {
      const scrolled = this.prose ? this.prose.scrollTop : 0;
      const hadFocus = isAsked || this.slot.contains(document.activeElement);
      this.slot.replaceChildren(root);
      if (this.prose) this.prose.scrollTop = scrolled;
      this.settle(hadFocus);
    }

    /* Show what became of one item, and leave the form in which something is being written. */
    update(root, item) {
      const old = item && this.byId()[item.id];
      const now = item && root.querySelector(`#${item.id}`);
      if (old && now) old.replaceWith(now);
    }

    /* Make what was just put there ready to be gone through. */
    settle(hasFocus) {
      const named = location.hash.slice(1);
      if (this.isGoingOn && this.item && !isOpen(this.item)) this.current = (this.next(1, isOpen) || this.item).id; // decided along with another
      const first = this.item || this.byId()[named] || this.items.find(isOpen) || this.items[0];
      this.chooser = this.chooser && this.chooser.close();
      const near = first && (spansOf(first)[0] || [0, Number(first.dataset.near)]);
      if (first) this.look(first);
      if (this.form) this.open(near);
      if (this.isOffline) this.slot.querySelector("[data-record-offline]").hidden = false;
      if (hasFocus) this.focus();
      watch(this);
    }

    open(near) {
      const words = this.form.querySelector("[data-words-chooser]");
      if (words && this.prose) this.chooser = new window.rotativeWords.Chooser(this.form, this.prose, near && near[1]);
      const names = this.form.querySelector("[data-actors]");
      if (names) names.setAttribute("list", "record-actors");
    }

    focus() {
      const wrong = this.form && this.form.querySelector("[aria-invalid=true]:not([data-words])");
      const field = this.form && (wrong || this.form.querySelector("[data-words-chooser]:not([hidden]) [data-words-keys]") || this.form.querySelector("textarea, select, input:not([type=hidden])"));
      const target = field || this.item || this.prose;
      if (!target) return;
      target.focus({ preventScroll: true });
      (field || target).scrollIntoView({ block: "nearest" });
    }

    /* This is the item that keys mean. */
    look(item) {
      if (!item || (this.current === item.id && item.tabIndex === 0)) return;
      for (const each of this.items) each.tabIndex = each === item ? 0 : -1;
      this.current = item.id;
      if (this.prose) window.rotativeWords.point(this.prose, spansOf(item));
    }

    go(item) {
      if (!item) return;
      this.look(item);
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }

    next(by, where = () => true) {
      const { items } = this;
      const at = items.findIndex((item) => item.id === this.current);
      const order = by > 0 ? items.slice(at + 1) : items.slice(0, Math.max(at, 0)).reverse();
      return order.find(where);
    }

    /* ── What is pressed ───────────────────────────────────────────────────── */

    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape" && this.form) {
        event.preventDefault();
        event.stopPropagation();
        this.reload(true);
      } else if (!event.target.matches(FIELD) && this.key(event)) event.preventDefault();
    }

    key(event) {
      const isInList = event.target.matches("[data-item]");
      const by = MOVES[event.key] || (isInList && ARROWS[event.key]);
      if (by) this.move(by);
      else if (event.key === "u") this.undo();
      else if (ADDS[event.key]) this.add(ADDS[event.key]);
      else if (["a", "r", "m"].includes(event.key)) this.verb(event.key);
      else return false;
      return true;
    }

    move(by) {
      this.isGoingOn = false;
      this.go(this.next(by));
    }

    verb(key) {
      const control = this.item && this.item.querySelector(`[data-key="${key}"]`);
      if (control) control.click();
    }

    /* Take back what was decided last; of an item that was gone to, what was decided of it. */
    undo() {
      const { item } = this;
      const isThis = item && !this.isGoingOn && item.dataset.state !== "suggested";
      const last = isThis ? item.id : this.decided[this.decided.length - 1];
      const found = last && this.byId()[last];
      if (!found || !found.querySelector("[data-record-form]")) return;
      this.decided = this.decided.filter((id) => id !== last);
      this.go(found);
      this.send(found.querySelector("[data-record-form]"), "take-back", found);
    }

    add(kind) {
      const link = this.root && this.root.querySelector(`[data-add="${kind}"]`);
      if (link) this.load(link.href + this.chosen());
    }

    chosen() {
      const span = this.prose && window.rotativeWords.selected(this.prose);
      return span ? `?start=${span.start}&end=${span.end}` : "";
    }

    click(event) {
      const link = event.target.closest("a");
      const goes = link && (link.dataset.goes || (link.dataset.key === "m" && "mend") || (link.dataset.add && "add") || ("cancel" in link.dataset && "cancel"));
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button || !goes) return;
      event.preventDefault();
      this.isGoingOn = false;
      if (link.dataset.goes) this.go(this.byId()[link.dataset.goes]);
      else if (goes === "add") this.add(link.dataset.add);
      else if (goes === "cancel") this.reload(true);
      else this.mend(link);
    }

    mend(link) {
      const item = link.closest("[data-item]");
      this.look(item);
      if (this.isEditor && item.dataset.kind === "essential" && window.rotativeOffers.rewrite(item)) return;
      this.load(link.href);
    }

    submit(event) {
      const form = event.target.closest("[data-record-form]");
      if (!form) return;
      event.preventDefault();
      const item = form.closest("[data-item]");
      const verb = event.submitter && event.submitter.name === "verb" ? event.submitter.value : "";
      if (!verb) this.send(form, "", item);
      else if (verb === "take-back") {
        this.decided = this.decided.filter((id) => id !== item.id);
        this.send(form, verb, item);
      } else this.decide(form, verb, item);
    }

    /* Sent, and gone on to the next before the answer is there. */
    decide(form, verb, item) {
      const takes = verb === "take" && this.isEditor && window.rotativeOffers.put(item.dataset.text);
      this.decided = [...this.decided.filter((id) => id !== item.id), item.id];
      this.look(item);
      this.send(form, takes ? "accept" : verb, item);
      this.go(this.next(1, isOpen) || item);
      this.isGoingOn = true;
    }

    /* One after the other; what is shown waits for the last, or for what went wrong. */
    send(form, verb, item) {
      const data = new FormData(form);
      if (verb) data.set("verb", verb);
      this.isOffline = false;
      if (item) item.classList.add("is-sent");
      this.left += 1;
      this.sending = this.sending.then(async () => {
        const root = await this.ask(form.action, { method: "POST", body: data });
        this.left -= 1;
        const isWrong = root && root.querySelector("[role=alert]:not([hidden])");
        if (isWrong && item) this.current = item.id;
        if (root && this.form && this.form !== form) this.update(root, item);
        else if (root && (isWrong || !this.left)) this.show(root, !verb || Boolean(isWrong));
        if (root && item && item.dataset.kind === "essential") document.dispatchEvent(new CustomEvent("record:changed"));
      });
    }

    /* ── Names of the paper ────────────────────────────────────────────────── */

    offerNames(event) {
      const field = event.target.closest("[data-actors]");
      if (!field) return;
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.fillNames(field), 150);
    }

    async fillNames(field) {
      const query = new URLSearchParams({ q: field.value, kind: field.form.elements.kind.value });
      try {
        const answer = await fetch(`${this.root.dataset.names}?${query}`, { credentials: "same-origin" });
        const { actors } = await answer.json();
        document.getElementById("record-actors").replaceChildren(...actors.map(optionOf));
      } catch {
        // Names are only offered: what is typed is understood, or refused with a sentence, when it is sent.
      }
    }
  }

  /* Whether an item asks for something: a suggestion, or what was accepted and lost its words. */
  const isOpen = (item) => (item.dataset.state === "suggested" || item.classList.contains("is-flagged")) && !item.classList.contains("is-sent");

  const optionOf = ({ value, label }) => Object.assign(document.createElement("option"), { value, label });

  const spansOf = (item) =>
    item.dataset.spans
      .split(" ")
      .filter(Boolean)
      .map((span) => span.split("-").map(Number));

  /* ── Whether it is read ──────────────────────────────────────────────────── */

  const watch = (panel) => {
    if (panel.root && "moving" in panel.root.dataset) panel.looking.start();
    else panel.looking.stop();
  };

  const poll = async (panel) => {
    const { root } = panel;
    if (!root || panel.form || panel.left) return; // nothing that is being filled in is replaced
    const state = await stateAt(root.dataset.state);
    if (state && panel.unanswered >= UNANSWERED) panel.tellOnline();
    panel.unanswered = state ? 0 : panel.unanswered + 1;
    if (panel.unanswered === UNANSWERED) panel.tellOffline();
    if (!state || state.mark === root.dataset.mark || panel.root !== root || panel.form) return;
    await panel.reload();
    document.dispatchEvent(new CustomEvent("record:changed"));
  };

  const stateAt = async (address) => {
    try {
      return await (await fetch(address, { credentials: "same-origin" })).json();
    } catch {
      return null; // it is asked again
    }
  };

  /* ── Where it is ─────────────────────────────────────────────────────────── */

  const storyOf = () => {
    const form = document.querySelector("form[data-edit-form]");
    const found = form && /\/pages\/(\d+)\/edit\//.exec(form.action);
    return found && found[1];
  };

  const openBeside = (panel, isAsked) => {
    const pk = storyOf();
    if (!pk) return;
    const address = panel.place.dataset.address.replace("/0/", `/${pk}/`);
    const page = panel.place.querySelector("[data-record-page]");
    page.href = address;
    page.hidden = page.parentElement.hidden = false;
    panel.load(address, isAsked);
  };

  const stand = (place) => {
    const panel = new Panel(place);
    const side = place.closest("[data-side-panel]");
    if (!side) return;
    side.addEventListener("show", () => openBeside(panel, document.readyState === "complete"));
    side.addEventListener("hide", () => {
      if (place.contains(document.activeElement)) document.querySelector("[data-side-panel-toggle=record]").focus();
    });
    document.addEventListener("w-autosave:success", () => {
      if (!side.hidden && !panel.form) openBeside(panel, false);
    });
    if (!side.hidden) openBeside(panel, false);
  };

  const start = () => document.querySelectorAll("[data-record-place]").forEach(stand);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
