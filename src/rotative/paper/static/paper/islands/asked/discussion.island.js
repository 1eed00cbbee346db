// A discussion with script: read under its story, answered in place, drafts kept, voices muted. A module by itself, which is
// asked for near a discussion. All of it is links and forms without it.
// Threads that a story shows beneath itself.
const FIRST = 5;
const json = { Accept: "application/json" };
// A reader may keep nothing.
const store = {
  get: (name) => { try { return localStorage.getItem(name) ?? ""; } catch { return ""; } },
  set: (name, value) => { try { if (value) localStorage.setItem(name, value); else localStorage.removeItem(name); } catch { return; } },
};
const fetched = async (url) => new DOMParser().parseFromString(await (await fetch(url, { cache: "no-cache" })).text(), "text/html");
const asked = async (url) => {
  const answer = await fetch(url, { cache: "no-store", headers: json });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const post = (url, csrfmiddlewaretoken, told) => fetch(url, { method: "POST", body: new URLSearchParams({ csrfmiddlewaretoken, ...told }), headers: json });
const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
const template = (part, name) => part.querySelector(`template[data-form="${name}"]`).content.firstElementChild.cloneNode(true);

// Numbers of readers, which are in a file of their own.
const fill = async (part) => {
  if (!part.dataset.respectsOf) return;
  const { respects } = await fetch(part.dataset.respectsOf).then((answer) => (answer.ok ? answer.json() : { respects: {} }));
  for (const link of part.querySelectorAll("[data-respect]")) setNumber(link, respects[link.dataset.respect] ?? 0);
};
const setNumber = (link, number) => { link.querySelector("[data-respects]").textContent = number ? new Intl.NumberFormat(document.documentElement.lang).format(number) : ""; };

// Voices that this reader does not want to hear: their account keeps them where they have signed, else their browser alone.
// What the browser kept before is handed over once.
let voices = new Set(store.get("muted").split(" ").filter(Boolean));
let isKept = false;
const know = async () => {
  if (isKept || !/(^|; )(__Host-)?signed=/.test(document.cookie)) return;
  let told = await asked("/_/mutes/");
  if (voices.size) told = await (await post("/_/mutes/", told.token, { voices: [...voices].join(" ") })).json();
  store.set("muted", "");
  voices = new Set(told.voices);
  isKept = true;
};
const mute = async (part, said, want) => {
  if (isKept) {
    const { href } = said.querySelector("[data-mute]");
    if (!(await post(href, (await asked(href)).token, { want })).ok) { location.assign(href); return; }
  }
  voices[want ? "add" : "delete"](said.dataset.voice);
  if (!isKept) store.set("muted", [...voices].join(" "));
  hush(part);
  (want ? said.previousElementSibling.querySelector("button") : said.querySelector("[data-mute]")).focus();
};
const hush = (part) => {
  for (const said of part.querySelectorAll(".comment[data-voice]")) {
    const isMuted = voices.has(said.dataset.voice);
    said.hidden = isMuted;
    const before = said.previousElementSibling;
    if (!isMuted) { if (before?.matches(".hushed")) before.remove(); continue; }
    if (before?.matches(".hushed")) continue;
    const note = template(part, "hushed");
    note.querySelector("button").addEventListener("click", () => mute(part, said, 0));
    said.before(note);
  }
};
// The buttons are printed, so that nothing moves when they begin to work.
const addTools = (part) => {
  for (const button of part.querySelectorAll(".comment footer button:disabled")) {
    button.addEventListener("click", () => fold(button, button.closest(".comment")));
    button.disabled = false;
  }
};
const fold = (button, said) => {
  const replies = said.parentElement.querySelector(":scope > ol");
  replies.hidden = !replies.hidden;
  button.ariaExpanded = String(!replies.hidden);
};

// Respect, and taken back.
const respect = async (link) => {
  const before = await asked(link.href);
  if (before.sign_in) { location.assign(before.sign_in); return; }
  const answer = await post(link.href, before.token, { want: before.respected ? 0 : 1 });
  if (!answer.ok) { location.assign(link.href); return; }
  const after = await answer.json();
  link.ariaPressed = String(after.respected);
  setNumber(link, after.respects);
};

// The form, in place. What is typed is kept by the browser until it has been taken.
const compose = async (part, link, words) => {
  const host = link.closest(".comment, .signing");
  const open = host.querySelector(":scope > form");
  if (open) { if (words) setQuote(open, words); open.elements.text.focus(); return; }
  const url = new URL(link.href);
  const told = await asked(url);
  if (told.state === "closed") { location.assign(link.href); return; }
  const form = template(part, "write");
  const { text, name, email, tell, passage } = form.elements;
  const draft = `draft:${url.pathname}${url.search}`;
  text.maxLength = told.longest;
  text.value = store.get(draft);
  text.addEventListener("input", () => store.set(draft, text.value));
  form.addEventListener("input", () => store.set(`${draft}:quote`, passage.value));
  form.querySelector("[data-unquote]").addEventListener("click", () => { setQuote(form, ""); text.focus(); });
  name.closest("p").hidden = name.disabled = !(told.signed || told.guests) || Boolean(told.name);
  email.closest("p").hidden = email.disabled = !told.guests || told.known;
  tell.closest("p").hidden = tell.disabled = !told.guests || told.told;
  form.querySelector("[data-by]").textContent = told.name;
  form.querySelector("[data-as]").hidden = !told.name;
  form.querySelector("[data-sign]").hidden = told.signed;
  form.querySelector("[data-sign] a").href = told.sign_in;
  form.querySelector("[data-send]").hidden = !told.signed;
  form.querySelector("[data-guest]").hidden = !told.guests;
  form.querySelector("[data-close]").addEventListener("click", () => { form.remove(); link.focus(); });
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") { form.remove(); link.focus(); } });
  form.addEventListener("submit", (event) => { event.preventDefault(); send(part, form, url, told, draft).catch(() => say(form, [form.dataset.failed])); });
  host.append(form);
  setQuote(form, words || store.get(`${draft}:quote`));
  text.focus();
};
// Words of the story, shown as a quotation; typed or pasted where there are none yet.
const setQuote = (form, words) => {
  const [shown, typed] = form.querySelectorAll("[data-quoted], .quoting");
  shown.querySelector("p").textContent = form.elements.passage.value = words;
  shown.hidden = !words;
  typed.hidden = Boolean(words);
  form.elements.passage.dispatchEvent(new Event("input", { bubbles: true }));
};
export const quote = async (part, words) => {
  part.dataset.asked = "";
  part.dispatchEvent(new Event("ask"));
  await open(part);
  await compose(part, part.querySelector(".signing [data-answer]"), words);
};
const say = (form, problems) => {
  const place = form.querySelector("[role=alert]");
  place.replaceChildren(...problems.map((problem) => Object.assign(document.createElement("p"), { textContent: problem })));
  place.hidden = !problems.length;
};
// The work of a guest's browser; without it a moderator reads what they wrote first.
const work = async (part, form, challenge) => {
  const note = form.querySelector("[data-working]");
  note.hidden = false;
  try {
    return await (await import(part.dataset.proof)).prove(challenge);
  } catch {
    return "";
  } finally {
    note.hidden = true;
  }
};
const send = async (part, form, url, { token, guests, challenge }, draft) => {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const fields = { to: url.searchParams.get("to") ?? "", passage: form.elements.passage.value, text: form.elements.text.value, name: form.elements.name.value };
    if (guests) Object.assign(fields, { as: "guest", email: form.elements.email.value, proof: await work(part, form, challenge) });
    if (guests && form.elements.tell.checked) fields.tell = "1";
    const answer = await post(url.pathname, token, fields);
    const told = await answer.json();
    if (!answer.ok) { say(form, told.problems?.length ? told.problems : [form.dataset.failed]); return; }
    store.set(draft, "");
    store.set(`${draft}:quote`, "");
    const done = template(part, told.state);
    const link = done.querySelector("a");
    if (link) link.href = told.page || told.url;
    form.replaceWith(done);
    done.focus();
    if (told.state === "shown") await appear(part, told);
  } finally {
    form.ariaBusy = "false";
  }
};
// The press takes a moment: the page is asked again until it has the new words.
const appear = async (part, told) => {
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise((go) => { setTimeout(go, 250); });
    const page = await fetched(told.page.split("#")[0]);
    const said = page.getElementById(`c${told.id}`);
    if (!said) continue;
    const thread = said.closest(".threads > li");
    const first = thread.querySelector(".comment").id;
    const here = part.querySelector(`#${first}`)?.closest(".threads > li");
    if (here) here.replaceWith(document.adoptNode(thread));
    else threadsOf(part).prepend(document.adoptNode(thread));
    dress(part);
    return;
  }
};
const threadsOf = (part) => {
  const found = part.querySelector(".threads") ?? Object.assign(document.createElement("ol"), { className: "threads" });
  if (!found.isConnected) part.querySelector(":scope > div").append(found);
  return found;
};
const dress = (part) => { addTools(part); hush(part); fill(part).catch(() => {}); };

