/** What the keyboard comes by. */
const STOPS = ':is(button, select, input, textarea, summary, [tabindex]):not([tabindex="-1"])';

/**
 * Hides an element or shows it. Where it has the focus, that goes to what comes before, or else the
 * keyboard's way would begin anew at the top of the page.
 *
 * @param {HTMLElement} element
 * @param {boolean} isHidden
 */
export function setHidden(element, isHidden) {
  const hasFocus = isHidden && element.contains(rootOf(element).activeElement ?? null);
  element.hidden = isHidden;
  if (hasFocus) passFocus(element);
}

/**
 * Does something by which a style sheet hides parts of an element. Where one of them has the focus,
 * that goes on as above.
 *
 * @param {HTMLElement} element
 * @param {() => void} change
 */
export function keepFocus(element, change) {
  const active = rootOf(element).activeElement ?? null;
  change();
  if (!(active instanceof HTMLElement) || !element.contains(active)) return;
  if (active.getClientRects().length === 0) passFocus(active);
}

/**
 * Takes an element away. Where it has the focus, that goes on as above.
 *
 * @param {HTMLElement} element
 */
export function removeElement(element) {
  setHidden(element, true);
  element.remove();
}

/** @param {HTMLElement} lost what can no longer have it */
function passFocus(lost) {
  const root = rootOf(lost);
  const stops = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(STOPS)]);
  const at = stops.findIndex((stop) => lost.contains(stop));
  for (const stop of [...stops.slice(0, at).reverse(), ...stops.slice(at)]) {
    // What has just been hidden seems to have it still; what is hidden itself does not take it.
    if (lost.contains(stop)) continue;
    stop.focus({ preventScroll: true });
    if (root.activeElement === stop) return;
  }
}

/** @param {HTMLElement} element */
function rootOf(element) {
  return /** @type {ShadowRoot | Document} */ (element.getRootNode());
}
