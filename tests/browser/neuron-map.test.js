import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { createExperiment, loadShippedEngine } from '../wasm/support.js';
import { startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('../../web/state/model.js').Model} Model */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const SIDE = 12;
const EPOCHS = 30;

const OWN = /** @type {[number, number, number][]} */ (
  Array.from({ length: 40 }, (_, i) => [Math.sin(i), 3 * Math.cos(2 * i) + 5, i % 2])
);

/** Every kind of output and of activation, and every feature. */
const PATCHES = /** @type {const} */ ([
  ['two moons', {}],
  [
    'all features of scaled points',
    {
      features: ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)'],
      scale: 'standard',
      layers: [4, 3, 2],
      activation: ['relu', 'leaky_relu', 'elu'],
    },
  ],
  ['four classes', { dataset: 'blobs', classes: 4, noise: 0.7, activation: 'sigmoid' }],
  ['values', { dataset: 'hills', layers: [5], activation: 'linear' }],
  ['own points', { dataset: 'own', data: OWN, features: ['x2'], layers: [] }],
]);

/** As NumPy has them, of a row a neuron and a column a point. @type {Record<string, (z: number[][]) => number[][]>} */
const ACTIVATIONS = {
  linear: (z) => z,
  relu: each((z) => Math.max(z, 0)),
  leaky_relu: each((z) => (z > 0 ? z : 0.01 * z)),
  elu: each((z) => (z > 0 ? z : Math.exp(z) - 1)),
  tanh: each(Math.tanh),
  sigmoid: each((z) => 1 / (1 + Math.exp(-z))),
  softmax(z) {
    const powers = z.map((row) => row.map(Math.exp));
    const sums = z[0].map((_, i) => powers.reduce((sum, row) => sum + row[i], 0));
    return powers.map((row) => row.map((power, i) => power / sums[i]));
  },
};

/** @param {(z: number) => number} activate */
function each(activate) {
  return (/** @type {number[][]} */ z) => z.map((row) => row.map(activate));
}

/** @type {Record<string, (x1: number, x2: number) => number>} */
const FEATURES = {
  x1: (x1) => x1,
  x2: (_, x2) => x2,
  'x1^2': (x1) => x1 ** 2,
  'x2^2': (_, x2) => x2 ** 2,
  'x1*x2': (x1, x2) => x1 * x2,
  'sin(x1)': (x1) => Math.sin(x1),
  'sin(x2)': (_, x2) => Math.sin(x2),
};

/**
 * NumPy's forward pass at the points of np.meshgrid, layer by layer, the inputs first.
 *
 * @param {Model} model
 * @param {number[]} bounds
 * @returns {number[][][]}
 */
function forward({ features, scaler, layers, activations }, [x1From, x1To, x2From, x2To]) {
  const { mean, std } = scaler ?? { mean: [0, 0], std: [1, 1] };
  const points = Array.from({ length: SIDE * SIDE }, (_, i) => [
    (x1From + ((i % SIDE) / (SIDE - 1)) * (x1To - x1From) - mean[0]) / std[0],
    (x2From + (Math.floor(i / SIDE) / (SIDE - 1)) * (x2To - x2From) - mean[1]) / std[1],
  ]);
  const outputs = [features.map((name) => points.map(([x1, x2]) => FEATURES[name](x1, x2)))];
  layers.forEach(({ weights, biases }, layer) => {
    const inputs = outputs[layer];
    const z = weights.map((row, neuron) =>
      points.map((_, i) => row.reduce((sum, w, k) => sum + w * inputs[k][i], biases[neuron])),
    );
    outputs.push(ACTIVATIONS[activations[layer]](z));
  });
  return outputs;
}

/**
 * The picture's: all points ± 0.5; own points ± 18 % of their range.
 *
 * @param {ArrayLike<number>[]} sets of one coordinate
 * @param {boolean} isOwn
 */
function rangeOf(sets, isOwn) {
  const values = sets.flatMap((set) => Array.from(set));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = isOwn ? 0.18 * (high - low) : 0.5;
  return [low - margin, high + margin];
}

/**
 * @param {Page} page
 * @returns {Promise<{ model: Model, maps: number[][][] }>} maps of every input and neuron, layer by layer
 */
