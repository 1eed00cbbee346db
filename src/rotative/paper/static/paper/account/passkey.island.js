// Signs in with a passkey, or adds one: the form's own address gives the options and the token of this one write.
const passkeys = async (form) => {
  const asks = form.dataset.passkey === "add";
  const headers = { Accept: "application/json" };
  const before = await (await fetch(form.action, { cache: "no-store", headers })).json();
  if (before.url) return location.assign(before.url);
  const { publicKey } = before.options;
  const made = asks
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
  const body = new URLSearchParams(new FormData(form));
  body.set("csrfmiddlewaretoken", before.token);
  body.set("credential", JSON.stringify(made.toJSON()));
  const after = await (await fetch(form.action, { method: "POST", body, headers })).json();
  if (!after.url) throw after.problem;
  location.assign(after.url);
};
const offer = () => {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const problem = form.querySelector("[role=alert]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = event.submitter ?? form.querySelector("button");
      if (button.ariaBusy === "true") return;
      button.ariaBusy = "true";
      problem.hidden = true;
      try {
        await passkeys(form);
      } catch (trouble) {
        problem.textContent = typeof trouble === "string" ? trouble : problem.dataset.failed;
        problem.hidden = false;
      }
      button.removeAttribute("aria-busy");
    });
  }
};
document.readyState === "loading" ? addEventListener("DOMContentLoaded", offer, { once: true }) : offer();
