/* The queue by keyboard: a page's own keys press its buttons and links, j and k go through a list, ? says which there are.
   Keys count only within the list or the contribution, which has the focus when the page opens; never while one types.
   An open contribution is held for its moderator, and left when the page is. Without script all of it is buttons and links. */
(() => {
  // A ground brings a sentence to begin with; what somebody typed stays. It is selected when it is reached: typing takes its place.
  for (const ground of document.querySelectorAll("select[name=ground]")) {
    const because = ground.form.elements.because;
    let brought = "";
    ground.addEventListener("change", () => {
      if (because.value.trim() && because.value !== brought) return;
      brought = because.value = ground.selectedOptions[0]?.dataset.reason ?? "";
    });
    because.addEventListener("focus", () => { if (brought && because.value === brought) because.select(); });
  }

  const keyed = document.querySelector("[data-keyed]");
  const list = document.querySelector("[data-keys-list]");
  if (!keyed) return;
  const rows = [...document.querySelectorAll("[data-row]")];
  let at = -1;

  const isTyping = (target) => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const isWithin = (target) => keyed.contains(target) || Boolean(target.closest(".talk-lately, .talk-head, .talk-bulk, .talk-tabs"));

  const go = (number) => {
    at = Math.min(Math.max(number, 0), rows.length - 1);
    rows[at]?.focus();
    rows[at]?.scrollIntoView({ block: "nearest" });
  };

  // What wants a ground is led to it first; with both filled in, it is sent.
  const press = (target) => {
    if (target.matches("input")) return target.focus();
    const form = target.form;
    if (target.dataset.wants && form) {
      const missing = [form.elements.ground, form.elements.because].find((field) => field && !field.value.trim());
      form.dataset.chosen = target.value;
      if (missing) {
        missing.focus();
        return missing.scrollIntoView({ block: "center" });
      }
    }
    target.click();
    if (target.matches("summary")) target.parentElement.querySelector("select")?.focus();
    return undefined;
  };

  const tell = () => {
    const told = list.querySelector("dl");
    told.replaceChildren();
    const pairs = [...document.querySelectorAll("[data-key][data-says]")].map((each) => [each.dataset.key, each.dataset.says]);
    for (const [key, says] of [...pairs, ...(rows.length ? [["j k", "↓ ↑"], ["Enter", "→"]] : [])]) {
      const dt = document.createElement("dt");
      const dd = document.createElement("dd");
      dt.append(document.createElement("kbd"));
      dt.firstChild.textContent = key;
      dd.textContent = says;
      told.append(dt, dd);
    }
    list.showModal();
  };

  const opener = document.querySelector("[data-keys-open]");
  if (opener && list) {
    opener.hidden = false;
    opener.addEventListener("click", tell);
  }

  const all = document.querySelector("[data-all]");
  if (all) {
    all.hidden = false;
    document.querySelector("[data-all-says]").hidden = false;
    all.addEventListener("change", () => {
      for (const box of document.querySelectorAll("[data-row] input[type=checkbox]:not(:disabled)")) box.checked = all.checked;
    });
  }

  document.addEventListener("focusin", (event) => {
    const number = rows.indexOf(event.target.closest("[data-row]"));
    if (number >= 0) at = number;
  });

  document.addEventListener("keydown", (event) => {
    if (list?.open) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.form?.matches("[data-decide]")) {
      const form = event.target.form;
      const against = form.querySelector(`[data-wants][value="${form.dataset.chosen || ""}"]`) || form.querySelector("[data-wants]");
      if (against) form.requestSubmit(against);
      return event.preventDefault();
    }
    if (event.key === "Escape" && isTyping(event.target) && keyed.contains(event.target)) return keyed.focus();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || !isWithin(event.target)) return undefined;
    const row = rows[at];
    if (event.key === "j" && rows.length) go(at + 1);
    else if (event.key === "k" && rows.length) go(at - 1);
    else if (event.key === "Enter" && event.target === row) row.querySelector("[data-open]")?.click();
    else if (event.key === "t" && all) all.click();
    else if (event.key === " " && event.target === row) row.querySelector("input[type=checkbox]")?.click();
    else {
      const target = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key && !each.hidden);
      if (!target) return undefined;
      press(target);
    }
    return event.preventDefault();
  });

  // ── An open contribution ─────────────────────────────────────────────────────

  const { hold, leave, seen } = keyed.dataset;
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  const notice = document.querySelector("[data-notice]");

  const send = (address) => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", token);
    body.set("seen", seen);
    return fetch(address, { method: "POST", body, keepalive: true, headers: { "X-CSRFToken": token } });
  };

  const renew = async () => {
    if (document.hidden) return;
    try {
      const { taken, changed } = await (await send(hold)).json();
      notice.textContent = taken || changed || "";
      notice.hidden = !notice.textContent;
    } catch {
      /* The desk is away: the turn ends by itself. */
    }
  };

  if (hold && token && !("taken" in keyed.dataset)) {
    setInterval(renew, 60_000);
    window.addEventListener("pageshow", (event) => event.persisted && renew());
    window.addEventListener("pagehide", () => send(leave));
  }

  if (document.querySelector(".w-field__errors li, .error-message, [aria-invalid=true]")) document.querySelector("[aria-invalid=true], .w-field--error select, .w-field--error textarea")?.focus();
  else if (rows.length) go(0);
  else if (keyed.hasAttribute("tabindex")) keyed.focus({ preventScroll: true });
})();
