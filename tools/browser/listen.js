// Hears what a screen reader would say: each text that comes into a live
// region of this document is handed to the function browserPackageAnnounced.
(() => {
  const live = '[role="status"],[role="alert"],[role="log"],[aria-live="polite"],[aria-live="assertive"]';
  const said = new WeakMap();

  const text = (region) => region.textContent.replace(/\s+/g, ' ').trim();

  const tell = (region) => {
    said.set(region, text(region));
    if (!text(region)) return;
    const urgent = region.getAttribute('aria-live') === 'assertive' || region.getAttribute('role') === 'alert';
    window.browserPackageAnnounced(JSON.stringify({ Urgent: urgent, Text: text(region) }));
  };

  const observer = new MutationObserver((changes) => {
    const news = new Set();
    for (const change of changes) {
      const at = change.target.nodeType === Node.ELEMENT_NODE ? change.target : change.target.parentElement;
      const region = at && at.closest(live);
      // The same words said again are news when they come as a new node.
      if (region && (change.addedNodes.length > 0 || said.get(region) !== text(region))) news.add(region);
      // An alert speaks when it is put into the page; a status region does not.
      for (const added of change.addedNodes) {
        if (added.nodeType !== Node.ELEMENT_NODE) continue;
        if (added.matches('[role="alert"]')) news.add(added);
        added.querySelectorAll('[role="alert"]').forEach((alert) => news.add(alert));
      }
    }
    news.forEach(tell);
  });
  const listen = () => observer.observe(document, { subtree: true, childList: true, characterData: true });
  listen();

  // A frame that a script made begins as an empty document, and Chromium may
  // put the real one into the same window without starting this script again.
  if (location.href === 'about:blank') {
    const empty = document;
    const waiting = setInterval(() => {
      if (document === empty) return;
      clearInterval(waiting);
      listen();
    }, 5);
  }
})();
