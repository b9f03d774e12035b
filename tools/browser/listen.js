// Hears what a screen reader would say: each text that comes into a live
// region of this document is handed to the function browserPackageAnnounced.
(() => {
  const live = '[role="status"],[role="alert"],[role="log"],[aria-live="polite"],[aria-live="assertive"]';
  const said = new WeakMap();

  const hear = (region) => {
    const text = region.textContent.replace(/\s+/g, ' ').trim();
    if (said.get(region) === text) return;
    said.set(region, text);
    if (!text) return;
    const urgent = region.getAttribute('aria-live') === 'assertive' || region.getAttribute('role') === 'alert';
    window.browserPackageAnnounced(JSON.stringify({ Urgent: urgent, Text: text }));
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      const at = change.target.nodeType === Node.ELEMENT_NODE ? change.target : change.target.parentElement;
      const region = at && at.closest(live);
      if (region) hear(region);
      // An alert speaks when it is put into the page; a status region does not.
      for (const added of change.addedNodes) {
        if (added.nodeType !== Node.ELEMENT_NODE) continue;
        if (added.matches('[role="alert"]')) hear(added);
        added.querySelectorAll('[role="alert"]').forEach(hear);
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();
