// Shows the simulator in a frame, steers it, and lists what it tells. To use
// it in a page of yours, copy it and write the address of the simulator's page
// into the data-src of the element "place".
"use strict";

const place = document.getElementById("place");
const told = document.getElementById("told");
const controls = [...document.querySelectorAll("[data-say]")];
const frame = document.createElement("iframe");

document.getElementById("buttons").hidden = false;
document.getElementById("start").addEventListener("click", ({ currentTarget }) => {
  currentTarget.hidden = true;
  frame.src = place.dataset.src;
  frame.title = place.dataset.title;
  frame.allow = "clipboard-write"; // so that a reader can copy a link to a session
  place.append(frame);
  frame.focus();
});

// What this page asks of the simulator: play, pause, restart, view.
for (const control of controls) {
  control.addEventListener("click", () => {
    const { say, view } = control.dataset;
    frame.contentWindow.postMessage({ source: "idd-host", type: say, view }, new URL(frame.src).origin);
  });
}

// What the simulator tells: ready, size, event, finished. Any page may post a
// message to this one, so the sender is looked at first.
const hear = {
  ready() {
    for (const control of controls) control.disabled = false;
    list("ready", "It can be used.");
  },
  size({ height }) {
    frame.style.height = `${Math.min(20000, Math.max(320, Math.ceil(Number(height) || 0)))}px`;
    list("size", `It is ${Math.round(height)} pixels high.`);
  },
  event({ entry }) {
    list("event", JSON.stringify(entry));
  },
  finished({ drive }) {
    list("finished", `The reader came to the end of ${drive}.`);
  },
};
addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.source !== "idd" || !Object.hasOwn(hear, data.type)) return;
  hear[data.type](data);
});

// The newest line stands first, and old ones go.
const MOST = 100;
function list(type, words) {
  document.getElementById("quiet").hidden = true;
  const line = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = type;
  line.append(name, " ", words);
  told.prepend(line);
  while (told.children.length > MOST) told.lastElementChild.remove();
}
