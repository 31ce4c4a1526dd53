import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createPoints } from '../../web/engine/data.js';
import { loadEngine } from '../../web/engine/load.js';
import {
  ACTIVATIONS,
  DATASETS,
  INITS,
  ENGINE_LOSSES,
  OPTIMIZERS,
  RULES,
  namesOf,
} from '../../web/state/choices.js';
import { CONFIG, createExperiment, loadShippedEngine } from './support.js';

describe('the module', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('reports what it does not accept as an Error with a message, and goes on working', () => {
    /** @type {[() => unknown, RegExp][]} */
    const cases = [
      [
        () => engine.createRandomState(-1),
        /^seed: -1; allowed: a whole number from 0 to 4294967295$/,
      ],
      [() => engine.createRandomState(1.5), /^seed: 1.5; allowed: a whole number/],
      [() => engine.createRandomState(NaN), /^seed: nan; allowed: a whole number/],
      [
        () => engine.makeMoons({ nSamples: 0, randomState: 1 }),
        /^n_samples: 0; allowed: 1 to 134217727$/,
      ],
      [() => engine.makeMoons({ nSamples: -1, randomState: 1 }), /^n_samples: -1; allowed/],
      [() => engine.makeMoons({ nSamples: 9, noise: -1, randomState: 1 }), /^noise: -1; allowed/],
      [() => engine.makeMoons({ nSamples: 9, noise: NaN, randomState: 1 }), /^noise: nan; allowed/],
      [() => engine.makeCircles({ nSamples: 9, factor: 1, randomState: 1 }), /^factor: 1; allowed/],
      [() => engine.makeBlobs({ nSamples: 9, centers: [], randomState: 1 }), /^centers: none/],
      [
        () => engine.makeBlobs({ nSamples: 9, centers: [[1]], randomState: 1 }),
        /^centers: 1 numbers/,
      ],
      [
        () => engine.makeDataset('rings', { nSamples: 9, randomState: 1 }),
        /^dataset: "rings"; allowed: moons, circles, blobs, classification, xor, spirals, plane, hills$/,
      ],
      [
        () => engine.makeDataset('spirals', { nSamples: 9, nClasses: 7, randomState: 1 }),
        /^n_classes: 7; allowed: 2 to 6$/,
      ],
      [
        () => engine.makeDataset('classification', { nSamples: 9, noise: 2, randomState: 1 }),
        /^flip_y: 2; allowed: a share from 0 to 1$/,
      ],
      [() => engine.standardScaler([[], []]), /^X: shape \(2, 0\); allowed/],
      [
        () => engine.inputsOf([[1], [2]], { features: ['x3'] }),
        /^features: "x3"; allowed: x1, x2, x1\^2, x2\^2, x1\*x2, sin\(x1\), sin\(x2\)$/,
      ],
      [
        () => engine.inputsOf([[1], [2]], { features: [] }),
        /^features: none; allowed: one or more$/,
      ],
      [
        () => engine.inputsOf([[1], [2]], { features: ['x1'], scaler: { mean: [0], std: [1, 1] } }),
        /^mean: 1 numbers; allowed: two, for x1 and x2$/,
      ],
      [() => engine.trainTestSplit(10, 0, 1), /^test_size: 0; allowed/],
      [() => engine.activate('swish', [1]), /^activation: "swish"; allowed: linear, relu/],
      [() => engine.activationDerivative('swish', [1]), /^activation: "swish"/],
      [
        () => engine.binaryCrossEntropy([0, 1], [0.5]),
        /^y_pred: shape \(1, 1\); allowed: \(1, 2\)$/,
      ],
      [() => engine.accuracy([], []), /^y_true: shape \(1, 0\); allowed: one sample or more$/],
      [() => engine.createNetwork([2], []), /^layer_sizes: 1 sizes/],
      [() => engine.createNetwork([2, 0, 1], ['relu', 'sigmoid']), /^n_neurons: 0; allowed: 1/],
      [() => engine.createNetwork([2, 1], ['relu', 'relu']), /^activations: 2 for 1 layers/],
      [() => engine.dataBounds([[1], [2], [3]]), /^X: 3 values in 2 rows; allowed: rows of equal/],
      [() => createExperiment(engine, { dataset: 'rings' }), /^dataset: "rings"; allowed: moons/],
      [() => createExperiment(engine, { samples: 1 }), /^test_size: 0.2 puts 1 of 1 samples/],
      [() => createExperiment(engine, { learningRate: 0 }), /^learning_rate: 0; allowed/],
      [() => createExperiment(engine, { optimizer: 'lion' }), /^optimizer: "lion"; allowed: sgd/],
      [() => createExperiment(engine, { rule: 'hebb' }), /^rule: "hebb"; allowed: backprop/],
      [() => createExperiment(engine, { init: 'zero' }), /^init: "zero"; allowed: small/],
      [() => createExperiment(engine, { batchSize: -1 }), /^batch_size: -1; allowed/],
      [() => createExperiment(engine).answer(1).grid, /^resolution: 1; allowed: 2 to 2000$/],
      [() => createExperiment(engine).step(-1), /^epochs: -1; allowed/],
      [() => createExperiment(engine).step(0.5), /^epochs: 0.5; allowed/],
    ];
    for (const [call, pattern] of cases) {
      assert.throws(call, (error) => {
        assert.ok(error instanceof Error);
        assert.match(error.message, pattern);
        return true;
      });
    }
    const experiment = createExperiment(engine);
    experiment.step(100);
    assert.ok(experiment.metrics().testAccuracy > 0.9);
  });

  it('knows by name what the page lets choose, and what it does not yet, and nothing else', () => {
    /** @type {[readonly string[], () => unknown][]} */
    const choices = [
      [[...namesOf(ACTIVATIONS), 'softmax'], () => engine.activate('?', [])],
      [INITS, () => createExperiment(engine, { init: '?' })],
      [RULES, () => createExperiment(engine, { rule: '?' })],
      [namesOf(OPTIMIZERS), () => createExperiment(engine, { optimizer: '?' })],
      [
        ENGINE_LOSSES,
        () => {
          const network = engine.createNetwork([1, 1], ['linear']);
          network.evaluate([[1]], [[1]], { loss: /** @type {any} */ ('?') });
        },
      ],
    ];
    for (const [names, call] of choices) {
      assert.throws(call, (/** @type {Error} */ { message }) => {
        assert.deepEqual(message.split('; allowed: ')[1].split(', ').sort(), [...names].sort());
        return true;
      });
    }
  });

  it('makes data sets by name, with as many classes as are asked for, or with values', () => {
    const labels = (/** @type {string} */ name, nClasses = 2) => {
      const { X, y } = engine.makeDataset(name, {
        nSamples: 60,
        nClasses,
        noise: 0,
        randomState: 1,
      });
      assert.deepEqual([X.length, X[0].length, y.length], [2, 60, 60]);
      return [...new Set(y)].sort();
    };
    for (const name of ['moons', 'circles', 'xor']) assert.deepEqual(labels(name), [0, 1]);
    for (const name of ['blobs', 'spirals']) {
      assert.deepEqual(labels(name), [0, 1]);
      assert.deepEqual(labels(name, 6), [0, 1, 2, 3, 4, 5]);
    }
    assert.deepEqual(labels('classification', 4), [0, 1, 2, 3]);
    for (const name of ['plane', 'hills']) assert.equal(labels(name).length, 60);
  });

  it('draws a network over the plane by what it is given of a point', () => {
    const X = [
      [-1, 2, -1, 2],
      [-3, -3, 5, 5],
    ];
    const features = ['sin(x2)', 'x1*x2', 'x1', 'x2^2'];
    const map = { features, scaler: engine.standardScaler(X) };
    const network = engine.createNetwork([4, 1], ['linear']);
    network.setParameters(Float64Array.from([0.5, -1, 2, 0.25, 0.125]));
    const grid = network.decisionGrid([-1, 2, -3, 5], 2, undefined, map);
    assert.deepEqual(grid, network.forward(engine.inputsOf(X, map))[0]);
    network.dispose();
  });

  it('makes each data set of the table, with a label a point', () => {
    for (const { name, kinds } of DATASETS) {
      const data = /** @type {[number, number, number][]} */ ([
        [1, 2, 0],
        [3, 4, 1],
      ]);
      const { X, y } = createPoints(engine, { ...CONFIG, dataset: name, samples: 2, data });
      assert.equal(y.length, 2);
      for (const feature of X) assert.equal(feature.length, 2);
      if (kinds[0] === 'classification') assert.deepEqual([...y].sort(), [0, 1]);
      else assert.ok(y.every(Number.isFinite));
    }
  });

  it('reports rows that are no matrix, before they reach the engine', () => {
    const network = engine.createNetwork([2, 1], ['sigmoid']);
    assert.throws(
      () => network.forward([[1, 2], [3]]),
      /^TypeError: X: row 1 has 1 numbers; allowed: 2/,
    );
    const texts = /** @type {any} */ ([['1'], ['2']]);
    assert.throws(() => network.forward(texts), /^TypeError: X row 0: "1" at 0; allowed: numbers/);
    assert.throws(() => network.setLayers([]), /^TypeError: layers: 0; allowed: 1, one a layer$/);
    network.dispose();
  });

  it('reports bytes that are no module', async () => {
    await assert.rejects(
      loadEngine({ wasmBinary: new Uint8Array([1, 2, 3, 4]) }),
      WebAssembly.CompileError,
    );
  });

  it('gives a grid for each output, one after the other', () => {
    const [nOutputs, side] = [3, 5];
    const network = engine.createNetwork([2, 4, nOutputs], ['tanh', 'sigmoid']);
    network.initialize('xavier', engine.createRandomState(1));
    const grids = network.decisionGrid([-1, 1, 2, 4], side);
    const steps = [...Array(side).keys()];
    const X = [
      steps.flatMap(() => steps.map((column) => column / 2 - 1)),
      steps.flatMap((row) => steps.map(() => row / 2 + 2)),
    ];
    assert.deepEqual(
      [...grids],
      network.forward(X).flatMap((output) => [...output]),
    );
    const into = new Float64Array(nOutputs * side * side);
    assert.equal(network.decisionGrid([-1, 1, 2, 4], side, into), into);
    assert.deepEqual(into, grids);
    network.dispose();
  });

  it('writes a decision grid into the array that is given, and into no other size', () => {
    const network = engine.createNetwork([2, 3, 1], ['tanh', 'sigmoid']);
    network.initialize('xavier', engine.createRandomState(1));
    const bounds = [-1, 1, -1, 1];
    const into = new Float64Array(25);
    assert.equal(network.decisionGrid(bounds, 5, into), into);
    assert.deepEqual(into, network.decisionGrid(bounds, 5));
    assert.throws(
      () => network.decisionGrid(bounds, 4, into),
      /^Error: into: 25 numbers; allowed: 16$/,
    );
    network.dispose();
  });
});

describe('memory', () => {
  /** What the module's memory may grow by while the allocator settles. */
  const WARM_UP_EXPERIMENTS = 200;
  const EXPERIMENTS = 10000;

  it('is flat over 10,000 experiments, the failed ones included', async () => {
    const engine = await loadShippedEngine();
    const live = (/** @type {number} */ n) => {
      for (let i = 0; i < n; ++i) {
        const experiment = createExperiment(engine, { samples: 40, layers: [4] });
        experiment.step(1);
        experiment.answer(4).grid;
        experiment.dispose();
        assert.throws(() => createExperiment(engine, { samples: 40, learningRate: -1 }));
      }
    };
    live(WARM_UP_EXPERIMENTS);
    const bytes = engine.memoryBytes;
    live(EXPERIMENTS);
    assert.equal(engine.memoryBytes, bytes);
  });
});
