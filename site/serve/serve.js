// Listens to the server of the person who is writing the site: reloads the page
// when the site was built anew, and lays mistakes over it.
"use strict";

(() => {
  if (window.parent !== window) return; // the page around a frame listens for it
  let build = null;
  let overlay = null;

  function show(wrong) {
    overlay?.remove();
    overlay = null;
    if (!wrong) return;
    if (!document.querySelector("link[data-idd]")) {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = "/_idd/serve.css";
      sheet.dataset.idd = "";
      document.head.append(sheet);
    }
    overlay = document.createElement("div");
    overlay.className = "idd-mistakes";
    overlay.setAttribute("role", "alert");
    const title = document.createElement("strong");
    title.textContent = "The site was not built. This page shows the last good one.";
    const text = document.createElement("pre");
    text.textContent = wrong;
    overlay.append(title, text);
    document.body.append(overlay);
  }

  new EventSource("/_idd/events").addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    if (build !== null && build !== state.build) return location.reload();
    build = state.build;
    show(state.wrong);
  });
})();
