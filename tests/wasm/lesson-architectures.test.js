import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { createData } from '../../web/engine/data.js';
import { createBaselines, judgeBaselines } from '../../web/lesson/architectures/baselines.js';
import {
  CONTENDERS,
  createContenders,
  createSeeded,
  createTrainer,
  EPOCHS,
  NOTEBOOK,
} from '../../web/lesson/architectures/contenders.js';
import {
  createFresh,
  fateOf,
  PLATEAU_EPOCHS,
  SeedRuns,
  trainSeeds,
  watchPlateau,
} from '../../web/lesson/architectures/long-runs.js';
import { INITS, Race, StartRuns } from '../../web/lesson/architectures/race.js';
import { describeBoundary } from '../../web/views/plane/description.js';
import { answerMap } from '../../web/views/plane/map.js';
import { CurvePoints } from '../../web/lesson/architectures/curve-points.js';
import { loadShippedEngine } from './support.js';

/** NumPy's, see tests/golden/README.md. */
const GOLDEN = JSON.parse(readFileSync(new URL('../golden/notebook.json', import.meta.url), 'utf8'))
  .cases[0];

/** @type {import('../../web/engine/engine.js').Engine} */
let engine;
/** @type {import('../../web/engine/data.js').Data} */
let data;
before(async () => {
  engine = await loadShippedEngine();
  data = createData(engine, NOTEBOOK);
});

/**
 * @template T
 * @param {Generator<number, T>} steps
 * @returns {T} what they come to
 */
