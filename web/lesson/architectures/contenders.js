/**
 * The four networks that the notebook compares: how they are made, drawn, and what they cost.
 *
 * @module
 */
import { using } from '../../engine/handle.js';
import { parameterCount } from '../../state/parameters.js';
import { networkOf, startingModel } from '../../state/model.js';
import { defaultConfig } from '../../state/presets.js';

/**
 * @typedef {import('../parts/chart.js').Entry} Entry
 * @typedef {import('../../engine/engine.js').Engine} Engine
 * @typedef {import('../../engine/network.js').Network} Network
 * @typedef {import('../../engine/data.js').Data} Data
 * @typedef {import('../../state/types.js').Config['rule']} Rule
 * @typedef {import('../../state/types.js').Config['init']} Init
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {number[]} layerSizes
 * @property {string} shape the sizes as one reads them
 * @property {0 | 1 | 2 | 3} color of the palette's kinds
 * @property {number[]} dashes of its line: lengths of line and gap
 */

/** Data, rule, first weights and learning rate of the notebook. */
export const NOTEBOOK = defaultConfig('notebook');

/** So long does the notebook train each of the four. */
export const EPOCHS = 500;

/** @type {readonly Contender[]} in the notebook's order */
export const CONTENDERS = [
  contender('Shallow', [2, 4, 1], 0, []),
  contender('Medium', [2, 8, 8, 1], 1, [9, 3]),
  contender('Deep', [2, 16, 16, 16, 1], 2, [3, 3]),
  contender('Wide', [2, 32, 1], 3, [9, 3, 2, 3]),
];

/** The straight line: no hidden layer. */
export const LINE_SIZES = [2, 1];

/** @type {Record<Rule, string>} */
export const RULE_NAMES = { simplified: 'The notebook’s rule', backprop: 'Exact backpropagation' };

/** @type {Record<Init, string>} */
export const INIT_NAMES = { small: 'Small (0.01)', xavier: 'Xavier', he: 'He' };

/**
 * @param {string} name
 * @param {number[]} layerSizes
 * @param {Contender['color']} color
 * @param {number[]} dashes
 * @returns {Contender}
 */
function contender(name, layerSizes, color, dashes) {
  return { name, layerSizes, shape: layerSizes.join('-'), color, dashes };
}

/**
 * @param {Engine} engine
 * @param {readonly number[]} layerSizes
 * @returns {Network} ReLU in the hidden layers, a sigmoid at the end; every weight 0
 */
export function createNetwork(engine, layerSizes) {
  const hidden = layerSizes.slice(1, -1).map(() => 'relu');
  return engine.createNetwork([...layerSizes], [...hidden, 'sigmoid']);
}

/**
 * The four as the notebook makes them: one stream of random numbers, from which it draws its network
 * of section 5 first, and then each of the four where the one before has stopped.
 *
 * @param {Engine} engine
 * @param {Init} init
 * @returns {Network[]} in the order of CONTENDERS; the caller disposes of them
 */
export function createContenders(engine, init) {
  const sizes = [[2, ...NOTEBOOK.layers, 1], ...CONTENDERS.map(({ layerSizes }) => layerSizes)];
  const [first, ...networks] = sizes.map((layerSizes) => createNetwork(engine, layerSizes));
  using([first, engine.createRandomState(NOTEBOOK.seed)], (_, stream) => {
    for (const network of [first, ...networks]) network.initialize(init, stream);
  });
  return networks;
}

/**
 * @param {Engine} engine
 * @param {readonly number[]} layerSizes
 * @param {Init} init
 * @param {number} seed of a stream of its own
 * @returns {Network}
 */
export function createSeeded(engine, layerSizes, init, seed) {
  const network = createNetwork(engine, layerSizes);
  using([engine.createRandomState(seed)], (stream) => network.initialize(init, stream));
  return network;
}

/**
 * The lab's configuration of a network that is trained as the notebook's: plain gradient descent on the
 * whole training set, ReLU in the hidden layers.
 *
 * @param {readonly number[]} layerSizes
 * @param {{ rule: Rule, init: Init, epochs: number }} options
 * @returns {import('../../state/types.js').Config}
 */
export function configOf(layerSizes, options) {
  return { ...NOTEBOOK, ...options, layers: layerSizes.slice(1, -1), activation: 'relu' };
}

/**
 * A training from weights that are no draw of the configuration's own.
 *
 * @param {import('../../state/types.js').Config} config
 * @param {Network} network with the weights; it is disposed of
 * @returns {import('../parts/side-by-side.js').Training & { start: { model: import('../../state/model.js').StartingModel } }}
 */
export function trainingFrom(config, network) {
  const model = startingModel(networkOf(config), network.parameters());
  network.dispose();
  return { config, start: { model } };
}

/** What networks are compared with: name and dashes. */
export const REFERENCES = {
  line: { label: 'A straight line (logistic regression)', dashes: [2, 4] },
  majority: { label: 'Always the majority class', dashes: [12, 6] },
};

/** @type {Entry[]} */
export const REFERENCE_ENTRIES = Object.values(REFERENCES).map(({ label, dashes }) => ({
  label,
  color: 'reference',
  dashed: dashes,
}));

/** @type {Entry[]} */
export const CONTENDER_ENTRIES = CONTENDERS.map(({ name, shape, color, dashes }) => ({
  label: `${name} ${shape}`,
  color,
  dashed: dashes,
}));

/**
 * How many times a number is multiplied by another and added to a sum in one epoch of training on the
 * whole set: the currency in which networks of all shapes can be compared.
 *
 * - Forward, each weight is used once a sample: W for all weights W.
 * - Backward, exactly: each weight's gradient sums one product a sample, W again; and each layer but
 *   the first hands the error on through its weights, W less those of the first layer.
 * - Backward, by the notebook's rule: every layer takes the error of the output as its own, and all
 *   its neurons get the same sums, one for each input of the layer.
 * - Then each parameter takes one step: P for all parameters P.
 *
 * Not counted, because it neither multiplies nor grows with the weights: biases, activations and
 * their derivatives, the loss. Nor is what only measures, such as the accuracy on the test set.
 *
 * @param {object} training
 * @param {readonly number[]} training.layerSizes
 * @param {number} training.nSamples
 * @param {'backprop' | 'simplified'} training.rule
 * @returns {number}
 */
export function multiplyAdds({ layerSizes, nSamples, rule }) {
  const weights = weightCounts(layerSizes);
  const all = weights.reduce((sum, count) => sum + count, 0);
  const inputs = layerSizes.slice(0, -1).reduce((sum, size) => sum + size, 0);
  const backward = rule === 'backprop' ? all + (all - weights[0]) : inputs;
  return nSamples * (all + backward) + parameterCount(layerSizes);
}

/**
 * @param {readonly number[]} layerSizes
 * @returns {number[]} by layer
 */
function weightCounts(layerSizes) {
  return layerSizes.slice(1).map((size, i) => size * layerSizes[i]);
}
