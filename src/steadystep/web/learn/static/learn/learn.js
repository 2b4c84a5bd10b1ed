// What a chapter's page does beside its text: reads aloud, keeps the place, and keeps a plain copy
// of the chapters for when the program cannot be reached. Without it everything can still be read.
(() => {
  "use strict";
  const chapter = document.getElementById("chapter");

  // Kept copies: see worker.js. Nothing of the person is in them.
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/learn/worker.js", { scope: "/learn/", updateViaCache: "none" }).catch(() => {});
  }
  if (!chapter || chapter.dataset.runs) return;
  chapter.dataset.runs = "yes";
  const gone = new AbortController();
  const on = (target, what, then) => target.addEventListener(what, then, { signal: gone.signal });
  const parts = [...chapter.querySelectorAll("[data-part]")];

  // Where this comes from: a number in the text opens the list it leads into.
  on(document, "click", (event) => {
    const link = event.target.closest("a[href^='#claim-']");
    if (link) document.getElementById("whence").open = true;
  });

  // The place ------------------------------------------------------------------------------------

  const form = document.getElementById("left");
  // A choice: what is looked at for so long is being read, and not passed on the way elsewhere.
  const RESTS_MS = 1000;
  let heard = null, rested = null, rests = 0;

  on(document, "scroll", () => {
    clearTimeout(rests);
    rests = setTimeout(() => { if (here() !== parts[0]) rested = here(); }, RESTS_MS);
  });

  function here() {
    if (heard) return heard.closest("[data-part]");
    return parts.filter((one) => one.getBoundingClientRect().top <= innerHeight / 2).pop();
  }

  // Said when the page is put away, once each time. The way out is at the top of the page: whoever
  // went there left off where they last rested.
  function leave() {
    const now = here(), part = now === parts[0] ? rested : now, { elements } = form;
    if (!part || !parts.length || part.dataset.part === elements.part.value) return;
    elements.part.value = part.dataset.part;
    const body = new URLSearchParams(new FormData(form));
    elements.key.value = crypto.randomUUID();
    fetch(form.action, { method: "POST", body, keepalive: true }).catch(() => {});
  }

  on(document, "visibilitychange", () => { if (document.hidden) leave(); });
  on(window, "pagehide", leave);
  // To its end is no place to go on at.
  on(document, "submit", (event) => { if (event.target.matches("[data-ends]")) parts.length = 0; });
  on(document, "htmx:beforeSwap", (event) => {
    if (event.detail.target !== document.body) return;
    leave();
    quiet();
    gone.abort();
  });

  // Aloud ----------------------------------------------------------------------------------------

  const box = document.getElementById("aloud");
  const find = (name) => box.querySelector(`[data-${name}]`);
  const speech = window.speechSynthesis;
  const lines = [...chapter.querySelectorAll("h1, .part > h2, .prose p, .prose li")];
  let next = 0, turn = 0;

  if (speech) {
    box.hidden = false;
    on(find("play"), "click", play);
    on(find("stop"), "click", quiet);
    on(window, "pagehide", quiet);
  } else {
    box.hidden = false;
    find("play").hidden = true;
    find("said").textContent = box.dataset.none;
  }

  // A voice of the device itself: one that sends the words away to be spoken is none of ours.
  function voice() {
    const language = chapter.lang.toLowerCase();
    const own = speech.getVoices().filter((one) => one.localService);
    const code = (one) => one.lang.toLowerCase().replace("_", "-").replace(/^iw\b/, "he");
    return own.find((one) => code(one) === language) || own.find((one) => code(one).split("-")[0] === language.split("-")[0]);
  }

  // Some browsers know their voices only a moment after they were asked.
  function voices() {
    return new Promise((known) => {
      if (speech.getVoices().length) return known();
      speech.addEventListener("voiceschanged", known, { once: true });
      setTimeout(known, 1000);
    });
  }

  async function play() {
    await voices();
    const found = voice();
    find("said").textContent = found ? "" : box.dataset.none;
    if (!found) return;
    show(true);
    turn += 1;
    speak(found, turn);
  }

  function speak(by, mine) {
    mark(lines[next]);
    if (next >= lines.length) {
      next = 0;
      return show(false);
    }
    const words = new SpeechSynthesisUtterance(wordsOf(lines[next]));
    Object.assign(words, { voice: by, lang: by.lang, rate: 0.9 });
    words.onend = () => { if (mine === turn) { next += 1; speak(by, mine); } };
    words.onerror = () => { if (mine === turn) quiet(); };
    speech.speak(words);
  }

  function wordsOf(line) {
    const plain = line.cloneNode(true);
    plain.querySelectorAll("sup").forEach((one) => one.remove());
    return plain.textContent.trim();
  }

  function mark(line) {
    if (heard) heard.classList.remove("being-read");
    heard = line || null;
    if (heard) heard.classList.add("being-read");
  }

  function quiet() {
    turn += 1;
    if (speech) speech.cancel();
    mark(null);
    show(false);
  }

  function show(reading) {
    find("play").hidden = reading;
    find("stop").hidden = !reading;
    if (!reading && next) find("play").querySelector("span").textContent = box.dataset.again;
  }
})();
