// Sends the report form from the page, so that a report outlives a server or a line that is away:
// what cannot be sent is kept and sent again. Without it the browser sends the same form itself.

const SLOW_MS = 1_000;

const form = document.getElementById("report");
const { keep, post } = await import(form.dataset.outbox);
let sending = false;
let passing = false;

form.addEventListener("submit", async (event) => {
  const { submitter } = event;
  // The button that only lists a country's parts, and what the server is to answer itself.
  if (passing || submitter?.name === "parts") return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const report = filledIn(submitter);
  const quiet = wordsWhileSlow(submitter);
  const outcome = await post(report);
  quiet();
  if (outcome.thanks) return location.assign(outcome.thanks);
  sending = false;
  if (outcome.refused) return pass(submitter);
  if (keep(report, outcome)) putAway();
});

// A page that the browser brings back is one that can send again.
addEventListener("pageshow", () => {
  sending = passing = false;
});

function filledIn(submitter) {
  const body = new URLSearchParams(new FormData(form));
  body.set("kind", submitter?.value ?? "report");
  return {
    id: body.get("id"),
    url: form.action,
    tokenUrl: form.dataset.token,
    name: form.dataset.name,
    body: String(body),
    when: Date.now(),
    tokenAt: performance.timeOrigin,
  };
}

// A line that is slow is not a button that does nothing. Gives what takes the words back.
function wordsWhileSlow(button) {
  const words = button?.textContent;
  const timer = setTimeout(() => {
    if (button) button.textContent = form.dataset.sending;
  }, SLOW_MS);
  return () => {
    clearTimeout(timer);
    if (button) button.textContent = words;
  };
}

// The server says best what is wrong with it. Nothing counts twice: it is the same form.
function pass(submitter) {
  passing = true;
  (submitter ?? form.querySelector("[name=kind]")).click();
}

function putAway() {
  form.hidden = true;
  const note = document.getElementById("outbox");
  note.tabIndex = -1;
  note.focus();
}
