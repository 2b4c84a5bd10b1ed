// What the pages do beside htmx. Without this file every page still works.
(() => {
  "use strict";
  const root = document.documentElement;

  // A swapped page may be in another language, size or theme than the one it replaces.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const page = event.detail.serverResponse || "";
    if (!/<html/i.test(page)) return;
    const next = new DOMParser().parseFromString(page, "text/html").documentElement;
    for (const { name } of [...root.attributes]) if (!next.hasAttribute(name)) root.removeAttribute(name);
    for (const { name, value } of next.attributes) root.setAttribute(name, value);
  });

  // A new page is read from its heading on, as after an ordinary load.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target !== document.body) return;
    const heading = document.querySelector("main h1") || document.getElementById("main");
    if (heading) heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  });
})();
