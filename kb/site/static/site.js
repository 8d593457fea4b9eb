/* Small helps: folded texts open on click or Enter, menus close on a click elsewhere, "/" goes to the search box. */
(() => {
  // Datasette's column menu, in Chinese
  const MENU = {
    "dropdown-sort-asc": "由小到大 Sort ascending",
    "dropdown-sort-desc": "由大到小 Sort descending",
    "dropdown-facet": "按此列分面 Facet by this",
    "dropdown-hide-column": "隐藏此列 Hide this column",
    "dropdown-show-all-columns": "显示所有列 Show all columns",
    "dropdown-not-blank": "只看有值的 Show not-blank rows",
  };
  document.addEventListener("DOMContentLoaded", () => {
    if (window.matchMedia("(max-width: 48rem)").matches) {
      for (const facets of document.querySelectorAll("details.facets")) facets.open = false;
    }
    for (const [name, label] of Object.entries(MENU)) {
      for (const link of document.getElementsByClassName(name)) link.textContent = label;
    }
  });

  // <button data-copy="words"> puts them on the clipboard, where the browser lets a page do so
  document.addEventListener("DOMContentLoaded", () => {
    if (navigator.clipboard) for (const button of document.querySelectorAll("button[data-copy]")) button.hidden = false;
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "已复制 Copied";
  });

  const toggle = (fold) => fold.classList.toggle("open");

  document.addEventListener("click", (event) => {
    const fold = event.target.closest(".fold");
    if (fold && !event.target.closest("a") && !String(window.getSelection())) toggle(fold);
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("select[data-submit]")) event.target.form.submit();
  });

  // <input data-filter="#id"> leaves the rows (or [data-row] pieces) that hold what is typed
  document.addEventListener("input", (event) => {
    const target = event.target.dataset?.filter && document.querySelector(event.target.dataset.filter);
    if (!target) return;
    const wanted = event.target.value.trim().toLowerCase();
    for (const row of target.querySelectorAll("tbody tr, [data-row] li")) {
      row.hidden = Boolean(wanted) && !row.textContent.toLowerCase().includes(wanted);
    }
    for (const group of target.querySelectorAll("[data-row]")) {
      const named = group.querySelector("h2")?.textContent.toLowerCase().includes(wanted);
      if (named) for (const row of group.querySelectorAll("li")) row.hidden = false;
      group.hidden = !group.querySelector("li:not([hidden])");
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
