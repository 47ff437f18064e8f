// Suggestions while somebody types a service's name (ARIA: combobox with a listbox). Without it the
// form is sent and answered by a page.

const WAIT_MS = 120;

for (const finder of document.querySelectorAll("[data-suggestions]")) suggest(finder);

function suggest(finder) {
  const input = finder.querySelector("input");
  const list = finder.querySelector("[role=listbox]");
  const status = finder.querySelector("[role=status]");
  const known = new Map();
  let timer, asked;

  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) input.setAttribute(name, value);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    const q = input.value.trim();
    if (!q) return close();
    if (known.has(q)) return show(q);
    timer = setTimeout(() => ask(q), WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      // The first press closes; a second one empties the field, as browsers do it.
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden && known.has(input.value.trim())) show(input.value.trim());
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      chosen().click();
    }
  });
  input.addEventListener("blur", close);
  // A press must not take the focus away, which would close the list before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("[data-url]");
    if (option) take(option);
  });

  async function ask(q) {
    asked?.abort();
    asked = new AbortController();
    let found;
    try {
      const answer = await fetch(`${finder.dataset.suggestions}?${new URLSearchParams({ q })}`, { signal: asked.signal });
      if (!answer.ok) return;
      found = await answer.json();
    } catch {
      return; // Offline, or typed on: the form works all the same.
    }
    known.set(q, found);
    if (input.value.trim() === q && document.activeElement === input) show(q);
  }

  function show(q) {
    const { results, says } = known.get(q);
    list.replaceChildren(...results.map(line));
    list.hidden = !results.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = says;
  }

  function line({ name, url, kind, state }, nth) {
    const option = document.createElement("li");
    option.id = `${list.id}-${nth}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = url;
    option.dataset.name = name;
    const [called, beside] = [document.createElement("span"), document.createElement("span")];
    called.textContent = name;
    beside.textContent = state || kind;
    beside.className = state ? "state s-outage" : "soft";
    option.append(called, " ", beside);
    return option;
  }

  function chosen() {
    return list.hidden ? null : list.querySelector('[aria-selected="true"]');
  }

  function move(step) {
    const options = [...list.children];
    if (list.hidden || !options.length) return;
    const at = options.indexOf(chosen());
    const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
    for (const option of options) option.setAttribute("aria-selected", String(option === options[next]));
    options[next].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[next].id);
  }

  // A form that asks for a name is filled in; the search goes where it leads.
  function take(option) {
    close();
    if (!("fills" in finder.dataset)) return location.assign(option.dataset.url);
    input.value = option.dataset.name;
    input.focus();
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }
}
