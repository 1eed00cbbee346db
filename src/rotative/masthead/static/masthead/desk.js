/* Starts what Wagtail would start with inline scripts, wherever and whenever it appears. */
(() => {
  const MARK = "template[data-desk-start]";

  const read = (mark) => {
    const { deskArguments, deskId, deskOptions } = mark.dataset;
    if (deskArguments) return JSON.parse(deskArguments);
    return [...(deskId ? [deskId] : []), JSON.parse(deskOptions)];
  };

  const start = (mark) => {
    const name = mark.dataset.deskStart;
    const parts = read(mark);
    mark.remove();
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
