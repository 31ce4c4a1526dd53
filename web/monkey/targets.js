/**
 * What in a lab can be pressed, set or pointed at, by names that mean the same in every run.
 *
 * @module
 */

/** @typedef {{ name: string, element: HTMLElement }} Target */

const TARGETS = 'button, select, input, textarea, summary, canvas, [tabindex="0"]';
/** Only a person may open the browser's own windows. */
const DIALOGS = 'input[type="file"]';

/**
 * @param {HTMLElement} lab
 * @returns {Target[]} all that is there to be used
 */
export function targetsOf(lab) {
  const all = [...(lab.shadowRoot?.querySelectorAll(TARGETS) ?? [])];
  /** @type {Map<string, number>} */
  const counts = new Map();
  return all.flatMap((element) => {
    if (!(element instanceof HTMLElement) || element.matches(DIALOGS)) return [];
    const kind = kindOf(element);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return isThere(element) ? [{ name: `${kind} ${count}`, element }] : [];
  });
}

/**
 * @param {HTMLElement} lab
 * @param {string} name
 * @returns {HTMLElement | undefined}
 */
export function findTarget(lab, name) {
  return targetsOf(lab).find((target) => target.name === name)?.element;
}

/**
 * @param {HTMLElement} element
 * @returns {string} what people call it, for the report
 */
export function labelOf(element) {
  const { labels } = /** @type {HTMLInputElement} */ (element);
  const text = element.getAttribute('aria-label') ?? labels?.[0]?.textContent;
  return (text ?? element.textContent ?? '').trim().slice(0, 40);
}

/**
 * @param {HTMLElement} element
 * @returns {string} whatever the language, and whatever state it is in
 */
function kindOf(element) {
  const tag = element.localName;
  return element.id
    ? `${tag}#${element.id}`
    : [tag, element.classList[0]].filter(Boolean).join('.');
}

/** @param {HTMLElement} element */
function isThere(element) {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}