const frame = () => new Promise((go) => { requestAnimationFrame(go); });
const styled = (part) => new Promise((go) => {
  if (document.querySelector(`link[href="${part.dataset.style}"]`)?.sheet) { go(); return; }
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: part.dataset.style, onload: go, onerror: go }));
});

// Beneath a story: the newest threads of its discussion's own page, and the way to the others. Nothing that a reader sees
// moves unasked: where the place is in sight before the threads are there, they come when they are asked for.
const adopt = async (part) => {
  const [page] = await Promise.all([fetched(part.dataset.page), styled(part)]);
  const whole = page.querySelector("[data-discussion]");
  if (!whole) return;
  const link = part.querySelector(":scope > div > a");
  // Where a page is scrolled to is known for certain only as a frame is drawn.
  await frame();
  if (!("asked" in part.dataset) && part.getBoundingClientRect().top < innerHeight * 1.5) {
    await new Promise((go) => {
      part.addEventListener("ask", go, { once: true });
      link.addEventListener("click", (event) => { if (plain(event)) { event.preventDefault(); go(); } }, { once: true });
    });
  }
  part.dataset.respectsOf = whole.dataset.respectsOf ?? "";
  const threads = whole.querySelector(".threads");
  const signing = whole.querySelector(".signing");
  for (const extra of [...(threads?.children ?? [])].slice(FIRST)) extra.remove();
  part.querySelector(":scope > div").prepend(...[signing, threads].filter(Boolean).map((each) => document.adoptNode(each)), ...[...whole.querySelectorAll("template")].map((each) => document.adoptNode(each)));
  part.querySelector("[data-alone]")?.remove();
};

const opened = new WeakMap();
export const open = (part) => opened.get(part) ?? opened.set(part, start(part)).get(part);
const start = async (part) => {
  await Promise.all([know().catch(() => {}), part.dataset.page && adopt(part)]);
  dress(part);
  part.addEventListener("click", (event) => {
    const link = event.target.closest("[data-answer], [data-respect], [data-mute]");
    if (!link || !plain(event)) return;
    event.preventDefault();
    if (link.ariaBusy === "true") return;
    link.ariaBusy = "true";
    const done = "mute" in link.dataset ? mute(part, link.closest(".comment"), 1) : "respect" in link.dataset ? respect(link) : compose(part, link);
    done.catch(() => location.assign(link.href)).finally(() => link.removeAttribute("aria-busy"));
  });
};
