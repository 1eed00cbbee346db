// The work that a guest's browser does before a comment: ALTCHA, keys by PBKDF2. A module by itself, which is
// asked for when the form opens: prove() takes the challenge and promises the payload. It works in a Worker; where there
// can be none, here, where each key is made aside by the browser, so that nothing freezes either way.
const FEW = 16;
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (made) => Array.from(new Uint8Array(made), (byte) => byte.toString(16).padStart(2, "0")).join("");
const key = async ({ nonce, salt, cost, keyLength }, counter) => {
  const password = new Uint8Array(nonce.length / 2 + 4);
  password.set(bytes(nonce));
  new DataView(password.buffer).setUint32(nonce.length / 2, counter);
  const raw = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  return hex(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost }, raw, keyLength * 8));
};
const solve = async (challenge, progress, signal) => {
  const { parameters } = challenge;
  const { most } = parameters.data;
  const began = performance.now();
  for (let counter = 0; counter <= most; counter += 1) {
    const derivedKey = await key(parameters, counter);
    if (derivedKey.startsWith(parameters.keyPrefix)) {
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey, time: Math.round(performance.now() - began) } }));
    }
    if (counter % FEW) continue;
    signal?.throwIfAborted();
    if (Date.now() / 1000 > parameters.expiresAt) throw new Error("expired");
    progress?.(counter / most);
  }
  throw new Error("unsolved");
};
const inWorker = (challenge, progress, signal) => new Promise((done, fail) => {
  const worker = new Worker(import.meta.url, { type: "module" });
  const end = (how, what) => { worker.terminate(); how(what); };
  worker.onmessage = ({ data }) => {
    if (data.payload) end(done, data.payload);
    else if (data.error) end(fail, new Error(data.error));
    else progress?.(data.share);
  };
  // It could not even begin: the same work is done here.
  worker.onerror = (event) => { event.preventDefault(); end(done, solve(challenge, progress, signal)); };
  signal?.addEventListener("abort", () => end(fail, signal.reason), { once: true });
  worker.postMessage(challenge);
});
// progress: called with the share of the work that is done at most, 0 to 1. signal: stops it. Fails with the Error
// "insecure" (no HTTPS, so no cryptography), "unknown" (another kind of challenge), "expired" or "unsolved".
export const prove = async (challenge, { progress, signal } = {}) => {
  signal?.throwIfAborted();
  if (!globalThis.crypto?.subtle) throw new Error("insecure");
  if (challenge?.parameters?.algorithm !== "PBKDF2/SHA-256" || !challenge.parameters.data?.most) throw new Error("unknown");
  const payload = await (globalThis.Worker ? inWorker : solve)(challenge, progress, signal);
  progress?.(1);
  return payload;
};
if (globalThis.DedicatedWorkerGlobalScope && globalThis instanceof DedicatedWorkerGlobalScope) {
  addEventListener("message", ({ data }) => {
    solve(data, (share) => postMessage({ share })).then((payload) => postMessage({ payload }), (error) => postMessage({ error: error.message }));
  });
}
