import { flatten, toRows, vector } from './matrix.js';

/**
 * A layer's numbers: parameters, or what belongs to them (a gradient).
 *
 * @typedef {object} LayerValues
 * @property {import('./matrix.js').Matrix} weights (n_out, n_in)
 * @property {ArrayLike<number>} biases n_out
 */

/**
 * @param {number[]} layerSizes
 */
function shapesOf(layerSizes) {
  return layerSizes.slice(1).map((nOut, i) => ({ nIn: layerSizes[i], nOut }));
}

/**
 * @param {Float64Array} flat layer by layer the weights row by row, then the biases
 * @param {number[]} layerSizes inputs, hidden neurons…, outputs
 * @returns {{ weights: Float64Array[], biases: Float64Array }[]}
 */
export function toLayers(flat, layerSizes) {
  let start = 0;
  return shapesOf(layerSizes).map(({ nIn, nOut }) => {
    const weights = toRows(flat.slice(start, start + nIn * nOut), nOut);
    const biases = flat.slice(start + nIn * nOut, start + (nIn + 1) * nOut);
    start += (nIn + 1) * nOut;
    return { weights, biases };
  });
}

/**
 * The inverse of toLayers.
 *
 * @param {LayerValues[]} layers
 * @param {number[]} layerSizes
 * @returns {Float64Array}
 * @throws {TypeError} when the layers do not have these sizes
 */
export function fromLayers(layers, layerSizes) {
  const shapes = shapesOf(layerSizes);
  if (layers.length !== shapes.length) {
    throw new TypeError(`layers: ${layers.length}; allowed: ${shapes.length}, one a layer`);
  }
  const parts = shapes.flatMap(({ nIn, nOut }, i) => [
    sized(
      flatten(layers[i]?.weights, `layer ${i + 1} weights`),
      nIn * nOut,
      `layer ${i + 1} weights`,
    ),
    sized(vector(layers[i]?.biases, `layer ${i + 1} biases`), nOut, `layer ${i + 1} biases`),
  ]);
  const flat = new Float64Array(parts.reduce((n, part) => n + part.length, 0));
  let start = 0;
  for (const part of parts) {
    flat.set(part, start);
    start += part.length;
  }
  return flat;
}

/**
 * @param {Float64Array} values
 * @param {number} length
 * @param {string} name
 */
function sized(values, length, name) {
  if (values.length === length) return values;
  throw new TypeError(`${name}: ${values.length} numbers; allowed: ${length}`);
}
