/* Starts what Wagtail would start with inline scripts, wherever and whenever it appears. */
(() => {
  const MARK = "template[data-desk-start]";

  const read = (mark) => {
    const { deskArguments, deskId, deskOptions } = mark.dataset;
    if (deskArguments) return JSON.parse(deskArguments);
    return [...(deskId ? [deskId] : []), JSON.parse(deskOptions)];
  };

  /* What is typed stays: alone, the calendar makes "now" of any date that it can not read. */
  const FORMS = { initDateChooser: "2026-01-31", initDateTimeChooser: "2026-01-31 18:00", initTimeChooser: "18:00" };
  const typeable = (name, id, options) => {
    options.validateOnBlur = false;
    document.getElementById(id).placeholder ||= FORMS[name];
  };

  const start = (mark) => {
    const name = mark.dataset.deskStart;
    const parts = read(mark);
    mark.remove();
    if (name in FORMS) typeable(name, ...parts);
    if (name.startsWith("init")) window[name](...parts);
    else new window[name](...parts);
  };

  const startAll = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE || !node.isConnected) return;
    if (node.matches(MARK)) start(node);
    else node.querySelectorAll(MARK).forEach(start);
  };

  new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(startAll);
  }).observe(document, { childList: true, subtree: true });
})();
