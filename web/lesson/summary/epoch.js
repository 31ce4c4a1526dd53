import { createData, toPoints } from '../../engine/data.js';
import { defaultConfig } from '../../state/presets.js';
import { h, setText } from '../../views/dom.js';
import { fixed } from '../../views/math.js';
import { button, quantityButton } from '../parts/button.js';
import { Plane } from '../parts/plane.js';
import { LINES } from './lines.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('../../engine/engine.js').Engine} Engine */

const LAYER_SIZES = [2, 4, 1];
const ACTIVATIONS = ['tanh', 'sigmoid'];
export const LEARNING_RATE = 0.5;
const RESOLUTION = 100;
const MANY = 50;

/**
 * One epoch of gradient descent, whole: every line of the calculation with its numbers now.
 *
 * @param {Place} place
 */
export function mountEpoch(place) {
  const data = createData(place.engine, defaultConfig());
  const points = { train: toPoints(data.train), test: toPoints(data.test) };
  const training = new Training(place.engine, data);
  const values = LINES.map(() => h('td', { class: 'line-values' }));
  const status = h('p', { class: 'verdict', 'aria-live': 'polite' });
  const plane = new Plane(place, { id: 'epoch-plane', title: 'What it says now', readout: false });

  const show = () => {
    const state = training.look();
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
      grid: training.grid(data.bounds),
      resolution: RESOLUTION,
      bounds: data.bounds,
      ...points,
      points: 'both',
    });
    plane.describe();
  };
  const step = (/** @type {number} */ epochs) => () => {
    training.step(epochs);
    show();
  };
  const reset = () => {
    training.reset();
    show();
  };

  place.root.append(
    h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: 'buttons' },
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
 * @param {import('./lines.js').Line} line
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
  const name = (/** @type {import('./lines.js').Line} */ { title, quantity }) =>
    quantity ? quantityButton(place, quantity, title) : title;
  const rows = LINES.map((line, i) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name(line), h('code', { class: 'line-code' }, line.numpy)),
      values[i],
    ),
  );
  return h(
    'table',
    { class: 'numbers epoch-lines' },
    h('caption', {}, 'A 2-4-1 network, tanh inside, and the first training point'),
    h('tbody', {}, ...rows),
  );
}

/** A network and its training, by plain gradient descent on all training points at once. */
class Training {
  #engine;
  #data;
  /** @type {import('../../engine/trainer.js').Trainer} */
  #trainer;

  /**
   * @param {Engine} engine
   * @param {import('../../engine/data.js').Data} data
   */
  constructor(engine, data) {
    this.#engine = engine;
    this.#data = data;
    this.#trainer = this.#begin();
  }

  /** @param {number} epochs */
  step(epochs) {
    this.#trainer.step(epochs);
  }

  reset() {
    this.#trainer.dispose();
    this.#trainer = this.#begin();
  }

  /** @param {[number, number, number, number]} bounds */
  grid(bounds) {
    return this.#use((network) => network.decisionGrid(bounds, RESOLUTION));
  }

  /**
   * Everything that the next epoch computes, for the first training point and for all.
   *
   * @returns {import('./lines.js').Look}
   */
  look() {
    const { X, y } = this.#data.train;
    const x = X.map((row) => row.slice(0, 1));
    const label = y.map((row) => row.slice(0, 1));
    return this.#use((network) => ({
      x: x.map(([value]) => value),
      y: label[0][0],
      trace: network.trace(x, label),
      loss: this.#engine.binaryCrossEntropy(label[0], network.forward(x)[0]),
      gradient: network.gradient(X, y)[0],
      layer: network.layers()[0],
      metrics: this.#trainer.metrics(),
    }));
  }

  #begin() {
    const { seed, init } = defaultConfig();
    const network = this.#engine.createNetwork(LAYER_SIZES, ACTIVATIONS);
    const randomState = this.#engine.createRandomState(seed);
    try {
      network.initialize(init, randomState);
      const { train, test } = this.#data;
      const options = { learningRate: LEARNING_RATE };
      return this.#engine.createTrainer(network, train, test, options, randomState);
    } finally {
      network.dispose();
      randomState.dispose();
    }
  }

  /**
   * @template T
   * @param {(network: import('../../engine/network.js').Network) => T} use
   * @returns {T}
   */
  #use(use) {
    const network = this.#trainer.network();
    try {
      return use(network);
    } finally {
      network.dispose();
    }
  }
}
