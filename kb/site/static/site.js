/* Small helps: folded texts open on click or Enter, menus close on a click elsewhere, "/" goes to the search box. */
(() => {
  const toggle = (fold) => fold.classList.toggle("open");

  document.addEventListener("click", (event) => {
    const fold = event.target.closest(".fold");
    if (fold && !event.target.closest("a") && !String(window.getSelection())) toggle(fold);
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, .CodeMirror");
    if (event.key === "Enter" && event.target.matches(".fold")) toggle(event.target);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      document.querySelector("input[name=_search], input[name=q]")?.focus();
    }
  });
})();
