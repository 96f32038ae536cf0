// Access keys and drafts of the session page; without this the buttons and links
// do everything. Only texts are kept, never a vote.
const page = document.querySelector("[data-seance]");
const PREFIX = "seance-draft:";
const DAY = 24 * 60 * 60 * 1000;

const forget = (test) => {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && test(key)) localStorage.removeItem(key);
  }
};

const stored = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

const write = (area, text) => {
  area.value = text;
  window.tinymce?.get(area.id)?.setContent(text);
};

const keepDrafts = (form, prefix) => {
  const area = form.querySelector("textarea");
  const key = `${prefix}${form.dataset.draft}`;
  if (page.dataset.saved === form.dataset.draft) localStorage.removeItem(key);
  const shown = area.value;
  const found = stored(key);
  if (found && found.text !== shown) {
    const offer = form.querySelector("[data-draft-offer]");
    offer.hidden = false;
    const folded = form.closest("details");
    if (folded) folded.open = true;
    offer.querySelector("[data-draft-take]").addEventListener("click", () => {
      write(area, found.text);
      offer.hidden = true;
    });
    offer.querySelector("[data-draft-drop]").addEventListener("click", () => {
      localStorage.removeItem(key);
      offer.hidden = true;
    });
  }
  let last = shown;
  // The editor rewrites what it is given: what counts is what changed since.
  let given = null;
  const typed = () => {
    const editor = window.tinymce?.get(area.id);
    if (!editor?.initialized) return area.value;
    given ??= editor.getContent();
    return editor.getContent() === given ? shown : editor.getContent();
  };
  const keep = () => {
    const text = typed();
    if (text === last) return;
    last = text;
    localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
  };
  area.addEventListener("input", keep);
  window.setInterval(keep, 1000);
  form.addEventListener("submit", keep);
};

const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]");

const pressKey = (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const letter = event.code.replace(/^Key/, "").toLowerCase();
  const target = document.querySelector(`[data-key="${letter}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("a[href], button")) {
    if (!isTyping(event.target) || target.matches("button")) target.click();
  } else {
    const folded = target.closest("details");
    if (folded) folded.open = true;
    const first = (fields) => target.querySelector(fields);
    (
      first("details[open] select, details[open] input:not([type=hidden])") ??
      first("select, input:not([type=hidden]), textarea") ??
      first("button, summary")
    )?.focus();
  }
};

if (page) {
  const prefix = `${PREFIX}${page.dataset.user}:${page.dataset.seance}:`;
  const mine = `${PREFIX}${page.dataset.user}:`;
  forget((key) => !key.startsWith(mine) || Date.now() - (stored(key)?.at ?? 0) > DAY);
  page.querySelectorAll("form[data-draft]").forEach((form) => keepDrafts(form, prefix));
  document.addEventListener("keydown", pressKey);
  document.querySelectorAll("a[href*='logout']").forEach((link) => {
    link.addEventListener("click", () => forget(() => true));
  });
}
