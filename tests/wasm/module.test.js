import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createPoints } from '../../web/engine/data.js';
import { loadEngine } from '../../web/engine/load.js';
import {
  ACTIVATIONS,
  DATASETS,
  INITS,
  LOSSES,
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
      [
        () => createExperiment(engine, { dataset: 'spirals' }),
        /^dataset: "spirals"; allowed: moons/,
      ],
      [() => createExperiment(engine, { samples: 1 }), /^test_size: 0.2 puts 1 of 1 samples/],
      [() => createExperiment(engine, { learningRate: 0 }), /^learning_rate: 0; allowed/],
      [() => createExperiment(engine, { optimizer: 'lion' }), /^optimizer: "lion"; allowed: sgd/],
      [() => createExperiment(engine, { rule: 'hebb' }), /^rule: "hebb"; allowed: backprop/],
      [() => createExperiment(engine, { init: 'zero' }), /^init: "zero"; allowed: small/],
      [() => createExperiment(engine, { batchSize: -1 }), /^batch_size: -1; allowed/],
      [() => createExperiment(engine).grid(1), /^resolution: 1; allowed: 2 to 2000$/],
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
      [[...namesOf(ACTIVATIONS), 'leaky_relu', 'elu', 'softmax'], () => engine.activate('?', [])],
      [INITS, () => createExperiment(engine, { init: '?' })],
      [RULES, () => createExperiment(engine, { rule: '?' })],
      [namesOf(OPTIMIZERS), () => createExperiment(engine, { optimizer: '?' })],
      [
        LOSSES,
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

  it('makes each data set of the table, with a label a point', () => {
    for (const name of namesOf(DATASETS)) {
      const data = /** @type {[number, number, number][]} */ ([
        [1, 2, 0],
        [3, 4, 1],
      ]);
      const { X, y } = createPoints(engine, { ...CONFIG, dataset: name, samples: 2, data });
      assert.equal(y.length, 2);
      for (const feature of X) assert.equal(feature.length, 2);
      assert.deepEqual([...y].sort(), [0, 1]);
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
        experiment.grid(4);
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
