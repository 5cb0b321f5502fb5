// Closes an open menu or explanation at Escape, at a click elsewhere, and when the focus leaves it.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(":is(details.menu, details.term)[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll(":is(details.menu, details.term)[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("focusin", (event) => {
  for (const menu of document.querySelectorAll(":is(details.menu, details.term)[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
