import { createData, toPoints } from '../../engine/data.js';
import { h, setText } from '../../views/dom.js';
import { DIRECTIONS, pointerPosition } from '../../views/input.js';
import { formatNumber } from '../parts/numbers.js';
import { Plane } from '../parts/plane.js';
import { TO_SKETCH } from './examples.js';
import {
  classifier,
  countRight,
  extendLine,
  parseLine,
  printLine,
  startLine,
} from './sketch-line.js';

/** @typedef {import('./sketch-line.js').Point} Point */
/** @typedef {Pick<import('../../state/types.js').Description, 'bounds' | 'train' | 'test'>} Data */

/** Handles of the line. */
export const POINT_COUNT = 7;

const TEXTS = {
  hint: 'Drag the points, or focus one and use the arrow keys; with Shift the steps are small.',
  point: (/** @type {number} */ number, /** @type {number} */ count) =>
    `Point ${number} of ${count}`,
  place: (/** @type {Point} */ [x1, x2]) => `x₁ ${formatNumber(x1)}, x₂ ${formatNumber(x2)}`,
  right: (/** @type {number} */ right, /** @type {number} */ count) =>
    `Your line gets ${right} of the ${count} training points right.`,
};
/** Steps of an arrow key, as a share of the plane. */
const STEP = 1 / 40;
const SMALL_STEP = 1 / 200;

/** The sketch in a question's form. @type {WeakMap<Element, Sketch>} */
const sketches = new WeakMap();

/**
 * The plane on which the reader draws a boundary. It stands in a question, whose field `guess` it
 * fills in.
 *
 * @param {import('../place.js').Place} place
 */
export function mountSketch(place) {
  const form = /** @type {HTMLFormElement} */ (place.host.closest('form'));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('guess'));
  const { train, test, bounds } = createData(place.engine, TO_SKETCH);
  const sketch = new Sketch(place, {
    data: { train: toPoints(train), test: toPoints(test), bounds },
    points: parseLine(field.value, POINT_COUNT),
    onChange(points) {
      field.value = printLine(points);
    },
  });
  field.value = printLine(sketch.points);
  sketch.describe();
  sketches.set(form, sketch);
  form.addEventListener('reopen', () => {
    sketch.showAnswer(null);
    sketch.describe();
    sketch.lock(false);
  });
  place.root.append(sketch.element);
}

/**
 * @param {Element} form
 * @returns {Sketch | undefined} undefined before it has come near the screen
 */
export function sketchIn(form) {
  return sketches.get(form);
}

/**
 * A boundary that the reader draws over the training points: a line with handles. Later the
 * network's answer can be shown under it.
 */
class Sketch {
  #plane;
  #data;
  #points;
  #handles;
  #onChange;
  #isLocked = false;
  #verdict = h('p', { class: 'sketch-verdict', 'aria-live': 'polite' });
  /** @type {import('../../state/types.js').Answer | null} */
  #answer = null;

  /**
   * @param {import('../place.js').Place} place
   * @param {object} options
   * @param {Data} options.data
   * @param {Point[] | null} [options.points] where they are; otherwise on a straight line
   * @param {(points: Point[]) => void} options.onChange
   */
  constructor(place, { data, points, onChange }) {
    this.#data = data;
    this.#onChange = onChange;
    this.#points = points ?? startLine(data.bounds, POINT_COUNT);
    const onDraw = () => this.#placeHandles();
    const title = 'Your boundary';
    this.#plane = new Plane(place, { id: 'sketch', title, readout: false, onDraw });
    this.#handles = this.#points.map((_, i) => this.#createHandle(i));
    this.#plane.stage.append(h('div', { class: 'sketch-handles' }, ...this.#handles));
    this.element = h(
      'div',
      { class: 'stack sketch' },
      this.#plane.element,
      h('p', { class: 'readout' }, TEXTS.hint),
      this.#verdict,
    );
    this.#show();
  }

  get points() {
    return this.#points;
  }

  /** @param {boolean} isLocked whether it can no longer be changed */
  lock(isLocked) {
    this.#isLocked = isLocked;
    for (const handle of this.#handles) {
      handle.setAttribute('aria-disabled', String(isLocked));
    }
  }

  /**
   * @param {import('../../state/types.js').Answer | null} answer the network's, to lie under
   *   the line; null takes it away
   */
  showAnswer(answer) {
    this.#answer = answer;
    this.#show();
  }

  /** Brings the description in words up to date. */
  describe() {
    this.#plane.describe();
  }

  /** @param {number} index */
  #createHandle(index) {
    const handle = h('div', {
      class: 'sketch-handle',
      role: 'slider',
      tabindex: 0,
      'aria-label': TEXTS.point(index + 1, this.#points.length),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event, index),
      onpointerdown: (/** @type {PointerEvent} */ event) => {
        handle.setPointerCapture(event.pointerId);
      },
      onpointermove: (/** @type {PointerEvent} */ event) => {
        if (handle.hasPointerCapture(event.pointerId)) this.#onDrag(event, index);
      },
    });
    return handle;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} index
   */
  #onKey(event, index) {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    const [x1From, x1To, x2From, x2To] = this.#data.bounds;
    const step = event.shiftKey ? SMALL_STEP : STEP;
    const [x1, x2] = this.#points[index];
    this.#move(index, [
      x1 + direction[0] * step * (x1To - x1From),
      x2 - direction[1] * step * (x2To - x2From),
    ]);
  }

  /**
   * @param {PointerEvent} event
   * @param {number} index
   */
  #onDrag(event, index) {
    const { offsetLeft, offsetTop } = this.#handles[index];
    const { x, y } = pointerPosition(event);
    const to = this.#plane.toPlane({ x: offsetLeft + x, y: offsetTop + y });
    if (to) this.#move(index, to);
  }

  /**
   * @param {number} index
   * @param {Point} to kept inside the plane
   */
  #move(index, to) {
    if (this.#isLocked) return;
    const [x1From, x1To, x2From, x2To] = this.#data.bounds;
    /** @type {Point} */
    const inside = [
      Math.min(x1To, Math.max(x1From, to[0])),
      Math.min(x2To, Math.max(x2From, to[1])),
    ];
    this.#points = this.#points.map((point, i) => (i === index ? inside : point));
    this.#show();
    this.#onChange(this.#points);
  }

  #show() {
    const { bounds, train } = this.#data;
    const lines = [{ points: extendLine(this.#points, bounds) }];
    const answer = this.#answer ?? { grid: null };
    this.#plane.show({ ...this.#data, ...answer, points: 'train', hasBar: true, lines });
    this.#points.forEach((point, i) => {
      const handle = this.#handles[i];
      handle.setAttribute('aria-valuemin', String(bounds[2]));
      handle.setAttribute('aria-valuemax', String(bounds[3]));
      handle.setAttribute('aria-valuenow', point[1].toFixed(3));
      handle.setAttribute('aria-valuetext', TEXTS.place(point));
    });
    const right = countRight(train, classifier(this.#points, bounds, train));
    setText(this.#verdict, TEXTS.right(right, train.y.length));
  }

  #placeHandles() {
    this.#points.forEach((point, i) => {
      const at = this.#plane.toStage(...point);
      if (!at) return;
      this.#handles[i].style.left = `${at.x}px`;
      this.#handles[i].style.top = `${at.y}px`;
    });
  }
}
