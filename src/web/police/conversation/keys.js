// Moves about a conversation by single keys. Everything it does is also a link or a form, so the page works without it.
// Keys are off in fields, with Ctrl, Alt or Meta, and when the box in the list of keys is ticked.
const OFF = 'handover-keys-off';
const help = document.querySelector('[data-keys]');
const box = document.getElementById('keys-off');

/** Storage may be forbidden; keys then stay on. */
function stored() {
  try {
    return localStorage.getItem(OFF) === 'yes';
  } catch {
    return false;
  }
}

function store(isOff) {
  try {
    localStorage.setItem(OFF, isOff ? 'yes' : 'no');
  } catch {
    // Nothing depends on it being remembered.
  }
}

const numbers = () => [...document.querySelectorAll('.ho-message__number')];
const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The message in focus, or else the one that is selected, or the first one in the window. */
function here(links) {
  const row =
    document.activeElement?.closest('.ho-message') ?? document.querySelector('.ho-message--selected');
  const at = links.findIndex(link => row?.contains(link));
  if (at >= 0) return at;
  return links.findIndex(link => link.getBoundingClientRect().top >= 0) - 1;
}

function goTo(element) {
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center', behavior: reduced ? 'auto' : 'smooth' });
}

/** Past the end of the page, on to the page after it. */
function step(by) {
  const links = numbers();
  const next = links[here(links) + by];
  if (next) return goTo(next);
  document.querySelector(by > 0 ? '.ho-turn a[rel="next"]' : '.ho-turn a[rel="prev"]')?.click();
}

/** The next element of these in the document, seen from the message in focus. */
function beyond(selector, by) {
  const links = numbers();
  const from = links[Math.max(0, here(links))];
  const all = [...document.querySelectorAll(selector)];
  const isAfter = element => from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  return by > 0
    ? all.find(isAfter)
    : all.findLast(element => element !== from && !isAfter(element) && !element.contains(from));
}

/** The first message of the day before or after. */
function day(by) {
  const marker = by > 0 ? beyond('.ho-day', 1) : dayBefore();
  const first =
    marker && numbers().find(link => marker.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (first) return goTo(first);
  document.querySelector(by > 0 ? '.ho-turn a[rel="next"]' : '.ho-turn a[rel="prev"]')?.click();
}

function dayBefore() {
  const links = numbers();
  const from = links[Math.max(0, here(links))];
  const before = [...document.querySelectorAll('.ho-day')].filter(
    marker => marker.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return before.at(-2);
}

function mark() {
  const found = beyond('.ho-doubt, .ho-doubt-again, .ho-gap, .ho-unread', 1);
  const row = found?.closest('.ho-message')?.querySelector('.ho-message__number') ?? found;
  if (row && !row.matches('a')) row.tabIndex = -1;
  goTo(row);
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ']': () => day(1),
  '[': () => day(-1),
  n: mark,
  '/': () => document.getElementById('search')?.focus(),
  '?': () => {
    help.open = !help.open;
    if (help.open) help.querySelector('summary').focus();
  },
};

function isTyping(target) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
  );
}

document.addEventListener('keydown', event => {
  if (box.checked || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  const act = KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

help.hidden = false;
box.checked = stored();
box.addEventListener('change', () => store(box.checked));
