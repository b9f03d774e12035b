// Puts the simulator in the place of its still picture when asked to.
(() => {
  "use strict";

  // The least and the most height, in CSS pixels, that a frame may ask for.
  const LEAST = 320;
  const MOST = 20000;

  const frames = new Map(); // frame's window -> frame

  function start(place) {
    const stage = place.querySelector(".simulator-stage");
    const frame = document.createElement("iframe");
    frame.src = place.dataset.src;
    frame.title = place.dataset.title;
    stage.replaceChildren(frame);
    stage.classList.add("running");
    frames.set(frame.contentWindow, frame);
    // The button that had the focus is gone: without this, the next Tab would
    // begin at the top of the page.
    frame.focus();
    stage.scrollIntoView({ block: "nearest" });
  }

  // A frame tells how high its contents are. Anyone may post a message to a
  // page: only our own frames are listened to, and only within bounds.
  function resize(message) {
    const frame = frames.get(message.source);
    const said = message.data;
    if (!frame || message.origin !== location.origin || !said || said.source !== "idd" || said.type !== "size") return;
    if (!Number.isFinite(said.height)) return;
    frame.style.height = `${Math.min(MOST, Math.max(LEAST, Math.ceil(said.height)))}px`;
  }

  for (const place of document.querySelectorAll(".simulator")) {
    const button = place.querySelector(".start");
    button.hidden = false;
    button.addEventListener("click", () => start(place));
  }
  addEventListener("message", resize);
})();
