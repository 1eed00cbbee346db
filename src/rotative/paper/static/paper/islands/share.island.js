// Shares by the device, copies the address, prints. The plain links beside need no script.
const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href;
const copy = async (button) => {
  const name = button.textContent;
  await navigator.clipboard.writeText(address());
  button.textContent = button.dataset.copy;
  button.role = "status";
  setTimeout(() => { button.textContent = name; button.removeAttribute("role"); }, 3000);
};
addEventListener("click", ({ target }) => {
  if (target.closest?.("[data-share]")) navigator.share({ title: document.querySelector("h1").textContent, url: address() }).catch(() => {});
  else if (target.closest?.("[data-copy]")) copy(target.closest("[data-copy]")).catch(() => {});
  else if (target.closest?.("[data-print]")) print();
});
ready(() => {
  if (navigator.share) for (const button of document.querySelectorAll("[data-share]")) button.parentElement.hidden = false;
});
