// Slides the map through the last 24 hours, and keeps an open map of now true. The page is whole
// without it: each time has an address of its own.

const EVERY_MS = 30_000;
const FRAME_MS = 450;
const SETTLE_MS = 350;

const map = document.getElementById("map");
const times = document.getElementById("times");
const regions = map ? [...map.querySelectorAll("[data-code]")] : [];
let steps = null;

if (map && times) start();

function start() {
  const plain = times.querySelector("[data-plain]");
  const row = times.querySelector("[data-slider]");
  const select = plain.querySelector("select");
  const range = row.querySelector("input");
  const play = row.querySelector("[data-play]");
  const says = row.querySelector("output");
  // The oldest first, now last.
  const options = [...select.options].reverse();
  const words = Object.fromEntries(legend());
  let settling = 0;
  let playing = 0;

  range.max = options.length - 1;
  range.value = options.findIndex((option) => option.value === select.value);
  label();
  plain.hidden = true;
  row.hidden = false;
  // Who wants no motion slides by hand.
  play.disabled = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const event of ["pointerenter", "focus"]) range.addEventListener(event, load, { once: true });

  range.addEventListener("input", () => {
    stop();
    show();
  });
  play.addEventListener("click", async () => {
    if (playing) return stop();
    await load();
    if (Number(range.value) === options.length - 1) range.value = 0;
    toggle(true);
    show();
    playing = setInterval(() => {
      range.value = Number(range.value) + 1;
      show();
      if (Number(range.value) === options.length - 1) stop();
    }, FRAME_MS);
  });
  setInterval(() => {
    const isNow = !options[range.value].value && !playing;
    if (isNow && document.visibilityState === "visible") settle();
  }, EVERY_MS);
  map.classList.add("can-open");
  map.addEventListener("click", ({ target }) => {
    const region = target.closest("[data-code]");
    if (!region || region.dataset.code.includes("-")) return;
    const there = new URL(address());
    there.searchParams.delete("view");
    there.searchParams.set("country", region.dataset.code);
    location.assign(there);
  });

  function toggle(on) {
    play.setAttribute("aria-pressed", String(on));
    play.querySelector("[data-on]").hidden = !on;
    play.querySelector("[data-off]").hidden = on;
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    toggle(false);
  }

  function label() {
    const text = options[range.value].textContent;
    says.textContent = text;
    range.setAttribute("aria-valuetext", text);
  }

  async function show() {
    label();
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE_MS);
    await load();
    const nth = steps ? steps.times.indexOf(options[range.value].value) : -1;
    if (nth < 0) return;
    for (const region of regions) paint(region, steps.states[region.dataset.code]?.[nth]);
  }

  function paint(region, state) {
    const name = steps.names[state ?? steps.names.length - 1];
    const now = `r-${name}`;
    if (region.getAttribute("class") === now) return;
    region.setAttribute("class", now);
    region.querySelector("title").textContent = `${region.dataset.name}: ${words[name]}`;
  }

  function address() {
    const here = new URL(location.href);
    const at = options[range.value].value;
    if (at) here.searchParams.set("at", at);
    else here.searchParams.delete("at");
    return here;
  }

  // Words and table of the time that was chosen, made by the server.
  async function settle() {
    if (playing) return;
    const here = address();
    history.replaceState(null, "", here);
    const answer = await ask(map.dataset.part + here.search);
    if (!answer || here.href !== address().href) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of page.querySelectorAll("[data-part]")) {
      const place = document.querySelector(`main [data-part="${part.dataset.part}"]`);
      if (place && !place.contains(document.activeElement) && place.innerHTML !== part.innerHTML) {
        place.replaceChildren(...part.childNodes);
      }
    }
    const told = page.querySelector("[data-states]");
    if (!told || !(await load())) return;
    const states = Object.fromEntries(told.dataset.states.split(",").map((one) => one.split(":")));
    for (const region of regions) paint(region, states[region.dataset.code]);
    for (const link of times.querySelectorAll(".chips a")) {
      const is = (new URL(link.href).searchParams.get("at") ?? "") === options[range.value].value;
      if (is) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
}

async function load() {
  if (steps) return steps;
  const answer = await ask(map.dataset.steps + location.search);
  if (answer) steps = await answer.json();
  return steps;
}

async function ask(path) {
  try {
    const answer = await fetch(path);
    return answer.ok ? answer : null;
  } catch {
    return null; // Offline: what stands there stays, and says of what time it is.
  }
}

function legend() {
  return [...document.querySelectorAll(".map-legend li")].map((item) => [
    item.querySelector("rect").getAttribute("class").slice(2),
    item.textContent.trim(),
  ]);
}
