import { createData, toPoints } from '../../engine/data.js';
import { Sketch } from '../parts/sketch.js';
import { parseLine, printLine } from '../parts/sketch-line.js';
import { TO_SKETCH } from './examples.js';

/** Handles of the line. */
export const POINT_COUNT = 7;

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
    id: 'sketch',
    title: 'Your boundary',
    data: { train: toPoints(train), test: toPoints(test), bounds },
    count: POINT_COUNT,
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
