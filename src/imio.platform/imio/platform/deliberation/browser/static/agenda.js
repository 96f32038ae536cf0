// Drag and drop over the agenda's own form: what is dropped is submitted as the
// buttons are, so the server alone decides and a refusal is shown the same way.
const list = document.querySelector("[data-agenda]");
const form = list?.closest("form");

function hidden(name, value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

function lineUnder(event) {
  return event.target.closest?.("[data-agenda] > li") ?? null;
}

function clear() {
  for (const line of list.children) {
    line.classList.remove("deliberation-drop-before", "deliberation-drop-after");
  }
}

function isLowerHalf(event, line) {
  const box = line.getBoundingClientRect();
  return event.clientY > box.top + box.height / 2;
}

function enable() {
  let dragged = null;
  const movable = list.querySelectorAll(":scope > li[data-movable]");
  // Once the numbers are sent nothing moves: nobody is told to drag.
  if (!movable.length) return;
  for (const line of movable) {
    line.draggable = true;
  }
  document.querySelector(".deliberation-drag-help")?.removeAttribute("hidden");
  list.addEventListener("dragstart", (event) => {
    dragged = lineUnder(event);
    if (!dragged?.draggable) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.uid);
    dragged.classList.add("deliberation-dragged");
  });
  list.addEventListener("dragover", (event) => {
    const line = lineUnder(event);
    if (!dragged || !line) return;
    event.preventDefault();
    clear();
    const side = isLowerHalf(event, line) ? "after" : "before";
    line.classList.add(`deliberation-drop-${side}`);
  });
  list.addEventListener("dragend", () => {
    dragged?.classList.remove("deliberation-dragged");
    dragged = null;
    clear();
  });
  list.addEventListener("drop", (event) => {
    const line = lineUnder(event);
    if (!dragged || !line || line === dragged) return;
    event.preventDefault();
    const before = isLowerHalf(event, line) ? line.nextElementSibling : line;
    if (before === dragged) return;
    form.append(hidden("drop", dragged.dataset.uid));
    form.append(hidden("before", before?.dataset.uid ?? ""));
    form.submit();
  });
}

if (list?.dataset.agenda === "movable" && form) enable();
