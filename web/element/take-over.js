/** What readers leave in a lab that is no setting: what they have opened, and typed so far. */
const DRAFTS = 'details, textarea, [aria-expanded], .best-line input';

/**
 * Lets a face that takes another's place have what readers have left in that: their drafts, and the
 * focus.
 *
 * @param {HTMLElement} former the other's surface
 * @param {HTMLElement} surface its own
 * @param {Element | null} focused what had the focus in the other
 */
export function takeOver(former, surface, focused) {
  const drafts = former.querySelectorAll(DRAFTS);
  surface.querySelectorAll(DRAFTS).forEach((element, index) => {
    const draft = drafts[index];
    if (element instanceof HTMLDetailsElement) element.open = draft.hasAttribute('open');
    else if (element instanceof HTMLButtonElement) {
      const [was, is] = [draft, element].map((one) => one.getAttribute('aria-expanded'));
      if (is !== was) element.click();
    } else if (element instanceof HTMLInputElement) {
      if (Reflect.get(draft, 'checked')) element.click();
    } else Object.assign(element, { value: Reflect.get(draft, 'value') });
  });
  if (focused) findAgain([former, surface], focused)?.focus({ preventScroll: true });
}

/**
 * @param {[former: HTMLElement, surface: HTMLElement]} surfaces
 * @param {Element} focused in the former
 * @returns {HTMLElement | null} what is in its place: where a fold has not got its content yet, what
 *   opens it
 */
function findAgain(surfaces, focused) {
  const [foldsBefore, folds] = surfaces.map((surface) => [...surface.querySelectorAll('details')]);
  const foldBefore = focused.closest('details');
  const fold = folds[foldsBefore.indexOf(/** @type {HTMLDetailsElement} */ (foldBefore))] ?? null;
  const [before, now] = [foldBefore, fold].map((own, i) =>
    [...surfaces[i].querySelectorAll(focused.localName)].filter(
      (element) => element.closest('details') === own,
    ),
  );
  const found = now[before.indexOf(focused)] ?? fold?.querySelector('summary') ?? null;
  return /** @type {HTMLElement | null} */ (found);
}