function finish(steps) {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** @param {ArrayLike<number>[]} rows */
function rootMeanSquare(rows) {
  const squares = rows.flatMap((row) => Array.from(row, (value) => value * value));
  return Math.sqrt(squares.reduce((sum, square) => sum + square) / squares.length);
}

/** @param {string} name */
const golden = (name) =>
  GOLDEN.networks.find((/** @type {any} */ one) => one.name.startsWith(`${name} `));

test('the four are the notebook’s: names, sizes, epochs, learning rate', () => {
  for (const { name, shape, layerSizes } of CONTENDERS) {
    const known = golden(name);
    assert.equal(known.name, `${name} (${shape})`);
    assert.deepEqual(layerSizes, known.layer_sizes);
    assert.equal(EPOCHS, known.epochs);
  }
  assert.equal(NOTEBOOK.learningRate, GOLDEN.learning_rate);
});

test('the race gives NumPy’s losses as long as they are determined, and its test accuracies', () => {
  const race = new Race(engine, data, { rule: 'simplified', init: 'small', epochs: EPOCHS });
  race.step(EPOCHS + 1);
  assert.ok(race.isFinished);
  for (const { contender, points, metrics } of race.lanes) {
    const known = golden(contender.name);
    for (const { x, y } of points
      .of('trainLoss')
      .filter(({ x: at }) => at < known.determined_epochs)) {
      assert.ok(Math.abs(y - known.losses[x]) <= 1e-8 * y, `${contender.name}, epoch ${x}`);
    }
    const [low, high] = known.final
      ? [known.final.test_accuracy, known.final.test_accuracy]
      : known.test_accuracy_range;
    const slack = known.final ? 1e-12 : 1 / 60 + 1e-12;
    assert.ok(metrics.testAccuracy >= low - slack, contender.name);
    assert.ok(metrics.testAccuracy <= high + slack, contender.name);
  }
  race.dispose();
});

test('by the notebook’s rule each of the four draws one straight line', () => {
  const race = new Race(engine, data, { rule: 'simplified', init: 'small', epochs: EPOCHS });
  race.step(EPOCHS);
  for (const lane of race.lanes) {
    const grid = lane.grid(data.bounds, 120);
    assert.match(
      describeBoundary(answerMap({ grid, resolution: 120 }, [0, 1])),
      /^The decision boundary is one straight line:/,
    );
  }
  race.dispose();
});

test('a race in small steps is the same race, and ends with its last epoch', () => {
  const options = /** @type {const} */ ({ rule: 'backprop', init: 'he', epochs: 37 });
  const [whole, cut] = [new Race(engine, data, options), new Race(engine, data, options)];
  whole.step(37);
  while (!cut.isFinished) cut.step(5);
  assert.equal(cut.epoch, 37);
  assert.deepEqual(
    cut.lanes.map(({ metrics }) => metrics),
    whole.lanes.map(({ metrics }) => metrics),
  );
  assert.equal(cut.lanes[0].points.of('trainLoss').at(-1)?.x, 37);
});

test('what an epoch takes is measured, and the race stays where it is', () => {
  const race = new Race(engine, data, { rule: 'backprop', init: 'he', epochs: 10 });
  let count = 0;
  while (race.time(1)) count += 1;
  assert.equal(count, 12, 'each of the four three times');
  for (const { seconds } of race.lanes) assert.ok(seconds > 0 && seconds < 0.1);
  assert.equal(race.epoch, 0, 'the race itself has not begun');
});

test('logistic regression ends where its gradient is 0', () => {
  const { parameters } = createBaselines(engine, data).line;
  const network = engine.createNetwork([2, 1], ['sigmoid']);
  network.setParameters(parameters);
  const [{ weights, biases }] = network.gradient(data.train.X, data.train.y);
  for (const slope of [...weights[0], biases[0]]) assert.ok(Math.abs(slope) < 1e-6, String(slope));
});

test('the majority of the training points is the minority of the test points', () => {
  const { majority } = createBaselines(engine, data);
  assert.ok(majority.trainAccuracy > 0.5);
  assert.ok(majority.testAccuracy < 0.5);
  const share = data.train.y[0].reduce((sum, label) => sum + label) / data.train.y[0].length;
  const entropy = -(share * Math.log(share) + (1 - share) * Math.log(1 - share));
  assert.ok(Math.abs(majority.trainLoss - entropy) < 1e-12);
});

test('the baselines do on the test set what they are said to do there', () => {
  const baselines = createBaselines(engine, data);
  assert.deepEqual(judgeBaselines(engine, baselines, data.test), {
    majority: baselines.majority.testAccuracy,
    line: baselines.line.testAccuracy,
  });
});

test('a seed’s run is the same whichever others were before', () => {
  const fresh = createFresh(engine);
  const options = /** @type {const} */ ({ rule: 'backprop', init: 'he' });
  const runs = new SeedRuns(engine, data, fresh, options);
  while (runs.count < 5) runs.advance();
  assert.deepEqual(
    runs.runs.map(({ length }) => length),
    [2, 1, 1, 1],
  );
  assert.equal(runs.seeds, 1);
  runs.advance();
  runs.dispose();
  const again = new SeedRuns(engine, data, fresh, options);
  while (again.count < 5) again.advance();
  assert.deepEqual(again.runs, runs.runs);
  for (const [{ test: share }] of again.runs) {
    assert.ok(Math.abs(share * 60 - Math.round(share * 60)) < 1e-9, 'sixtieths');
  }
});

test('the three starts are the same random numbers, scaled', () => {
  const lab = new StartRuns(engine, data, { layerSizes: [2, 16, 16, 16, 1], epochs: 3 });
  assert.deepEqual(
    lab.runs.map(({ init }) => init),
    INITS,
  );
  const scales = lab.runs.map(({ trainer }) => {
    const network = trainer.network();
    const [first] = network.layers();
    network.dispose();
    return first.weights[0][0];
  });
  assert.ok(Math.abs(scales[1] / scales[0] - Math.sqrt(2 / 18) / 0.01) < 1e-9);
  assert.ok(Math.abs(scales[2] / scales[0] - 1 / 0.01) < 1e-9);
  lab.step(10);
  assert.ok(lab.isFinished);
  lab.dispose();
});

test('with small weights, exact gradients all but vanish in Deep, and it says the same to everybody', () => {
  const lab = new StartRuns(engine, data, { layerSizes: [2, 16, 16, 16, 1], epochs: EPOCHS });
  const [small, , he] = lab.runs;
  assert.ok(Math.max(...small.facts.gradientSizes) < 1e-6);
  assert.ok(Math.min(...he.facts.gradientSizes) > 1e-2);
  lab.step(EPOCHS);
  const { majority } = createBaselines(engine, data);
  assert.ok(Math.abs(small.trainer.metrics().trainLoss - majority.trainLoss) < 1e-6);
  assert.equal(small.trainer.metrics().testAccuracy, majority.testAccuracy);
  assert.ok(he.trainer.metrics().trainLoss < 0.1);
  lab.dispose();
});

test('each hidden layer of Deep hands on less than a twentieth of what it gets, from small weights', () => {
  const network = createSeeded(engine, [2, 16, 16, 16, 1], 'small', NOTEBOOK.seed);
  let size = rootMeanSquare(data.train.X);
  for (const { output } of network.trace(data.train.X).slice(0, -1)) {
    const next = rootMeanSquare(output);
    assert.ok(next < size / 20, `${size} to ${next}`);
    size = next;
  }
  network.dispose();
});

test('the plateau ends after thousands of epochs, steeply, and that of a line comes next', () => {
  const run = finish(watchPlateau(engine));
  assert.equal(fateOf(run), 'falls');
  assert.ok(run.leftAt !== null && run.leftAt > PLATEAU_EPOCHS / 2);
  const { line } = createBaselines(engine, data);
  const soon = run.points.of('trainLoss').find(({ x }) => x >= Number(run.leftAt) + 300);
  assert.ok(Math.abs((soon?.y ?? 0) - line.trainLoss) < 0.02, 'hardly more than a line');
  assert.ok(run.trainLoss < 0.1);
});

test('what becomes of a plateau is told apart', () => {
  const curve = (/** @type {(epoch: number) => number} */ lossAt) => {
    const points = new CurvePoints(PLATEAU_EPOCHS);
    for (let epoch = 0; epoch <= PLATEAU_EPOCHS; epoch += 20) {
      points.append(Float64Array.of(epoch, lossAt(epoch), 0, 0, 0));
    }
    return { points, trainLoss: lossAt(PLATEAU_EPOCHS) };
  };
  assert.equal(fateOf({ leftAt: null, ...curve(() => 0.6926) }), 'stays');
  assert.equal(fateOf({ leftAt: 5000, ...curve((epoch) => (epoch > 5000 ? 0.2 : 0.7)) }), 'falls');
  assert.equal(fateOf({ leftAt: 40, ...curve((epoch) => 0.7 - epoch / 20_000) }), 'creeps');
});

test('the question’s thirty runs are those of the widget', () => {
  const lot = new SeedRuns(engine, data, createFresh(engine), { rule: 'backprop', init: 'he' });
  while (lot.seeds < 2) lot.advance();
  const right = finish(trainSeeds(engine));
  assert.equal(right.length, 30);
  assert.deepEqual(
    right.slice(0, 2),
    lot.runs[1].map((run) => Math.round(run.test * 60)),
  );
});

test('every network of the race starts where the stream of the one before has stopped', () => {
  const networks = createContenders(engine, 'small');
  const stream = engine.createRandomState(42);
  const skipped = 2 * 8 + 8 * 8 + 8;
  for (let i = 0; i < skipped; i += 1) stream.randn(1);
  for (const network of networks) {
    for (const { weights, biases } of network.layers()) {
      for (const row of weights) {
        for (const weight of row) assert.equal(weight, stream.randn(1)[0] * 0.01);
      }
      assert.ok(biases.every((bias) => bias === 0));
    }
  }
  const trainer = createTrainer(engine, networks[0], data, { rule: 'backprop' });
  assert.equal(trainer.metrics().epoch, 0);
});
