// Keeps an open service page true: fetches the answer anew while somebody looks, and reads the chart
// out under the pointer. The page is whole without it.

const EVERY_MS = 30_000;

const verdict = document.getElementById("verdict");
if (verdict) setInterval(() => refresh(verdict), EVERY_MS);

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
