import { DIRECTIONS, pointerPosition, watchCrosshair } from '../../views/input.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { h, setText } from '../../views/dom.js';
import { themeColors } from '../../views/palette.js';
import { picture } from '../../views/picture.js';
import { schedule } from '../parts/schedule.js';
import { kindLegend } from './kinds.js';
import { describeLoss, LossSurface } from './loss-surface.js';
import { METHODS } from './methods.js';

/** @typedef {import('../../views/input.js').Position} Position */
/** @typedef {import('./loss-surface.js').LossPicture} LossPicture */
/** @typedef {Omit<LossPicture, 'theme' | 'hover'>} SurfaceScene */
/** @typedef {{ u: number, v: number, name: string }} StartPlace name: where it is, in words */

/** What a handle says. */
const HELP = 'Drag it, or move it with the arrow keys; with Shift in small steps.';
/** What an arrow key moves, as a share of the picture's width; with Shift, the small step. */
const STEP = 1 / 32;
const STEP_SMALL = 1 / 160;

/**
 * A loss surface with the optimisers' paths, at the size of its place; where somebody points, it
 * tells the loss.
 */
export class SurfacePicture {
  #place;
  #view;
  #painter;
  #canvas;
  #legend = kindLegend('Optimisers', [...METHODS]);
  #spoken = h('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  #handle;
  /** @type {SurfaceScene | null} */
  #scene = null;
  /** @type {StartPlace | null} */
  #start = null;
  /** @type {Position | null} */
  #pointed = null;
  #drawing = schedule.add(() => this.#draw());

  /**
   * @param {import('../place.js').Place} place
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {string} options.title also the image's name
   * @param {(u: number, v: number) => void} [options.onStart] makes the start movable, and is told
   *   where it should go
   */
  constructor(place, { id, title, onStart }) {
    this.#place = place;
    const footer = [this.#legend.element, this.#spoken];
    this.#view = picture({ id, title, focusable: true, footer });
    this.element = this.#view.element;
    this.describe = this.#view.describe;
    this.element.classList.add('picture-surface');
    this.#painter = new LossSurface(this.#view.canvas);
    this.#canvas = new FittedCanvas(this.#view.stage, this.#painter, () => this.#draw());
    watchCrosshair(this.#view.canvas, (position, by) => {
      this.#pointed = position;
      if (by === 'keyboard') this.#tell();
      this.#drawing.now();
    });
    this.#handle = onStart && this.#createHandle(onStart);
    place.onTheme(() => {
      this.#legend.draw(themeColors(place.themeName));
      this.#drawing.now();
    });
  }

  /**
   * @param {SurfaceScene} scene
   * @param {StartPlace} [start] where the handle is, where there is one
   */
  show(scene, start) {
    this.#scene = scene;
    this.#start = start ?? null;
    this.#drawing.now();
  }

  /** @param {(u: number, v: number) => void} onStart */
  #createHandle(onStart) {
    const handle = startHandle(this.#view.stage, (position) => {
      const { x, y } = this.#canvas.toPicture(position) ?? position;
      const to = this.#painter.locate(x, y);
      if (to) onStart(to.u, to.v);
    });
    this.#view.stage.append(handle.element);
    return handle;
  }

  /** Says to screen readers what the crosshair of the keyboard is on. */
  #tell() {
    const at = this.#canvas.toPicture(this.#pointed);
    const probe = at && this.#painter.pick(at.x, at.y);
    const text = probe && this.#scene ? describeLoss(probe, this.#scene).join(', ') : '';
    setText(this.#spoken, text);
  }

  #draw() {
    if (!this.#scene || this.#canvas.isEmpty) return;
    const hover = this.#canvas.toPicture(this.#pointed);
    this.#painter.draw({ ...this.#scene, theme: themeColors(this.#place.themeName), hover });
    const at = this.#start && this.#painter.place(this.#start.u, this.#start.v);
    if (this.#start && at) this.#handle?.move(this.#canvas.fromPicture(at), this.#start.name);
  }
}

/**
 * The start on a picture, which can be taken elsewhere, by pointer and by keyboard.
 *
 * @param {HTMLElement} stage what the picture fills
 * @param {(position: Position) => void} onMove told where it should go: CSS pixels from the stage's
 *   top left corner
 * @returns {{ element: HTMLButtonElement, move: (to: Position, name: string) => void }} move: puts it
 *   there; name: where that is, in words
 */
function startHandle(stage, onMove) {
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
    h('span', { class: 'handle-text' }, 'Start'),
  );
  return {
    element,
    move(to, name) {
      at = to;
      element.style.left = `${to.x}px`;
      element.style.top = `${to.y}px`;
      element.setAttribute('aria-label', `Start: ${name}. ${HELP}`);
    },
  };
}
