// Ways to the search. "/" goes to the field, unless something is being written, or
// the reader has turned it off on the page that searches: who speaks to a computer
// says it without meaning it. And who comes from something found gets what marks
// the words.
(() => {
  "use strict";

  const field = document.querySelector("[data-search-field]");
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !field) return;
    const at = document.activeElement;
    if (at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT|IFRAME)$/.test(at.tagName))) return;
    try {
      if (localStorage.getItem("idd-search-key")) return;
    } catch {
      return; // a browser that keeps nothing could not keep it turned off either
    }
    event.preventDefault();
    field.focus();
    field.select();
  });

  const marks = document.querySelector("[data-marks]");
  if (marks && new URLSearchParams(location.search).has("marked")) {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = marks.dataset.look;
    const script = document.createElement("script");
    script.src = marks.dataset.marks;
    document.head.append(style, script);
  }
})();
