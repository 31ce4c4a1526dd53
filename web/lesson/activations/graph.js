/**
 * The notebook's three activation functions, and their graphs.
 *
 * @module
 */
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { figure } from '../../views/figure.js';
import { FunctionChart } from './function-chart.js';
import { themeColors } from '../../views/palette.js';
import { pointerPosition } from '../../views/input.js';
import { firstInTurn } from '../parts/schedule.js';

/**
 * @typedef {object} ActivationFunction
 * @property {'relu' | 'sigmoid' | 'tanh'} name the engine's, and the quantity's
 * @property {string} title
 * @property {string} symbol in formulas
 * @property {0 | 1 | 2} color of the palette's kinds
 * @property {[number, number]} range of the values drawn
 * @property {number} baseline the dashed line of the notebook's figure
 */

/** @type {readonly ActivationFunction[]} */
export const FUNCTIONS = [
  { name: 'relu', title: 'ReLU', symbol: 'ReLU', color: 0, range: [0, 5], baseline: 0 },
  { name: 'sigmoid', title: 'Sigmoid', symbol: 'σ', color: 1, range: [0, 1], baseline: 0.5 },
  { name: 'tanh', title: 'tanh', symbol: 'tanh', color: 2, range: [-1, 1], baseline: 0 },
];

/** From where to where x goes. */
export const DOMAIN = { min: -5, max: 5, step: 0.05 };

/** Points of a line: so many that it looks smooth. */
const POINT_COUNT = 201;
/** Just right of ReLU's corner. */
const AFTER_ZERO = 1e-9;
/** Neighbours further apart than this are not joined: the slope jumps there. */
const JUMP = 0.5;

/** @typedef {{ x: number, y: number }[]} Points */

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {ActivationFunction} activation
 * @returns {{ values: Points, slopes: Points }} to be drawn as lines
 */
function drawnPoints(engine, { name }) {
  const { min, max } = DOMAIN;
  const xs = Array.from(
    { length: POINT_COUNT },
    (_, i) => min + ((max - min) * i) / (POINT_COUNT - 1),
  );
  xs.splice(xs.indexOf(0) + 1, 0, AFTER_ZERO);
  return {
    values: toLine(xs, engine.activate(name, xs)),
    slopes: toLine(xs, engine.activationDerivative(name, xs)),
  };
}

/**
 * @param {number[]} xs
 * @param {Float64Array} ys
 * @returns {Points} with a gap where the function jumps
 */
function toLine(xs, ys) {
  return xs.flatMap((x, i) => {
    const point = { x, y: ys[i] };
    const isJump = i > 0 && Math.abs(ys[i] - ys[i - 1]) > JUMP;
    return isJump ? [{ x, y: NaN }, point] : [point];
  });
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {ActivationFunction} activation
 * @param {number} x
 * @returns {{ value: number, slope: number }}
 */
export function evaluateAt(engine, { name }, x) {
  const [value] = engine.activate(name, [x]);
  const [slope] = engine.activationDerivative(name, [x]);
  return { value, slope };
}

/** One activation function's graph, along which x can be dragged. */
export class Graph {
  #view;
  #chart;
  #canvas;
  /** The lines drawn, without and with the slope. @type {import('../../views/charts/series-chart.js').Series[][]} */
  #lines;

  /**
   * @param {import('../place.js').Place} place
   * @param {ActivationFunction} activation
   * @param {(x: number) => void} onDrag
   */
  constructor(place, activation, onDrag) {
    const { name, title, symbol, range, baseline } = activation;
    this.#view = figure({ id: name, title });
    this.element = this.#view.element;
    this.element.classList.add('function-graph');
    this.#chart = new FunctionChart(this.#view.canvas, {
      axes: {
        x: { title: 'x', type: 'linear', min: DOMAIN.min, max: DOMAIN.max, format: tick },
        y: { title: `${symbol}(x)`, type: 'linear', min: range[0], max: range[1], format: tick },
      },
      baseline,
      theme: themeColors(place.themeName),
    });
    this.#canvas = new FittedCanvas(
      this.#view.stage,
      this.#chart,
      firstInTurn(() => this.#chart.draw()),
    );
    this.#lines = linesOf(place.engine, activation);
    place.onTheme(() => this.#chart.setTheme(themeColors(place.themeName)));
    this.#watchDrag(onDrag);
  }

  /**
   * @param {number} x
   * @param {{ value: number, slope: number }} at
   * @param {boolean} hasSlope whether the derivative is drawn
   * @param {string} description in words
   */
  show(x, { value, slope }, hasSlope, description) {
    this.#chart.show({
      series: this.#lines[hasSlope ? 1 : 0],
      x,
      values: hasSlope ? [value, slope] : [value],
      slope: hasSlope ? slope : null,
    });
    this.#view.describe(description);
  }

  /** @param {(x: number) => void} onDrag */
  #watchDrag(onDrag) {
    const { canvas } = this.#view;
    const drag = (/** @type {PointerEvent} */ event) => {
      const place = this.#canvas.toPicture(pointerPosition(event));
      const x = place ? this.#chart.valueAt(place.x) : NaN;
      if (!Number.isNaN(x)) onDrag(nearestStop(x));
    };
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      drag(event);
    });
    canvas.addEventListener('pointermove', (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) drag(event);
    });
  }
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {ActivationFunction} activation
 * @returns {import('../../views/charts/series-chart.js').Series[][]}
 */
function linesOf(engine, activation) {
  const { values, slopes } = drawnPoints(engine, activation);
  const { color } = activation;
  const value = { label: 'value', color, points: values };
  return [[value], [value, { label: 'slope', color, dashed: true, points: slopes }]];
}

/** @param {number} value */
function tick(value) {
  return String(Number(value.toFixed(2))).replace('-', '−');
}

/** @param {number} x */
function nearestStop(x) {
  const { min, max, step } = DOMAIN;
  const stop = Math.round(Math.min(max, Math.max(min, x)) / step) * step;
  return Number(stop.toFixed(2)) || 0;
}
