// Closes an open menu with Escape or by leaving it; without this it still opens
// and closes by its own button.
const menus = () => document.querySelectorAll("details[name='site-menu'][open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  }
});

const wide = window.matchMedia("(min-width: 1024px)");

const closeOthers = (event) => {
  if (!wide.matches) return;
  for (const menu of menus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
};

document.addEventListener("click", closeOthers);
document.addEventListener("focusin", closeOthers);
