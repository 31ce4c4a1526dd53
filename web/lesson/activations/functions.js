/** The notebook's three activation functions, and where it draws them. */

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
export function drawnPoints(engine, { name }) {
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
