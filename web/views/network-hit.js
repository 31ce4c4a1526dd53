/** What part of the network diagram is at a position. */

/** @typedef {import('../state/parameters.js').LayerParameters} LayerParameters */

/**
 * @typedef {object} NeuronHit
 * @property {'neuron'} kind
 * @property {number} layer 0 for the inputs
 * @property {number} neuron its index in the layer, from 0
 * @property {number | null} bias null for inputs
 * @property {Float64Array} weightsIn from every neuron of the layer before; empty for inputs
 */

/**
 * @typedef {object} EdgeHit
 * @property {'edge'} kind
 * @property {number} layer that the weight belongs to, ≥ 1
 * @property {number} from index in the layer before
 * @property {number} neuron index in the layer
 * @property {number} weight
 */

/** @typedef {NeuronHit | EdgeHit} NetworkHit */

/** How far from a neuron's rim, or from a line, the pointer still means it, in CSS pixels. */
const REACH = 5;

/**
 * @param {import('./network-layout.js').NetworkLayout} layout
 * @param {LayerParameters[]} layers
 * @param {number} x
 * @param {number} y
 * @returns {NeuronHit | null}
 */
export function hitNeuron({ columns }, layers, x, y) {
  let best = Infinity;
  /** @type {NeuronHit | null} */
  let hit = null;
  columns.forEach((column, layer) => {
    column.y.forEach((centre, neuron) => {
      const distance = Math.hypot(column.x - x, centre - y);
      if (distance >= best || distance > column.radius + REACH) return;
      best = distance;
      hit = neuronAt(layers, layer, neuron);
    });
  });
  return hit;
}

/**
 * @param {import('./network-layout.js').NetworkLayout} layout
 * @param {LayerParameters[]} layers
 * @param {Uint32Array[]} drawn per layer, indices of the weights that can be hit
 * @param {number} x
 * @param {number} y
 * @returns {EdgeHit | null}
 */
export function hitEdge({ columns, gap }, layers, drawn, x, y) {
  const layer = Math.ceil((x - columns[0].x) / gap);
  if (layer < 1 || layer >= columns.length) return null;
  const { inputs, weights } = layers[layer - 1];
  const t = (x - columns[layer - 1].x) / gap;
  let best = REACH;
  let hit = -1;
  for (const index of drawn[layer - 1]) {
    const start = columns[layer - 1].y[index % inputs];
    const rise = columns[layer].y[Math.floor(index / inputs)] - start;
    // The distance at right angles to the line, not straight up.
    const distance = (Math.abs(start + t * rise - y) * gap) / Math.hypot(gap, rise);
    if (distance < best) {
      best = distance;
      hit = index;
    }
  }
  if (hit < 0) return null;
  const neuron = Math.floor(hit / inputs);
  return { kind: 'edge', layer, from: hit % inputs, neuron, weight: weights[hit] };
}

/**
 * @param {LayerParameters[]} layers
 * @param {number} layer
 * @param {number} neuron
 * @returns {NeuronHit}
 */
function neuronAt(layers, layer, neuron) {
  if (layer === 0) {
    return { kind: 'neuron', layer, neuron, bias: null, weightsIn: new Float64Array(0) };
  }
  const { inputs, weights, biases } = layers[layer - 1];
  const weightsIn = weights.slice(neuron * inputs, (neuron + 1) * inputs);
  return { kind: 'neuron', layer, neuron, bias: biases[neuron], weightsIn };
}
