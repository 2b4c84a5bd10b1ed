// The quiet clock of a session. It counts by the wall, from the start that stands in the address:
// a locked screen, a hidden tab or a reload takes nothing away. Without it the page still works.
(() => {
  "use strict";
  const root = document.getElementById("going");
  if (!root || root.dataset.runs) return;
  root.dataset.runs = "yes";
  const { dataset: d } = root;
  const number = (name) => Number(d[name] || 0);
  const find = (name) => document.querySelector(`[data-${name}]`);
  const show = (name, so) => document.querySelectorAll(`[data-${name}]`).forEach((one) => { one.hidden = !so; });

  // The clock of the machine that serves the page counts; this one may be a little off.
  const ahead = number("now") * 1000 - Date.now();
  const since = number("since");
  const passed = () => Math.max(0, (Date.now() + ahead) / 1000 - since);
  const seconds = number("seconds"), reps = number("reps");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const counted = find("counted");
  let count = Number((counted && counted.value) || 0), turned = false, over = false, word = "";

  const say = (words) => { find("said").textContent = words; };
  const buzz = (...pattern) => { if ("buzz" in d && navigator.vibrate) navigator.vibrate(pattern); };
  const clock = (left) => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  const name = (before) => { document.title = before ? `${before} · ${d.name}` : d.name; };
  const fill = (part) => find("ring").setAttribute("stroke-dasharray", `${Math.min(100, part * 100)} 100`);

  function end(fresh) {
    over = true;
    show("end", true);
    show("under-way", false);
    say(d.over);
    name(d.over);
    if (fresh) buzz(200, 100, 200);
  }

  function tick() {
    const gone = passed(), left = clock(Math.max(0, Math.ceil(seconds - gone)));
    if (d.turn && !turned && gone >= seconds / 2) {
      turned = true;
      say(d.turn);
      if (gone < seconds / 2 + 5) buzz(200);
    }
    if (find("left").textContent !== left) {
      find("left").textContent = left;
      fill(gone / seconds);
      if (!over) name(turned && gone < seconds / 2 + 30 ? d.turn : left);
    }
    if (!over && gone >= seconds) end(gone < seconds + 5);
  }

  function breathe() {
    const into = number("breathIn"), out = number("breathOut"), at = passed() % (into + out);
    const now = at < into ? d.in : d.out;
    if (now !== word) find("word").textContent = word = now;
    const open = at < into ? at / into : 1 - (at - into) / out;
    find("disc").setAttribute("r", still.matches ? 40 : 26 + 24 * (1 - Math.cos(Math.PI * open)) / 2);
  }

  function tally() {
    find("count").textContent = count;
    counted.value = count || "";
    fill(count / reps);
    if (count >= reps && !over) end(false);
    if (count > reps) document.getElementById("amount").value = count;
    if (!over) name(count ? `${count} / ${reps}` : "");
  }

  function tap() {
    count += 1;
    for (const one of [location, find("why")]) {
      const kept = new URL(one.href);
      kept.searchParams.set("count", count);
      if (one === location) history.replaceState(history.state, "", kept);
      else one.href = kept;
    }
    tally();
    if (count === reps) buzz(200);
  }

  show("live", seconds || reps || "breathIn" in d);
  if (seconds || reps) show("end", false);
  show("plain", false);
  find("how").open = false;
  // The same word twice is said twice.
  find("slower").addEventListener("click", () => { say(""); setTimeout(say, 50, d.slow); });
  if (reps) {
    find("tap").addEventListener("click", tap);
    tally();
  }
  const beat = setInterval(() => {
    if (!root.isConnected) return clearInterval(beat);
    if (seconds) tick();
    if (word && still.matches && "breathIn" in d) breathe();
  }, 250);
  if (seconds) tick();
  if ("breathIn" in d) {
    const frame = () => {
      if (!root.isConnected) return;
      breathe();
      if (!still.matches) requestAnimationFrame(frame);
    };
    frame();
  }
  document.addEventListener("visibilitychange", () => { if (root.isConnected && seconds) tick(); });
})();
