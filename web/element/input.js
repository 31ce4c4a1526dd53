/**
 * What is typed and turned in a lab, between the lab and the page around it.
 *
 * @module
 */

/** What each kind of control makes use of. @type {[selector: string, keys: RegExp][]} */
const USED = [
  ['[type=range], [type=radio], [role=region]', /^(Arrow.+|Page.+|Home|End)$/],
  ['button, summary, a, [type=checkbox], [type=file]', /^Enter$/],
  ['input, select, textarea', /^(?!Tab|Escape|F\d)/],
];

/**
 * Keeps to the lab the keys that are used in it, and what a control has answered itself. To the page,
 * whatever has the focus in here is `<moon-lab>`: it cannot know that somebody is typing, or that an
 * arrow is a control's.
 *
 * @param {ShadowRoot} root
 */
export function keepKeys(root) {
  /** Keys that are down, and were used. @type {Set<string>} */
  const kept = new Set();
  const keep = (/** @type {KeyboardEvent} */ event) => {
    // What the page has put into the lab is the page's.
    if (!root.contains(/** @type {Node} */ (event.target))) return;
    // Whoever was not told that a key went down is not to be told that it came up.
    if (event.type === 'keydown') kept[isUsed(event) ? 'add' : 'delete'](event.code);
    if (kept.has(event.code)) event.stopPropagation();
  };
  for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
    root.addEventListener(type, (event) => keep(/** @type {KeyboardEvent} */ (event)));
  }
}

/** @param {KeyboardEvent} event */
function isUsed(event) {
  if (event.defaultPrevented || event.isComposing) return true;
  if (isShortcut(event)) return false;
  // To a page, a letter by itself may mean anything; who is in the lab does not mean the page.
  if (event.key.length === 1) return true;
  const target = /** @type {Element} */ (event.target);
  const keys = USED.find(([selector]) => target.matches(selector))?.[1];
  return keys?.test(event.key) ?? false;
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether it is meant for the browser, the system or the page; AltGr types a sign
 */
function isShortcut(event) {
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
  return hasModifier && !event.getModifierState('AltGraph');
}

/**
 * Has the wheel scroll the page where a browser would change the number or the slider that has the
 * focus: whoever has typed something and then scrolls on does not mean another value.
 *
 * @param {Document | ShadowRoot} root of the fields
 */
export function keepWheel(root) {
  root.addEventListener(
    'wheel',
    (event) => {
      const field = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
      if (!field.matches('input:focus')) return;
      if (field.type === 'range') field.blur();
      // Without focus it would be as if the typing were over, and what stands there half typed meant.
      if (field.type !== 'number' || field.readOnly) return;
      field.readOnly = true;
      setTimeout(() => (field.readOnly = false));
    },
    { passive: true },
  );
}
