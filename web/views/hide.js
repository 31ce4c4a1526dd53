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
  const root = /** @type {ShadowRoot | Document} */ (element.getRootNode());
  const hasFocus = isHidden && element.contains(root.activeElement ?? null);
  element.hidden = isHidden;
  if (!hasFocus) return;
  const stops = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(STOPS)]);
  const at = stops.findIndex((stop) => element.contains(stop));
  for (const stop of [...stops.slice(0, at).reverse(), ...stops.slice(at)]) {
    // What is hidden itself does not take it.
    stop.focus({ preventScroll: true });
    if (root.activeElement === stop) return;
  }
}
