import { using } from '../../engine/handle.js';
import { createData, toPoints } from '../../engine/data.js';
import { defaultConfig } from '../../state/presets.js';
import { h, setText } from '../../views/dom.js';
import { tableRow } from '../../views/text/table.js';
import { fixed } from '../parts/math.js';
import { button, buttons, quantityButton, stack } from '../parts/widget.js';
import { Plane } from '../parts/plane.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */
/** @typedef {import('../place.js').Place} Place */

/**
 * @typedef {object} Look what an epoch computes
 * @property {number[]} x the first training point
 * @property {number} y its class
 * @property {import('../../engine/network.js').LayerTrace[]} trace of that point alone
 * @property {number} loss of that point alone
 * @property {{ weights: Float64Array[], biases: Float64Array }} gradient of the first layer, over all
 *   training points
 * @property {import('../../state/model.js').LayerValues} layer the first one
 * @property {import('../../state/types.js').Metrics} metrics
 *
 * @typedef {object} Line
 * @property {string} title
 * @property {string} numpy
 * @property {(look: Look) => string} values
 * @property {string} [quantity] its id, where it can be seen three ways
 * @property {string} [shape] its shape then
 */

/** A small network, by plain gradient descent on all training points at once. */
const CONFIG = {
  ...defaultConfig(),
  layers: [4],
  optimizer: /** @type {const} */ ('sgd'),
  learningRate: 0.5,
};
const RESOLUTION = 100;
const MANY = 50;
const DIGITS = 4;

/**
 * One epoch of gradient descent, whole: every line of the calculation with its numbers now.
 *
 * @param {Place} place
 */
export function mountEpoch(place) {
  const data = createData(place.engine, CONFIG);
  const points = { train: toPoints(data.train), test: toPoints(data.test) };
  const experiment = place.engine.createExperiment(CONFIG);
  const values = LINES.map(() => h('td', { class: 'line-values' }));
  const status = h('p', { class: 'verdict', 'aria-live': 'polite' });
  const plane = new Plane(place, { id: 'epoch-plane', title: 'What it says now', readout: false });

  const show = () => {
    const state = lookAt(place.engine, experiment, data.train);
    LINES.forEach((line, i) => {
      const text = line.values(state);
      setText(values[i], text);
      tell(place, line, text);
    });
    const { epoch, trainLoss, testAccuracy } = state.metrics;
    setText(
      status,
      `Epoch ${epoch}: loss ${fixed(trainLoss, 4)}, test accuracy ${(100 * testAccuracy).toFixed(1)}%`,
    );
    plane.show({
      ...experiment.answer(RESOLUTION),
      bounds: data.bounds,
      ...points,
      points: 'both',
    });
    plane.describe();
  };
  const step = (/** @type {number} */ epochs) => () => {
    experiment.step(epochs);
    show();
  };
  const reset = () => {
    experiment.reset();
    show();
  };

  place.root.append(
    stack(
      buttons(
        button('One epoch', step(1), { primary: true }),
        button('Fifty epochs', step(MANY)),
        button('Back to the start', reset),
      ),
      status,
      h('div', { class: 'epoch-columns' }, lineTable(place, values), plane.element),
    ),
  );
  show();
}

/**
 * @param {Place} place
 * @param {Line} line
 * @param {string} values
 */
function tell(place, { quantity, shape = '' }, values) {
  if (quantity) place.publish(quantity, { shape, values, where: 'the network of the summary' });
}

/**
 * @param {Place} place
 * @param {HTMLElement[]} values
 */
function lineTable(place, values) {
  const name = (/** @type {Line} */ { title, quantity }) =>
    quantity ? quantityButton(place, quantity, title) : title;
  const rows = LINES.map((line, i) =>
    tableRow([name(line), h('code', { class: 'line-code' }, line.numpy)], values[i]),
  );
  return h(
    'table',
    { class: 'numbers epoch-lines' },
    h('caption', {}, 'A 2-4-1 network, tanh inside, and the first training point'),
    h('tbody', {}, ...rows),
  );
}

/**
 * Everything that the next epoch computes, for the first training point and for all.
 *
 * @param {Engine} engine
 * @param {import('../../engine/experiment.js').Experiment} experiment
 * @param {import('../../engine/data.js').LabelledSet} train
 * @returns {Look}
 */
function lookAt(engine, experiment, { X, y }) {
  const x = X.map((row) => row.slice(0, 1));
  const label = y.map((row) => row.slice(0, 1));
  const { layerSizes, activations } = experiment.description;
  return using([engine.createNetwork(layerSizes, activations)], (network) => {
    network.setParameters(experiment.parameters());
    return {
      x: x.map(([value]) => value),
      y: label[0][0],
      trace: network.trace(x, label),
      loss: engine.binaryCrossEntropy(label[0], network.forward(x)[0]),
      gradient: network.gradient(X, y)[0],
      layer: network.layers()[0],
      metrics: experiment.metrics(),
    };
  });
}

/** @param {ArrayLike<number>} values */
function list(values) {
  return Array.from(values, (value) => fixed(value, DIGITS)).join('  ');
}

/**
 * One neuron a row.
 *
 * @param {ArrayLike<ArrayLike<number>>} matrix
 */
function matrixText(matrix) {
  return Array.from(matrix, list).join('\n');
}

/** @param {Float64Array[]} matrix with one column */
function column(matrix) {
  return list(matrix.map(([value]) => value));
}

/** An epoch, line by line. @type {readonly Line[]} */
const LINES = [
  { title: 'Inputs', numpy: 'a0 = x', values: ({ x, y }) => `${list(x)}   class ${y}` },
  {
    title: 'Weighted sums',
    quantity: 'layer-sums',
    shape: '(4, 1)',
    numpy: 'z1 = W1 @ a0 + b1',
    values: ({ trace }) => column(trace[0].z),
  },
  {
    title: 'Hidden outputs',
    quantity: 'layer-output',
    shape: '(4, 1)',
    numpy: 'a1 = np.tanh(z1)',
    values: ({ trace }) => column(trace[0].output),
  },
  {
    title: 'Prediction',
    quantity: 'sigmoid',
    shape: '(1, 1)',
    numpy: 'p = sigmoid(W2 @ a1 + b2)',
    values: ({ trace }) => column(trace[1].output),
  },
  {
    title: 'Loss of this point',
    quantity: 'sample-loss',
    shape: '()',
    numpy: '-y*log(p) - (1-y)*log(1-p)',
    values: ({ loss }) => fixed(loss, DIGITS),
  },
  {
    title: 'Error at the output',
    quantity: 'output-delta',
    shape: '(1, 1)',
    numpy: 'delta2 = p - y',
    values: ({ trace }) => column(trace[1].delta),
  },
  {
    title: 'Error, passed back',
    quantity: 'hidden-delta',
    shape: '(4, 1)',
    numpy: 'delta1 = W2.T @ delta2 * (1 - a1**2)',
    values: ({ trace }) => column(trace[0].delta),
  },
  {
    title: 'Gradient, of all points',
    quantity: 'weight-gradient',
    shape: '(4, 2)',
    numpy: 'dW1 = delta1 @ a0.T / m',
    values: ({ gradient }) => matrixText(gradient.weights),
  },
  {
    title: 'Weights, before their step',
    numpy: 'W1 -= 0.5 * dW1',
    values: ({ layer }) => matrixText(layer.weights),
  },
];
