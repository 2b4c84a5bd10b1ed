// How much of a file was copied. Without this the button does the same, and says less.
(() => {
  "use strict";
  const form = document.getElementById("bring");
  if (!form) return;
  const copying = document.getElementById("copying");
  form.addEventListener("htmx:xhr:progress", (event) => {
    const { lengthComputable, loaded, total } = event.detail;
    if (!lengthComputable) return;
    copying.hidden = false;
    copying.querySelector("progress").value = (loaded * 100) / total;
  });
})();
