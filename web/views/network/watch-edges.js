/** Lines that are pointed at: with the mouse, or by a finger. */

import { pointerPosition } from '../input.js';

/** @typedef {import('../input.js').Position} Position */

/**
 * @template Edge
 * @param {HTMLCanvasElement} canvas
 * @param {object} handlers
 * @param {(position: Position) => Edge | null} handlers.find which is there
 * @param {(edge: Edge | null) => void} handlers.onPoint
 * @param {(edge: Edge | null) => void} handlers.onPress
 * @param {(edge: Edge) => void} handlers.onReset pressed twice
 */
export function watchEdges(canvas, { find, onPoint, onPress, onReset }) {
  /** @type {Edge | null} */
  let pointed = null;
  const pointAt = (/** @type {Edge | null} */ edge) => {
    if (!edge && !pointed) return;
    pointed = edge;
    onPoint(edge);
  };
  const point = (/** @type {PointerEvent} */ event) => {
    const edge = find(pointerPosition(event));
    canvas.style.setProperty('cursor', edge ? 'pointer' : 'default');
    pointAt(edge);
  };
  canvas.addEventListener('pointermove', point);
  canvas.addEventListener('pointerdown', point);
  const leave = () => pointAt(null);
  canvas.addEventListener('pointercancel', leave);
  canvas.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') return leave();
    // A finger leaves with every tap; what it has pointed at stays until it taps elsewhere.
    const elsewhere = { capture: true, once: true };
    canvas.ownerDocument.addEventListener('pointerdown', leave, elsewhere);
  });
  canvas.addEventListener('click', (event) => onPress(find(pointerPosition(event))));
  canvas.addEventListener('dblclick', (event) => {
    const edge = find(pointerPosition(event));
    if (edge) onReset(edge);
  });

  return {
    /** The one that is pointed at. */
    get pointed() {
      return pointed;
    },

    /** To be called when it may be gone, or lie elsewhere. */
    forget: leave,
  };
}
