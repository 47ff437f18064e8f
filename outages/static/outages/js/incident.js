// Slides the map through the incident, and keeps the page of one that goes on true. The page is whole
// without it: each time has an address of its own.

const EVERY_MS = 30_000;
const FRAME_MS = 400;
const STATES = ["no_data", "outage", "ok"];
const MARKS = ["s-none", "s-outage", "s-ok"];

const article = document.getElementById("incident");
const times = document.getElementById("times");
if (times) slide();
if (article?.dataset.live) setInterval(refresh, EVERY_MS);

function slide() {
  const row = times.querySelector("[data-slider]");
  const plain = times.querySelector("[data-plain]");
  const options = [...plain.querySelectorAll("option")];
  const range = row.querySelector("input");
  const play = row.querySelector("[data-play]");
  const output = row.querySelector("output");
  const regions = document.querySelectorAll("#map [data-frames]");
  const rows = document.querySelectorAll("#regions [data-frames]");
  const said = document.querySelector(".where-at");
  const frame = said.textContent.replace(options[plain.querySelector("select").selectedIndex].text, "[time]");
  const words = STATES.map((state) => legend(state));
  let playing = 0;

  range.value = plain.querySelector("select").selectedIndex;
  label();
  plain.hidden = true;
  row.hidden = false;
  // Who wants no motion slides by hand.
  play.disabled = matchMedia("(prefers-reduced-motion: reduce)").matches;
  range.addEventListener("input", () => {
    stop();
    show();
  });
  range.addEventListener("change", keep);
  play.addEventListener("click", () => {
    if (playing) return stop();
    if (Number(range.value) === options.length - 1) range.value = 0;
    toggle(true);
    show();
    playing = setInterval(() => {
      range.value = Number(range.value) + 1;
      show();
      if (Number(range.value) === options.length - 1) stop();
    }, FRAME_MS);
  });

  function toggle(on) {
    play.setAttribute("aria-pressed", String(on));
    play.querySelector("[data-on]").hidden = !on;
    play.querySelector("[data-off]").hidden = on;
  }

  function stop() {
    if (playing) keep();
    clearInterval(playing);
    playing = 0;
    toggle(false);
  }

  function keep() {
    const here = new URL(location.href);
    here.searchParams.set("at", options[range.value].value);
    history.replaceState(null, "", here);
  }

  function label() {
    output.textContent = options[range.value].text;
    range.setAttribute("aria-valuetext", options[range.value].text);
  }

  function show() {
    label();
    const nth = Number(range.value);
    // Read out when it stands still, not at every frame.
    said.setAttribute("aria-live", playing ? "off" : "polite");
    said.textContent = frame.replace("[time]", options[nth].text);
    for (const region of regions) {
      const state = Number(region.dataset.frames[nth]);
      region.setAttribute("class", `r-${STATES[state]}`);
      region.querySelector("title").textContent = `${region.dataset.name}: ${words[state]}`;
    }
    for (const line of rows) {
      const state = Number(line.dataset.frames[nth]);
      const cell = line.querySelector(".state");
      cell.className = `state ${MARKS[state]}`;
      cell.textContent = words[state];
    }
  }
}

function legend(state) {
  const rect = document.querySelector(`.map-legend .r-${state}`);
  return rect ? rect.closest("li").dataset.word : "";
}

async function refresh() {
  if (document.visibilityState !== "visible") return;
  let answer;
  try {
    answer = await fetch(article.dataset.live, { headers: { Accept: "text/html" } });
  } catch {
    return; // Offline: what stands there stays, and says of what time it is.
  }
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const place = article.querySelector(`[data-part="${part.dataset.part}"]`);
    // Nothing is swapped under a reader who is on one of its links.
    if (!place || place.contains(document.activeElement) || place.innerHTML === part.innerHTML) continue;
    place.replaceChildren(...part.childNodes);
  }
}
