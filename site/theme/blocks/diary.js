// Offers to print a diary alone, without the page around it.
(() => {
  "use strict";
  const root = document.documentElement;
  for (const button of document.querySelectorAll("[data-print-diary]")) {
    const diary = button.closest("section");
    button.hidden = false;
    button.addEventListener("click", () => {
      root.classList.add("print-diary");
      diary.classList.add("printed");
      addEventListener("afterprint", () => {
        root.classList.remove("print-diary");
        diary.classList.remove("printed");
      }, { once: true });
      print();
    });
  }
})();
