// Keeps an open service page true: fetches what moves anew while somebody looks, and reads the chart
// out under the pointer, the finger and the arrow keys. The page is whole without it.

const EVERY_MS = 20_000;
const LONG_STEPS = 12;
// As the page itself writes: the day before the month, digits from 0 to 9.
const lang = (document.documentElement.lang || "en").replace(/^en$/, "en-GB") + "-u-nu-latn";

// Kept true ------------------------------------------------------------------------------------

const parts = [...document.querySelectorAll("[data-refresh]")];
const live = document.querySelector("[data-lost]");
const renewedAt = new Map();
tell(true);
if (parts.length) {
  setInterval(renew, EVERY_MS);
  document.addEventListener("visibilitychange", renew);
}

async function renew() {
  if (document.visibilityState !== "visible") return;
  const due = parts.filter((part) => {
    const every = Number(part.dataset.every ?? 0) * 1000;
    return Date.now() - (renewedAt.get(part) ?? performance.timeOrigin) >= Math.max(every - 1000, 0);
  });
  for (const part of due) renewedAt.set(part, Date.now());
  const came = await Promise.all(due.map(refresh));
  tell(!came.includes(false));
}

// Of what time this is; the answer brings the sentence along.
function tell(came) {
  if (live) live.textContent = came ? document.querySelector("[data-live]")?.dataset.live ?? "" : live.dataset.lost;
}

// False: the site did not answer. What stands there stays, and says of what time it is.
async function refresh(shown) {
  // Nothing is swapped under a reader who is on one of its links.
  if (shown.contains(document.activeElement) && document.activeElement.matches("a, summary")) return true;
  let answer;
  try {
    // The browser asks with the ETag of what it has: mostly the answer is 304, without a body.
    answer = await fetch(shown.dataset.refresh, { cache: "no-cache", headers: { Accept: "text/html" } });
  } catch {
    return false;
  }
  if (!answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  const old = shown.firstElementChild;
  if (!fresh || !old) return true;
  old.className = fresh.className;
  if (fresh.dataset.live) old.dataset.live = fresh.dataset.live;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const place = shown.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!place || place.innerHTML === part.innerHTML) continue;
    place.replaceChildren(...part.childNodes);
    place.dispatchEvent(new Event("renewed"));
  }
  return true;
}

// The chart read out ---------------------------------------------------------------------------

const plot = document.getElementById("plot");
if (plot) follow(plot, document.querySelector("[data-readout]"));

function follow(plot, readout) {
  let at = null;
  plot.tabIndex = 0;
  plot.setAttribute("role", "application");
  plot.setAttribute("aria-label", plot.dataset.label);

  const numbers = () => {
    const { start, step, reports, usual, says, unknown, unusual } = plot.querySelector("[data-reports]").dataset;
    return { start: Number(start), step: Number(step), reports: reports.split(","), usual: usual.split(","), says, unknown, unusual };
  };
  const shownChart = () => [...plot.querySelectorAll("svg")].find((svg) => svg.getBoundingClientRect().width > 0);
  const written = (number) => Number(number).toLocaleString(lang, { maximumFractionDigits: Number(number) < 10 ? 1 : 0 });

  const show = (nth) => {
    const { start, step, reports, usual, says, unknown, unusual } = numbers();
    at = Math.max(0, Math.min(reports.length - 1, nth));
    const is24h = reports.length * step <= 86_400;
    const format = new Intl.DateTimeFormat(lang, {
      timeZone: "UTC", hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(is24h ? {} : { day: "numeric", month: "short" }),
    });
    const time = format.format(new Date((start + at * step) * 1000));
    const form = reports[at] === "" ? unknown : usual[at] === "" ? unusual : says;
    readout.textContent = form
      .replace("[time]", time).replace("[reports]", written(reports[at])).replace("[usual]", written(usual[at]));
    for (const chart of plot.querySelectorAll("svg")) {
      const [first, last] = [Number(chart.dataset.first), Number(chart.dataset.last)];
      const x = first + (at / Math.max(reports.length - 1, 1)) * (last - first);
      const cursor = chart.querySelector(".c-cursor");
      cursor.setAttribute("d", `M${x} ${chart.dataset.top}V${chart.dataset.bottom}`);
      cursor.style.visibility = "visible";
    }
  };
  const hide = () => {
    at = null;
    readout.textContent = "";
    for (const cursor of plot.querySelectorAll(".c-cursor")) cursor.style.visibility = "hidden";
  };
  const point = (event) => {
    const chart = shownChart();
    if (!chart) return;
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
    const [first, last] = [Number(chart.dataset.first), Number(chart.dataset.last)];
    show(Math.round(((place.x - first) / (last - first)) * (numbers().reports.length - 1)));
  };

  plot.addEventListener("pointerdown", point);
  plot.addEventListener("pointermove", point);
  // A finger that is lifted leaves what it found to be read.
  plot.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch" && document.activeElement !== plot) hide();
  });
  plot.addEventListener("focus", () => { if (at === null) show(numbers().reports.length - 1); });
  plot.addEventListener("blur", hide);
  plot.addEventListener("keydown", (event) => {
    const last = numbers().reports.length - 1;
    const to = {
      ArrowLeft: (at ?? last) - 1, ArrowRight: (at ?? last) + 1,
      PageUp: (at ?? last) - LONG_STEPS, PageDown: (at ?? last) + LONG_STEPS,
      Home: 0, End: last, Escape: null,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (to === null) hide();
    else show(to);
  });
  plot.addEventListener("renewed", () => { if (at !== null) show(at); });
}

// The map --------------------------------------------------------------------------------------

const map = document.querySelector("[data-opens]");
if (map) {
  map.classList.add("can-open");
  map.addEventListener("click", ({ target }) => {
    const region = target.closest("[data-code]");
    if (!region) return;
    const there = new URL(location.href);
    there.searchParams.set("country", region.dataset.code);
    for (const own of ["reported", "region"]) there.searchParams.delete(own);
    there.hash = "where";
    location.assign(there);
  });
}
