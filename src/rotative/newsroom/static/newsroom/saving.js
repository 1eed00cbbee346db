/* A new story that is published in the instant in which it saves itself would be made twice, and the
   second refused for its slug: what is asked waits for the saving, and nothing is saved after it.

   What is typed while it saves itself, or before Wagtail first looks at the form, would count as
   saved: the form is looked at again, and saved once more when it is not what was sent. */
(() => {
  const SAVING_FORM = "form[data-controller~='w-autosave']";
  const NOT_TYPED = /^(csrfmiddlewaretoken|next|loaded_revision_.*|overwrite_revision_id|comments-.*)$/;
  let sent = null;
  let wasTyped = false;
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

  const typedIn = (data, without) =>
    JSON.stringify(
      [...data]
        .filter(([name]) => !NOT_TYPED.test(name) && !without.has(name))
        .map(([name, value]) => [name, value instanceof File ? [value.name, value.size] : value]),
    );

  /* Let Wagtail see all that is there as not yet saved. */
  const lookAgain = (form) => {
    const controller = window.wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved");
    if (controller) controller.initialFormData = controller.previousFormData = "not seen";
  };

  document.addEventListener("w-autosave:save", (event) => {
    if (isLeaving) event.preventDefault();
    else {
      isSaving = true;
      sent = event.detail.formData;
    }
  });
  document.addEventListener("w-autosave:success", (event) => {
    const answered = new Set(Object.keys(event.detail.response.field_updates || {}));
    if (sent && typedIn(sent, answered) !== typedIn(new FormData(event.target), answered)) lookAgain(event.target);
  });
  document.addEventListener("w-autosave:success", settle);
  document.addEventListener("w-autosave:error", settle);

  document.addEventListener(
    "input",
    (event) => {
      if (event.isTrusted) wasTyped = true;
    },
    true,
  );
  document.addEventListener("w-unsaved:watch-edits", (event) => {
    if (wasTyped && !sent && event.target.matches(SAVING_FORM)) setTimeout(() => lookAgain(event.target));
  });

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
