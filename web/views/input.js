/**
 * What comes by hand: where a pointer is, which arrow keys move as well; keys and the wheel, between a
 * lab and the page around it.
 *
 * @module
 */

/** @typedef {{ x: number, y: number }} Position in CSS pixels, from an element's top left corner */

/** CSS pixels that an arrow key moves; with Shift, the small step. */
const KEY_STEP = 16;
const KEY_STEP_SMALL = 2;

/** CSS pixels between two places of a drag. */
const DRAG_STEP = 8;

/** Of the arrow keys: across and down. @type {Record<string, [number, number]>} */
export const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whose text is not typed. */
const PRESSED = '[type=range], [type=radio], [type=checkbox], [type=file]';

/** What each kind of control makes use of. @type {[selector: string, keys: RegExp][]} */
const USED = [
  ['[type=range], [type=radio], [role=region], [role=grid] button', /^(Arrow.+|Page.+|Home|End)$/],
  ['button, summary, a, [type=checkbox], [type=file]', /^Enter$/],
  ['button, summary, [type=checkbox], [type=radio], [type=file], [role=region]', /^ $/],
  [`input:not(${PRESSED}), select, textarea`, /^(?!Tab|Escape|F\d)/],
];

/**
 * Where the pointer is on the element that an event has met, in CSS pixels from its top left corner,
 * however the page around has scaled, turned or moved it. A browser undoes transforms by itself, but
 * leaves what CSS has zoomed in the zoomed pixels.
 *
 * @param {MouseEvent} event while it is dispatched
 * @returns {Position}
 */
export function pointerPosition({ offsetX, offsetY, target }) {
  const zoom = zoomOf(/** @type {Element} */ (target));
  return { x: offsetX / zoom, y: offsetY / zoom };
}

/**
 * @param {Element} element
 * @returns {number} by what CSS has zoomed it; 1 where the browser does not tell
 */
export function zoomOf({ currentCSSZoom = 1 }) {
  return currentCSSZoom;
}

/**
 * Tells where somebody points on a picture, with the mouse, a finger or the arrow keys.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(position: Position | null, by: 'pointer' | 'keyboard') => void} onMove null: nowhere
 * @param {(position: Position) => void} [onPress] clicked, or Enter
 * @param {(position: Position) => void} [onDrag] every few pixels, with the button down
 */
export function watchCrosshair(canvas, onMove, onPress = () => {}, onDrag = () => {}) {
  /** @type {Position | null} */
  let position = null;
  const move = (/** @type {Position | null} */ to, /** @type {'pointer' | 'keyboard'} */ by) => {
    position = to;
    onMove(position, by);
  };

  watchPointer(canvas, (to) => move(to, 'pointer'));
  const isDragged = watchDrag(canvas, onDrag);
  canvas.addEventListener('click', (event) => {
    if (!isDragged()) onPress(pointerPosition(event));
  });
  canvas.addEventListener('blur', () => move(null, 'keyboard'));
  canvas.addEventListener('keydown', (event) => {
    const direction = DIRECTIONS[event.key];
    if (event.key === 'Escape' && position) event.preventDefault();
    if (event.key === 'Escape') move(null, 'keyboard');
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter') onPress(position ?? middle(canvas));
    if (!direction) return;
    event.preventDefault();
    move(position ? step(canvas, position, direction, event.shiftKey) : middle(canvas), 'keyboard');
  });
}

/**
 * The same, without the keys.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(position: Position | null) => void} onMove null: nowhere
 */
export function watchPointer(canvas, onMove) {
  for (const type of /** @type {const} */ (['pointermove', 'pointerdown'])) {
    canvas.addEventListener(type, (event) => onMove(pointerPosition(event)));
  }
  const leave = () => onMove(null);
  canvas.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') return leave();
    // A finger leaves with every tap; what it has pointed at stays until it taps elsewhere.
    const elsewhere = { capture: true, once: true };
    canvas.ownerDocument.addEventListener('pointerdown', leave, elsewhere);
  });
  // It was no tap: the page scrolls.
  canvas.addEventListener('pointercancel', leave);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(position: Position) => void} onDrag
 * @returns {() => boolean} whether the press that ends now was one
 */
function watchDrag(canvas, onDrag) {
  /** @type {Position | null} */
  let last = null;
  let isDragged = false;
  canvas.addEventListener('pointerdown', (event) => {
    last = event.button === 0 ? pointerPosition(event) : null;
    isDragged = false;
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!last || event.buttons !== 1) return;
    const position = pointerPosition(event);
    if (Math.hypot(position.x - last.x, position.y - last.y) < DRAG_STEP) return;
    last = position;
    isDragged = true;
    onDrag(position);
  });
  return () => isDragged;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Position}
 */
function middle({ clientWidth, clientHeight }) {
  return { x: clientWidth / 2, y: clientHeight / 2 };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Position} from
 * @param {[number, number]} direction
 * @param {boolean} isSmall
 * @returns {Position}
 */
function step({ clientWidth, clientHeight }, from, [right, down], isSmall) {
  const length = isSmall ? KEY_STEP_SMALL : KEY_STEP;
  return {
    x: Math.min(clientWidth, Math.max(0, from.x + right * length)),
    y: Math.min(clientHeight, Math.max(0, from.y + down * length)),
  };
}

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
  return isOfControl(event);
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether what has the focus makes use of the key itself
 */
function isOfControl({ target, key }) {
  const control = /** @type {Element} */ (target);
  return USED.some(([selector, keys]) => control.matches(selector) && keys.test(key));
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether a key may be a shortcut of the lab: nothing in it has used it or will, and it
 *   is pressed alone
 */
export function isFree(event) {
  const isWithShift = event.shiftKey && /^([a-z]| |.{2,})$/i.test(event.key);
  const isTaken = event.defaultPrevented || event.isComposing || isShortcut(event);
  return !isTaken && !isWithShift && !isOfControl(event);
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
