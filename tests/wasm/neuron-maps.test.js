import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createExperiment, loadShippedEngine } from './support.js';

/** @import { Experiment } from '../../web/engine/experiment.js' */

/** Problems of every kind of output, with other features, scaled and not, deep and shallow. */
const PATCHES = [
  {},
  { features: ['x1', 'x2', 'x1^2', 'x1*x2', 'sin(x2)'], scale: 'standard', layers: [4] },
  { dataset: 'blobs', classes: 4, layers: [6, 3], activation: 'relu' },
  { problem: 'regression', dataset: 'hills', loss: 'squared_error', activation: 'elu' },
  { layers: [] },
  { layers: [3, 3, 3], activation: ['leaky_relu', 'linear', 'sigmoid'] },
];

const SIDE = 23;

/**
 * np.meshgrid of two np.linspace, flattened.
 *
 * @param {ArrayLike<number>} bounds
 */
function meshOf({ 0: x1From, 1: x1To, 2: x2From, 3: x2To }) {
  const at = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ i) =>
    i === SIDE - 1 ? to : i * ((to - from) / (SIDE - 1)) + from;
  const points = Array.from({ length: SIDE * SIDE }, (_, i) => i);
  return [
    Float64Array.from(points, (i) => at(x1From, x1To, i % SIDE)),
    Float64Array.from(points, (i) => at(x2From, x2To, Math.floor(i / SIDE))),
  ];
}

describe('maps of neurons', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * What every layer gives over the grid, the inputs first: each by itself, by Network's forward().
   *
   * @param {Experiment} experiment
   * @param {ArrayLike<number>} bounds
   * @returns {Float64Array[][]}
   */
  function outputsOf(experiment, bounds) {
    const { features, scaler, activations, layers } = experiment.exportModel();
    const outputs = [engine.inputsOf(meshOf(bounds), { features, scaler })];
    layers.forEach(({ weights, biases }, i) => {
      const sizes = [weights[0].length, weights.length];
      const network = engine.createNetwork(sizes, [activations[i]]);
      network.setParameters(Float64Array.from([...weights.flat(), ...biases]));
      outputs.push(network.forward(outputs[i]));
      network.dispose();
    });
    return outputs;
  }

  it('are what the layers give at every point, to the last bit', () => {
    for (const patch of PATCHES) {
      const experiment = createExperiment(engine, patch);
      experiment.step(5);
      const outputs = outputsOf(experiment, experiment.description.bounds);
      outputs.forEach((rows, layer) =>
        rows.forEach((row, neuron) => {
          assert.deepEqual(experiment.neuronMap({ layer, neuron }, SIDE), row);
        }),
      );
      assert.deepEqual(
        experiment.allNeuronMaps(SIDE),
        Float32Array.from(outputs.flat().flatMap((row) => [...row])),
      );
      experiment.dispose();
    }
  });

  it('are written over spare ones that are as many, and leave others alone', () => {
    const experiment = createExperiment(engine);
    const first = experiment.allNeuronMaps(SIDE);
    experiment.step(5);
    const second = experiment.allNeuronMaps(SIDE);
    assert.notDeepEqual(second, first);
    assert.equal(experiment.allNeuronMaps(SIDE, undefined, first), first);
    assert.deepEqual(first, second);
    const other = createExperiment(engine, { layers: [3] });
    other.importModel(experiment.exportModel());
    assert.deepEqual(other.allNeuronMaps(SIDE, undefined, new Float32Array(6 * SIDE ** 2)), first);
    assert.equal(other.allNeuronMaps(SIDE, undefined, second), second);
    for (const one of [experiment, other]) one.dispose();
  });

  it('come beside the answer, of any part of the plane, and change nothing about it', () => {
    for (const patch of PATCHES) {
      const experiment = createExperiment(engine, patch);
      experiment.step(5);
      const bounds = [-7, -6, 2, 9];
      const outputs = outputsOf(experiment, bounds);
      const plain = experiment.answer(SIDE, bounds);
      assert.equal(plain.neuronMap, null);
      outputs.forEach((rows, layer) => {
        const neuron = rows.length - 1;
        const { neuronMap, ...answer } = experiment.answer(SIDE, bounds, { layer, neuron });
        assert.deepEqual(neuronMap, { layer, neuron, values: rows[neuron] });
        assert.deepEqual({ ...answer, neuronMap: null }, plain);
      });
      experiment.dispose();
    }
  });

  it('are left out of the answer where there is no such neuron', () => {
    const experiment = createExperiment(engine);
    for (const [layer, neuron] of [
      [0, 2],
      [1, 8],
      [3, 1],
      [4, 0],
      [-1, 0],
      [1, -1],
    ]) {
      assert.equal(experiment.answer(5, undefined, { layer, neuron }).neuronMap, null);
    }
    experiment.dispose();
  });

  it('are refused by name where there is no such neuron', () => {
    const experiment = createExperiment(engine);
    assert.throws(() => experiment.neuronMap({ layer: 4, neuron: 0 }, SIDE), {
      message: 'layer: 4; allowed: 0 to 3',
    });
    assert.throws(() => experiment.neuronMap({ layer: 1, neuron: 8 }, SIDE), {
      message: 'neuron: 8; allowed: 0 to 7 in layer 1',
    });
    assert.throws(() => experiment.neuronMap({ layer: 1, neuron: 0.5 }, SIDE), /neuron: 0.5/);
    for (const resolution of [1, 2001, 1e9]) {
      assert.throws(
        () => experiment.allNeuronMaps(resolution),
        /^Error: resolution: .* 2 to 2000$/,
      );
    }
    assert.throws(() => experiment.allNeuronMaps(2.5), /resolution: 2.5/);
    experiment.dispose();
  });
});

describe('the neurons’ activity', () => {
  it('is what it is with the ranks', async () => {
    const engine = await loadShippedEngine();
    const experiment = createExperiment(engine, { activation: 'relu', init: 'small' });
    experiment.step(20);
    const whole = experiment.activities().map(({ dead, twinOf }) => ({ dead, twinOf }));
    assert.deepEqual(experiment.neuronActivity(), whole);
    experiment.dispose();
  });
});

describe('maps of the inputs that a network could be given', () => {
  it('are what it is given of each point, scaled or not, whatever it is given now', async () => {
    const engine = await loadShippedEngine();
    for (const scale of /** @type {const} */ (['none', 'standard'])) {
      const experiment = createExperiment(engine, { features: ['x1*x2'], scale });
      const { bounds, scaler } = experiment.description;
      const maps = experiment.featureMaps(SIDE);
      const [x1, x2] = meshOf(bounds).map((values, axis) =>
        values.map((value) => (value - (scaler?.mean[axis] ?? 0)) / (scaler?.std[axis] ?? 1)),
      );
      const expected = [
        x1,
        x2,
        x1.map((value) => value ** 2),
        x2.map((value) => value ** 2),
        x1.map((value, i) => value * x2[i]),
        x1.map(Math.sin),
        x2.map(Math.sin),
      ].flatMap((values) => [...values]);
      assert.equal(maps.length, expected.length);
      maps.forEach((value, i) => assert.ok(Math.abs(value - expected[i]) < 1e-14, `${i}`));
      experiment.dispose();
    }
  });
});
