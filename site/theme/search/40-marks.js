// Marks the words that a reader has searched for on the page found, which has
// them in its address: ?marked=dose+doses. The page itself stays as it is: the
// browser lays the colour over the words, and who listens to the page hears
// nothing of it but how to take it away.
(() => {
  "use strict";

  const MOST = 500; // places marked

  const asked = new URLSearchParams(location.search).get("marked");
  const bar = document.querySelector("[data-marks]");
  if (!asked || !bar || !globalThis.Highlight || !CSS.highlights) return;
  const wanted = new Set(iddWords.words(asked));
  const ranges = [];
  const seen = new Set();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node && ranges.length < MOST; node = texts.nextNode()) {
    if (node.parentElement.closest("svg, button, noscript, [data-marks]")) continue;
    for (const run of iddWords.runs(node.data)) {
      if (!run.words.some((word) => wanted.has(word))) continue;
      const range = document.createRange();
      range.setStart(node, run.at);
      range.setEnd(node, run.end);
      ranges.push(range);
      seen.add(node.data.slice(run.at, run.end).toLowerCase());
    }
  }
  if (ranges.length === 0) return;
  CSS.highlights.set("found", new Highlight(...ranges));

  const line = bar.querySelector("[data-marks-words]");
  line.textContent = line.dataset.marksWords.replace("{words}", [...seen].slice(0, 6).join(", "));
  bar.hidden = false;
  document.documentElement.classList.add("marked");
  // The next Tab from the place found leads to the button.
  const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place) place.after(bar);
  bar.querySelector("button").addEventListener("click", () => {
    CSS.highlights.delete("found");
    document.documentElement.classList.remove("marked");
    bar.remove();
    const rest = new URL(location.href);
    rest.searchParams.delete("marked");
    history.replaceState(history.state, "", rest);
    const next = place || document.querySelector("main");
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  });
})();
