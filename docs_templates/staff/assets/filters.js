/* mkdocs-action-plans 0.1.0 */
/* Narrows a list (of evidence, of actions) to what is chosen, says how much is shown, and keeps the choice in the
   address (…/evidence/#?plan=oak&verdict=meets), so that a narrowed list can be sent as a link and printed. It needs no
   server. Without it the page is the whole list, with the choices that the stylesheet makes or the short lists below. */
"use strict";
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const list = form.closest(".narrowed");
  const rows = [...list.querySelectorAll("tbody tr")];
  const selects = [...form.querySelectorAll("select")];
  const reset = form.querySelector("[type=reset]");
  const status = list.querySelector(".shown");
  const chosen = () => selects.filter((select) => select.value);

  const narrow = () => {
    const wanted = chosen();
    for (const row of rows) {
      row.hidden = !wanted.every((select) => (row.dataset[select.name] || "").split(" ").includes(select.value));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    const by = wanted.map((select) => `${select.labels[0].textContent}: ${select.selectedOptions[0].textContent}`);
    const count = `${shown} of ${rows.length} ${status.dataset.shown}`;
    status.textContent = [by.length ? `${count}. ${by.join("; ")}.` : count, shown ? "" : status.dataset.none].join(" ").trim();
    reset.hidden = !wanted.length;
  };

  const keep = () => {
    const asked = new URLSearchParams(chosen().map((select) => [select.name, select.value])).toString();
    history.replaceState(null, "", asked ? `#?${asked}` : location.pathname + location.search);
  };

  /* Takes the choice from the address. An anchor there shows everything, since its row may be hidden. */
  const recall = () => {
    const asked = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    for (const select of selects) {
      const value = asked.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    narrow();
  };

  const plain = list.querySelector(".choices");
  if (plain) plain.remove();
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => { narrow(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { narrow(); keep(); selects[0].focus(); }));
  addEventListener("hashchange", recall);
  recall();
})();
