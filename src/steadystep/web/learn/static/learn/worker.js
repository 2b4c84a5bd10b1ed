// Keeps the programme's words for when Steadystep cannot be reached. KEPT stands above this file:
// the name of the copies, the plain copy of each page, and the styles they wear.
// The program is asked first, always; a copy is shown where it does not answer.
"use strict";

// A choice: a page at home takes a tenth of a second, on a tired machine a few.
const PATIENCE_MS = 8000;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forgetOthers(), clients.claim()]));
});

addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  const kept = KEPT.pages[address.pathname] || (KEPT.styles.includes(address.pathname) && address.pathname);
  if (kept) event.respondWith(orKept(request, kept));
});

async function keep() {
  const copies = await caches.open(KEPT.name);
  const wanted = [...Object.values(KEPT.pages), ...KEPT.styles];
  await copies.addAll(wanted.map((one) => new Request(one, { cache: "reload" })));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one !== KEPT.name).map((one) => caches.delete(one)));
}

// Asked again without patience where there is no copy: then the browser says what is the matter.
async function orKept(request, kept) {
  const given = new AbortController();
  const waited = setTimeout(() => given.abort(), PATIENCE_MS);
  try {
    return await fetch(request, { signal: given.signal });
  } catch {
    return (await caches.match(kept, { cacheName: KEPT.name, ignoreVary: true })) || fetch(request);
  } finally {
    clearTimeout(waited);
  }
}
