// What the pages do beside htmx. Without this file every page still works.
(() => {
  "use strict";
  const root = document.documentElement;
  const styles = (page) => [...page.querySelectorAll('link[rel="stylesheet"]')];

  // Styles of the other pages are fetched while nobody waits, and apply to nothing until then.
  addEventListener("load", () => {
    const every = document.querySelector('meta[name="every-style"]').content;
    for (const address of every.split(" ").filter(Boolean)) wear(address, "not all");
  });

  function wear(address, media) {
    const worn = styles(document).find((one) => one.getAttribute("href") === address);
    if (worn) {
      if (media !== "not all") worn.media = media;
      return;
    }
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", media });
    link.setAttribute("href", address);
    document.head.append(link);
  }

  // htmx swaps what is inside the body. Language, size, theme, styles and kind of page lie outside.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const text = event.detail.serverResponse || "";
    if (event.detail.target !== document.body || !/<html/i.test(text)) return;
    const next = new DOMParser().parseFromString(text, "text/html");
    const wanted = styles(next).map((one) => one.getAttribute("href"));
    for (const link of styles(document)) {
      if (!wanted.includes(link.getAttribute("href"))) link.media = "not all";
    }
    for (const address of wanted) wear(address, "all");
    same(root, next.documentElement);
    document.body.className = next.body.className;
  });

  function same(here, there) {
    for (const { name } of [...here.attributes]) {
      if (!there.hasAttribute(name)) here.removeAttribute(name);
    }
    for (const { name, value } of there.attributes) here.setAttribute(name, value);
  }

  // A new page is read from its heading on, as after an ordinary load.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target !== document.body) return;
    const heading = document.querySelector("main h1") || document.getElementById("main");
    if (heading) heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  });

  // The program behind the pages was closed.
  document.addEventListener("htmx:sendError", () => {
    const notice = document.getElementById("unreachable");
    notice.hidden = false;
    notice.scrollIntoView({ block: "nearest" });
  });
})();
