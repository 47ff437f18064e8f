// Reports that could not be sent: kept on this device for a day, and sent again with the same id,
// so that each counts once. On every page; a page is whole without it.

const KEPT_AS = "brownout.reports";
const MOST = 20;
// The server remembers an id for as long (docs/decisions/0015).
const DAY_MS = 86_400_000;
// Half of what a form's token is good for; an older one is exchanged before it is sent.
const TOKEN_MS = 15 * 60_000;
// A token is taken only after a second and a half.
const TOKEN_REST_MS = 2_000;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [5_000, 300_000];
// The server answers within a second or not at all; the rest is for the line.
const PATIENCE_MS = 8_000;

const shown = document.getElementById("outbox");
let delivering = false;
let timer;

/** Send a report. What became of it: `thanks` (an address), `refused`, or `wait` in milliseconds;
 * `unreached` when nobody answered. */
export async function post(report) {
  const answer = await ask(report.url, { method: "POST", body: new URLSearchParams(report.body) });
  if (!answer) return { unreached: true };
  if (new URL(answer.url).searchParams.has("reported")) return { thanks: answer.url };
  if (answer.status < 500 && answer.status !== 429) return { refused: true };
  return { wait: Number(answer.headers.get("Retry-After")) * 1000 };
}

/** Keep a report that could not be sent. False when this browser keeps nothing. */
export function keep(report, outcome) {
  const others = read().filter((other) => other.id !== report.id);
  const kept = write([...others, later({ ...report, tries: 0 }, outcome)].slice(-MOST));
  if (kept) show();
  else say("unkept", [report.name]);
  plan();
  return kept;
}

async function ask(url, options) {
  try {
    return await fetch(url, { ...options, signal: AbortSignal.timeout?.(PATIENCE_MS) });
  } catch {
    return null;
  }
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS)) ?? [];
  } catch {
    return [];
  }
}

function write(reports) {
  try {
    if (reports.length) localStorage.setItem(KEPT_AS, JSON.stringify(reports));
    else localStorage.removeItem(KEPT_AS);
    return true;
  } catch {
    return false;
  }
}

function put(report) {
  write(read().map((other) => (other.id === report.id ? report : other)));
}

// When to try next. Nobody comes back in the same second as everybody else.
function later(report, { wait, unreached }) {
  const longer = Math.min(FIRST_WAIT_MS * 2 ** report.tries, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
  const next = Date.now() + (wait ? wait * (1 + Math.random() / 2) : longer);
  return { ...report, next, tries: report.tries + 1, unreached: Boolean(unreached) };
}

function plan() {
  clearTimeout(timer);
  const times = read().map(({ next }) => next);
  if (times.length) timer = setTimeout(deliver, Math.max(1_000, Math.min(...times) - Date.now()));
}

async function deliver() {
  if (delivering) return;
  delivering = true;
  for (const report of read()) if (report.next <= Date.now()) await resend(report);
  delivering = false;
  plan();
}

async function resend(report) {
  if (Date.now() - report.when > DAY_MS) return settle(report, "gone");
  if (Date.now() - report.tokenAt > TOKEN_MS) return put(await renewed(report));
  const outcome = await post(report);
  if (outcome.thanks) return settle(report, "sent");
  if (!outcome.refused) return put(later(report, outcome));
  // Once more with a new token, in case it was only that.
  return report.renewed ? settle(report, "gone") : put(await renewed(report));
}

async function renewed(report) {
  const answer = await ask(report.tokenUrl, { headers: { Accept: "application/json" } });
  if (!answer?.ok) return later(report, { unreached: !answer });
  const body = new URLSearchParams(report.body);
  body.set("token", (await answer.json()).token);
  const now = Date.now();
  return { ...report, body: String(body), tokenAt: now, next: now + TOKEN_REST_MS, renewed: true };
}

function settle(report, end) {
  write(read().filter((other) => other.id !== report.id));
  const waiting = read();
  if (waiting.length) show();
  else say(end, [report.name]);
}

function show() {
  const waiting = read();
  if (!waiting.length) return shown.replaceChildren();
  say("kept", [...new Set(waiting.map(({ name }) => name))]);
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "button button-plain";
  remove.textContent = shown.dataset.remove;
  remove.addEventListener("click", () => {
    write([]);
    shown.replaceChildren();
  });
  shown.firstElementChild.append(remove);
}

function say(what, names) {
  const [note, words] = [document.createElement("div"), document.createElement("p")];
  note.className = what === "sent" ? "note" : "note note-wait";
  words.textContent = shown.dataset[what].replace("[names]", names.join(", "));
  note.append(words);
  shown.replaceChildren(note);
}

addEventListener("online", () => {
  for (const report of read()) if (report.unreached) put({ ...report, next: Date.now() });
  deliver();
});
addEventListener("storage", ({ key }) => {
  if (key === KEPT_AS) show();
});
if (read().length) {
  show();
  deliver();
}
