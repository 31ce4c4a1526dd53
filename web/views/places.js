import { pointerPosition } from './input.js';

/** @typedef {import('./input.js').Position} Position */

/**
 * Tells where somebody presses, drags to, and lets go. A finger that moves across scrolls nothing then, as
 * long as CSS leaves that to the element; one that moves up or down scrolls the page, and goes nowhere.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(position: Position, isPassing: boolean) => void} onPlace passing until it is let go
 */
export function watchPlaces(canvas, onPlace) {
  /** Where it is pressed. @type {Position | null} */
  let start = null;
  let isDragged = false;
  canvas.addEventListener('pointerdown', (event) => {
    start = event.button === 0 ? pointerPosition(event) : null;
    isDragged = false;
    if (start) canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!start) return;
    const position = pointerPosition(event);
    // Of a finger that scrolls, the first move comes before the browser takes it away.
    isDragged ||= event.pointerType !== 'touch' || isAcross(start, position);
    if (isDragged) onPlace(position, true);
  });
  canvas.addEventListener('pointerup', (event) => {
    if (start) onPlace(pointerPosition(event), false);
    start = null;
  });
  canvas.addEventListener('pointercancel', () => (start = null));
}

/**
 * @param {Position} from
 * @param {Position} to
 */
function isAcross(from, to) {
  return Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
}
