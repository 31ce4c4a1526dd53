import { pointerPosition } from './pointer.js';

/**
 * Where somebody points on the boundary, with the mouse, a finger or the arrow keys.
 *
 * @typedef {import('./fitted-canvas.js').Position} Position CSS pixels from the canvas' top left corner
 */

/** CSS pixels that an arrow key moves; with Shift, the small step. */
const KEY_STEP = 16;
const KEY_STEP_SMALL = 2;

/** @type {Record<string, [number, number]>} */
const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(position: Position | null, by: 'pointer' | 'keyboard') => void} onMove null: nowhere
 * @param {(position: Position) => void} [onPress] clicked, or Enter
 */
export function watchCrosshair(canvas, onMove, onPress = () => {}) {
  /** @type {Position | null} */
  let position = null;
  const move = (/** @type {Position | null} */ to, /** @type {'pointer' | 'keyboard'} */ by) => {
    position = to;
    onMove(position, by);
  };

  for (const type of /** @type {const} */ (['pointermove', 'pointerdown'])) {
    canvas.addEventListener(type, (event) => move(pointerPosition(event), 'pointer'));
  }
  canvas.addEventListener('click', (event) => onPress(pointerPosition(event)));
  const leave = () => move(null, 'pointer');
  canvas.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') return leave();
    // A finger leaves with every tap; what it has pointed at stays until it taps elsewhere.
    const elsewhere = { capture: true, once: true };
    canvas.ownerDocument.addEventListener('pointerdown', leave, elsewhere);
  });
  // It was no tap: the page scrolls.
  canvas.addEventListener('pointercancel', leave);
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