function readMaps(page) {
  return page.evaluate(async (side) => {
    const lab = /** @type {import('../../web/element/moon-lab-element.js').MoonLabElement} */ (
      document.querySelector('moon-lab')
    );
    const model = await lab.exportModel();
    const maps = [];
    for (const [layer, size] of model.layerSizes.entries()) {
      const ofLayer = [];
      for (let neuron = 1; neuron <= size; neuron += 1) {
        const map = await lab.neuronMap(layer, neuron, side);
        if (!(map instanceof Float64Array)) throw new Error('no Float64Array');
        ofLayer.push([...map]);
      }
      maps.push(ofLayer);
    }
    return { model, maps };
  }, SIDE);
}

for (const [name, patch] of PATCHES) {
  test(`maps are NumPy’s forward pass: ${name}`, () =>
    site.visit({}, async (page) => {
      await waitForState(page, 'ready');
      const config = await page.evaluate(
        async ({ change, epochs }) => {
          const lab = document.querySelector('moon-lab');
          if (!lab) throw new Error('no lab');
          Object.assign(lab, { config: change });
          await lab.step(epochs);
          return lab.config;
        },
        { change: structuredClone(patch), epochs: EPOCHS },
      );
      const { model, maps } = await readMaps(page);
      const experiment = createExperiment(await loadShippedEngine(), config);
      const { train, test: others } = experiment.description;
      experiment.dispose();
      const isOwn = config.dataset === 'own';
      const bounds = [
        ...rangeOf([train.x1, others.x1], isOwn),
        ...rangeOf([train.x2, others.x2], isOwn),
      ];
      const expected = forward(model, bounds);
      assert.deepEqual(
        maps.map((layer) => layer.length),
        model.layerSizes,
      );
      maps.forEach((layer, l) =>
        layer.forEach((map, n) => {
          const scale = Math.max(1, ...expected[l][n].map(Math.abs));
          const worst = Math.max(...map.map((value, i) => Math.abs(value - expected[l][n][i])));
          assert.equal(map.length, SIDE * SIDE);
          assert.ok(worst < 1e-13 * scale, `layer ${l}, neuron ${n + 1}: ${worst}`);
          // A map that is the same everywhere would be right by chance.
          assert.ok(new Set(map).size > 2, `layer ${l}, neuron ${n + 1} is flat`);
        }),
      );
    }));
}

test('a map is of 200 points a side unless others are asked for, and training goes on meanwhile', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const found = await page.evaluate(async () => {
      const lab = /** @type {import('../../web/element/moon-lab-element.js').MoonLabElement} */ (
        document.querySelector('moon-lab')
      );
      await lab.train();
      const { length } = await lab.neuronMap(2, 8);
      return { length, state: lab.state };
    });
    assert.deepEqual(found, { length: 40_000, state: 'training' });
  }));

test('a neuron that there is not is refused by a RangeError that says what there is', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const messages = await page.evaluate(async () => {
      const lab = /** @type {import('../../web/element/moon-lab-element.js').MoonLabElement} */ (
        document.querySelector('moon-lab')
      );
      const said = [];
      for (const args of [
        [4, 1],
        [-1, 1],
        [1, 0],
        [1, 9],
        [0, 3],
        [1, 1.5],
        [1, 1, 1],
        [1, 1, 2001],
      ]) {
        const [layer, neuron, resolution] = args;
        const error = await lab.neuronMap(layer, neuron, resolution).catch((thrown) => thrown);
        said.push(error instanceof RangeError ? error.message : `${error}`);
      }
      return said;
    });
    assert.deepEqual(messages, [
      'neuronMap: layer is 4; allowed are whole numbers from 0 to 3',
      'neuronMap: layer is -1; allowed are whole numbers from 0 to 3',
      'neuronMap: neuron is 0; allowed are whole numbers from 1 to 8 in layer 1',
      'neuronMap: neuron is 9; allowed are whole numbers from 1 to 8 in layer 1',
      'neuronMap: neuron is 3; allowed are whole numbers from 1 to 2 in layer 0',
      'neuronMap: neuron is 1.5; allowed are whole numbers from 1 to 8 in layer 1',
      'neuronMap: resolution is 1; allowed are whole numbers from 2 to 2000',
      'neuronMap: resolution is 2001; allowed are whole numbers from 2 to 2000',
    ]);
  }));
