import { h } from '../../views/dom.js';
import { pointerPosition } from '../../views/pointer.js';

/** @typedef {import('../../element/fitted-canvas.js').Position} Position */

const HELP = 'Drag it, or move it with the arrow keys; with Shift in small steps.';

/** What an arrow key moves, as a share of the picture's width; with Shift, the small step. */
const STEP = 1 / 32;
const STEP_SMALL = 1 / 160;

/** @type {Record<string, [number, number]>} */
const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A place on a picture that can be taken elsewhere, by pointer and by keyboard.
 *
 * @param {HTMLElement} stage what the picture fills
 * @param {string} text beside it
 * @param {(position: Position) => void} onMove told where it should go: CSS pixels from the stage's
 *   top left corner
 * @returns {{ element: HTMLButtonElement, move: (to: Position, name: string) => void }} move: puts it
 *   there; name: where that is, in words
 */
export function startHandle(stage, text, onMove) {
  /** @type {Position} */
  let at = { x: 0, y: 0 };
  /** Where the handle was taken, while it is dragged. @type {Position | null} */
  let grip = null;
  const element = h(
    'button',
    {
      type: 'button',
      class: 'handle',
      title: HELP,
      onpointerdown: (/** @type {PointerEvent} */ event) => {
        element.setPointerCapture(event.pointerId);
        grip = pointerPosition(event);
      },
      onpointermove: (/** @type {PointerEvent} */ event) => {
        if (!grip) return;
        const { x, y } = pointerPosition(event);
        onMove({ x: at.x + x - grip.x, y: at.y + y - grip.y });
      },
      onpointerup: () => (grip = null),
      onpointercancel: () => (grip = null),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        const direction = DIRECTIONS[event.key];
        if (!direction) return;
        event.preventDefault();
        const length = stage.clientWidth * (event.shiftKey ? STEP_SMALL : STEP);
        // At once, so that keys pressed before the next frame add up.
        at = { x: at.x + direction[0] * length, y: at.y + direction[1] * length };
        onMove(at);
      },
    },
    h('span', { class: 'handle-text' }, text),
  );
  return {
    element,
    move(to, name) {
      at = to;
      element.style.left = `${to.x}px`;
      element.style.top = `${to.y}px`;
      element.setAttribute('aria-label', `${text}: ${name}. ${HELP}`);
    },
  };
}
