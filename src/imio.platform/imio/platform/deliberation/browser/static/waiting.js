// Reads the page again while a work is under way, and moves nobody's focus otherwise.
const waiting = document.querySelector("[data-waiting]");
if (waiting) {
  const seconds = Number(waiting.dataset.waiting) || 5;
  setTimeout(() => location.replace(location.pathname), seconds * 1000);
}
