// Keeps an open front page true: asks for its parts anew while somebody looks. What only tells other
// numbers is swapped; what would move things waits until the reader says so.

const EVERY_MS = 20_000;
const PARTS = ["summary", "until", "now"];

const shown = document.getElementById("now");
const news = shown.querySelector("[data-news]");
let fetched = Date.now();
let timer;

shown.querySelector("[data-lives]").hidden = false;
plan(EVERY_MS);

document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (document.visibilityState === "visible") plan(Math.max(0, fetched + EVERY_MS - Date.now()));
});

function plan(wait) {
  clearTimeout(timer);
  if (document.visibilityState === "visible") timer = setTimeout(refresh, wait);
}

async function refresh() {
  fetched = Date.now();
  plan(EVERY_MS);
  let fresh;
  try {
    // Asked for with the ETag that is known: what did not change does not come again.
    const answer = await fetch(shown.dataset.refresh, { cache: "no-cache", headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return; // Offline: what stands there stays, and says of what time it is.
  }
  const [old, now] = [part(document, "now"), part(fresh, "now")];
  if (!old || !now) return;
  if (old.dataset.keys !== now.dataset.keys) return offer(fresh);
  news.replaceChildren();
  // Nothing is swapped under a reader who is on one of its links.
  if (old.contains(document.activeElement)) return;
  for (const name of PARTS) swap(name, fresh);
}

function offer(fresh) {
  const button = shown.querySelector("[data-offer]").content.firstElementChild.cloneNode(true);
  button.addEventListener("click", () => {
    for (const name of PARTS) swap(name, fresh);
    part(document, "now").dataset.keys = part(fresh, "now").dataset.keys;
    news.replaceChildren();
    const first = part(document, "now").querySelector("h2");
    if (first) {
      first.tabIndex = -1;
      first.focus();
    }
  });
  news.replaceChildren(button);
}

function swap(name, fresh) {
  const [old, now] = [part(document, name), part(fresh, name)];
  if (old && now && old.innerHTML !== now.innerHTML) old.replaceChildren(...document.importNode(now, true).childNodes);
}

function part(from, name) {
  return from.querySelector(`[data-part="${name}"]`);
}
