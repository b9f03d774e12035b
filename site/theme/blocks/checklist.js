// Offers to take all ticks of a checklist away.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-untick]")) {
    const boxes = [...button.closest("section").querySelectorAll("input")];
    const show = () => (button.hidden = !boxes.some((box) => box.checked));
    boxes.forEach((box) => box.addEventListener("change", show));
    button.addEventListener("click", () => {
      boxes.forEach((box) => (box.checked = false));
      boxes[0].focus();
      show();
    });
    show();
  }
})();
