// Keeps an open service page true: fetches the answer anew while somebody looks, and reads the chart
// out under the pointer. The page is whole without it.

const EVERY_MS = 30_000;

const verdict = document.getElementById("verdict");
if (verdict) setInterval(() => refresh(verdict), EVERY_MS);

const figure = document.getElementById("chart-figure");
if (figure) for (const chart of figure.querySelectorAll("svg")) follow(chart, figure);

const map = document.querySelector("[data-opens]");
if (map) {
  map.classList.add("can-open");
  map.addEventListener("click", ({ target }) => {
    const region = target.closest("[data-code]");
    if (region) location.assign(`${map.dataset.opens}${region.dataset.code}#where`);
  });
}

async function refresh(shown) {
  // Nothing is swapped under a reader who is on one of its links.
  if (document.visibilityState !== "visible" || shown.contains(document.activeElement)) return;
  let answer;
  try {
    answer = await fetch(shown.dataset.refresh, { headers: { Accept: "text/html" } });
  } catch {
    return; // Offline: what stands there stays, and says of what time it is.
  }
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  const old = shown.firstElementChild;
  if (!fresh || !old) return;
  old.className = fresh.className;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const place = old.querySelector(`[data-part="${part.dataset.part}"]`);
    if (place && place.innerHTML !== part.innerHTML) place.replaceChildren(...part.childNodes);
  }
}

function follow(chart, figure) {
  const { start, step, says } = figure.dataset;
  const reports = figure.dataset.reports.split(",");
  const usual = figure.dataset.usual.split(",");
  const [left, right] = [Number(chart.dataset.left), Number(chart.dataset.right)];
  const cursor = chart.querySelector(".c-cursor");
  const readout = figure.querySelector("[data-readout]");
  chart.addEventListener("pointermove", (event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
    const nth = Math.round(((place.x - left) / (right - left)) * (reports.length - 1));
    if (!(nth in reports)) return;
    const time = new Date((Number(start) + nth * Number(step)) * 1000).toISOString().slice(11, 16);
    const about = usual[nth] === "" ? "?" : Math.round(Number(usual[nth]) * 10) / 10;
    readout.textContent = says.replace("[time]", time).replace("[reports]", reports[nth]).replace("[usual]", about);
    const x = left + (nth / (reports.length - 1)) * (right - left);
    cursor.setAttribute("d", `M${x} ${chart.dataset.top}V${chart.dataset.bottom}`);
    cursor.style.visibility = "visible";
  });
  chart.addEventListener("pointerleave", () => {
    readout.textContent = "";
    cursor.style.visibility = "hidden";
  });
}
