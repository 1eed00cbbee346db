/* Points for the essentials, offered under their field in the editor of a story: taken, rewritten, or left. */
window.rotativeOffers = (() => {
  const FIELD = "essentials";
  const KEYS = { a: "take", m: "rewrite", r: "leave" };
  const LOOK_AGAIN = 3000;

  const side = () => document.querySelector("[data-record-place=editor]");

  const addressOf = (name) => {
    const form = document.querySelector("form[data-edit-form]");
    const found = form && /\/pages\/(\d+)\/edit\//.exec(form.action);
    return found && side() && side().dataset[name].replace("/0/", `/${found[1]}/`);
  };

  /* The list of points in the form, as Wagtail keeps it. */
  const stream = () => {
    const panel = window.wagtail && window.wagtail.editHandler && window.wagtail.editHandler.getPanelByName(FIELD);
    const widget = panel && panel.getBoundWidget();
    return widget && (widget.block || widget);
  };

  /* Put a point last in the form. The block; null where the form has no room, or no such field. */
  const put = (text) => {
    const list = stream();
    if (!list) return null;
    const same = list.children.find((child) => child.getValue().value === text);
    const most = list.blockDef.meta.maxNum;
    if (same || (typeof most === "number" && list.children.length >= most)) return same || null;
    list.insert({ type: "essential", value: text, id: crypto.randomUUID() }, list.children.length, { animate: false, focus: false });
    return list.children[list.children.length - 1];
  };

  const send = async (form, address, fields) => {
    const data = new FormData(form);
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    try {
      const answer = await fetch(address, { method: "POST", body: data, credentials: "same-origin", headers: { "X-Record-Panel": "1", "X-Requested-With": "XMLHttpRequest" } });
      return answer.ok || answer.status === 409; // somebody else decided: it is no longer offered
    } catch {
      return false;
    }
  };

  const rewritten = new Set(); // points in whose place something is being written: they are not offered meanwhile

  /* What is written in place of the point is kept with it when its field is left. */
  const rewriteWith = (text, form, address) => {
    const block = put(text);
    if (!block) return false;
    block.focus();
    rewritten.add(address);
    document.activeElement.addEventListener("blur", (event) => keep(event.target.value.trim(), form, address), { once: true });
    return true;
  };

  const keep = async (written, form, address) => {
    if (written) await send(form, address, { text: written });
    rewritten.delete(address);
    show();
  };

  /* From the panel: an item of the list. */
  const rewrite = (item) => {
    const link = item.querySelector("[data-key=m]");
    return rewriteWith(item.dataset.text, item.querySelector("form"), link.getAttribute("href").split("#")[0]);
  };

  /* ── Under the field ─────────────────────────────────────────────────────── */

  const act = async (offer, verb) => {
    const form = offer.querySelector("form");
    const following = offer.nextElementSibling || offer.previousElementSibling;
    if (verb === "rewrite") {
      if (rewriteWith(offer.dataset.text, form, form.dataset.mend)) close(offer, null);
      return;
    }
    if (verb === "take" && !put(offer.dataset.text)) return;
    if (await send(form, form.action, { verb: verb === "take" ? "accept" : "reject" })) close(offer, following);
  };

  const close = (offer, following) => {
    const all = offer.closest("[data-record-offers]");
    offer.remove();
    if (following) following.querySelector("button").focus();
    if (!all.querySelector("[data-offer]")) all.remove();
  };

  const press = (event) => {
    const offer = event.target.closest("[data-offer]");
    const verb = KEYS[event.key];
    if (!offer || !verb || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(offer, verb);
  };

  const click = (event) => {
    const button = event.target.closest("[data-offer-verb]");
    if (button) act(button.closest("[data-offer]"), button.dataset.offerVerb);
  };

  const show = async () => {
    const address = addressOf("offers");
    const place = document.querySelector(`[data-contentpath="${FIELD}"]`);
    if (!address || !place) return;
    const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
    if (!answer || !answer.ok) return; // nothing is offered; what is written is not touched
    const old = place.querySelector("[data-record-offers]");
    if (old && old.contains(document.activeElement)) return;
    const body = document.createElement("template");
    body.innerHTML = await answer.text();
    const offers = body.content.querySelector("[data-record-offers]");
    if (old) old.remove();
    for (const form of offers ? offers.querySelectorAll("form") : []) if (rewritten.has(form.dataset.mend)) form.closest("[data-offer]").remove();
    if (offers && offers.querySelector("[data-offer]")) {
      offers.addEventListener("keydown", press);
      offers.addEventListener("click", click);
      place.append(offers);
    }
  };

  /* After a save the story is read: look for new points until it is. */
  let seen = "";
  const lookUntilRead = async () => {
    const address = addressOf("address");
    const answer = address && (await fetch(`${address}state/`, { credentials: "same-origin" }).catch(() => null));
    const state = answer && answer.ok ? await answer.json().catch(() => null) : null;
    const isRead = state && !state.moving;
    if (!address || isRead) looking.stop();
    if (isRead && seen && state.mark !== seen) show();
    seen = state ? state.mark : seen;
    return Boolean(address) && !isRead;
  };
  const looking = window.rotativeLooking(lookUntilRead, LOOK_AGAIN);

  const start = () => {
    if (!side()) return;
    show().then(lookUntilRead).then((isAskedAgain) => isAskedAgain && looking.start());
    document.addEventListener("w-autosave:success", looking.start);
    document.addEventListener("record:changed", show);
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);

  return { put, rewrite };
})();
