// An open menu closes when the focus or a click leaves it, and with Escape.
(() => {
  "use strict";

  const menus = [...document.querySelectorAll(".menu details")];
  const closeAll = (but) => menus.forEach((menu) => menu.contains(but) || (menu.open = false));
  addEventListener("click", (event) => closeAll(event.target));
  addEventListener("focusin", (event) => closeAll(event.target));
  addEventListener("keydown", (event) => {
    const open = menus.find((menu) => menu.open);
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
})();
