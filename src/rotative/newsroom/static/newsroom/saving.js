/* A new story that is published in the instant in which it saves itself would be made twice, and the
   second refused for its slug: what is asked waits for the saving, and nothing is saved after it. */
(() => {
  const SAVING_FORM = "form[data-controller~='w-autosave']";
  let isSaving = false;
  let isLeaving = false;
  let waiting = null;

  const settle = () => {
    isSaving = false;
    if (!waiting) return;
    const { form, submitter } = waiting;
    waiting = null;
    if (submitter) submitter.disabled = false; // Wagtail disables what was pressed; its name says what is asked.
    form.requestSubmit(submitter);
  };

  document.addEventListener("w-autosave:save", (event) => {
    if (isLeaving) event.preventDefault();
    else isSaving = true;
  });
  document.addEventListener("w-autosave:success", settle);
  document.addEventListener("w-autosave:error", settle);

  document.addEventListener(
    "submit",
    (event) => {
      if (!event.target.matches(SAVING_FORM)) return;
      if (isSaving) {
        event.preventDefault();
        event.stopImmediatePropagation();
        waiting = { form: event.target, submitter: event.submitter };
      } else isLeaving = true;
    },
    true,
  );
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
})();
