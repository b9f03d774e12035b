// Opens the numbers of charts while a page is printed: on paper nobody can. The
// styles do the same in browsers that know how.
(() => {
  "use strict";

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".chart-numbers:not([open])")];
    for (const closed of opened) closed.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened.splice(0)) details.open = false;
  });
})();
