import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { createData } from '../../web/engine/data.js';
import { createBaselines, judgeBaselines } from '../../web/lesson/architectures/baselines.js';
import {
  CONTENDERS,
  createContenders,
  createSeeded,
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
import { createClient } from '../../web/worker/client.js';
import { trainTo } from '../../web/worker/training.js';
import { referenceRace, referenceSeeds, referenceStarts } from './lesson-reference.js';
import { poolOf } from './session-support.js';
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
 * Trains a race, or runs from three starts, as the page does: each in a run of its own.
 *
 * @param {Race | StartRuns} race
 * @returns {Promise<Float64Array[]>} the grids of the trained networks
 */
function finish(race) {
  const pool = poolOf(engine);
  return Promise.all(
    race.trainings.map(async ({ config, start }, i) => {
      const client = createClient({ pool });
      const { frame } = await client.create(config, start);
      const lane = race.lanes[i];
      lane.append(frame.history);
      await trainTo(client, config.epochs, ({ history }) => lane.append(history));
      const answer = await client.answer(120);
      client.dispose();
      return answer.grid;
    }),
  );
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

test('the race gives NumPy’s losses as long as they are determined, and its test accuracies', async () => {
  const race = new Race(engine, 240, { rule: 'simplified', init: 'small', epochs: EPOCHS });
  await finish(race);
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
});

test('by the notebook’s rule each of the four draws one straight line', async () => {
  const race = new Race(engine, 240, { rule: 'simplified', init: 'small', epochs: EPOCHS });
  for (const grid of await finish(race)) {
    assert.match(
      describeBoundary(answerMap({ grid, resolution: 120 }, [0, 1])),
      /^The decision boundary is one straight line:/,
    );
  }
});

test('a race is what the engine makes of the four, to the last bit, and ends with its last epoch', async () => {
  const options = /** @type {const} */ ({ rule: 'backprop', init: 'he', epochs: 37 });
  const race = new Race(engine, 240, options);
  await finish(race);
  assert.equal(race.epoch, 37);
  assert.ok(race.isFinished);
  assert.deepEqual(
    race.lanes.map(({ contender, metrics }) => ({ contender, metrics })),
    referenceRace(engine, data, options),
  );
  assert.equal(race.lanes[0].points.of('trainLoss').at(-1)?.x, 37);
});

test('what an epoch takes is measured, and the race stays where it is', async () => {
  const race = new Race(engine, 240, { rule: 'backprop', init: 'he', epochs: 10 });
  assert.deepEqual(
    race.lanes.map(({ isTimed }) => isTimed),
    [false, false, false, false],
  );
  await race.time(poolOf(engine));
  for (const { isTimed, seconds } of race.lanes) assert.ok(isTimed && seconds > 0);
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

test('the runs of seeds are the engine’s, whichever were before, and none is trained twice', async () => {
  const fresh = createFresh(engine);
  const options = /** @type {const} */ ({ rule: 'backprop', init: 'he' });
  const lot = new SeedRuns(engine, fresh, options);
  let count = 0;
  const onRun = () => (count += 1);
  await lot.train(1, { onRun, pool: poolOf(engine) });
  assert.equal(count, 4);
  assert.deepEqual(
    lot.upTo(3).map(({ length }) => length),
    [1, 1, 1, 1],
  );
  await lot.train(3, { onRun, pool: poolOf(engine) });
  assert.equal(count, 12);
  assert.deepEqual(lot.upTo(3), referenceSeeds(engine, data, fresh, { ...options, seeds: 3 }));
  assert.deepEqual(
    lot.upTo(2).map(({ length }) => length),
    [2, 2, 2, 2],
  );
  for (const [{ test: share }] of lot.upTo(1)) {
    assert.ok(Math.abs(share * 60 - Math.round(share * 60)) < 1e-9, 'sixtieths');
  }
});

test('runs that are given up leave those that are done', async () => {
  const lot = new SeedRuns(engine, createFresh(engine), { rule: 'backprop', init: 'he' });
  const ending = new AbortController();
  const onRun = () => ending.abort();
  const training = lot.train(9, { onRun, signal: ending.signal, pool: poolOf(engine) });
  await assert.rejects(training, { name: 'AbortError' });
  const done = lot.upTo(9).reduce((sum, { length }) => sum + length, 0);
  assert.ok(done >= 1 && done < 36, `${done} runs`);
});

test('the three starts are the same random numbers, scaled', async () => {
  const layerSizes = [2, 16, 16, 16, 1];
  const firsts = INITS.map((init) => {
    const network = createSeeded(engine, layerSizes, init, NOTEBOOK.seed);
    const [{ weights }] = network.layers();
    network.dispose();
    return weights[0][0];
  });
  assert.ok(Math.abs(firsts[1] / firsts[0] - Math.sqrt(2 / 18) / 0.01) < 1e-9);
  assert.ok(Math.abs(firsts[2] / firsts[0] - 1 / 0.01) < 1e-9);
  const lab = new StartRuns(engine, data, { layerSizes, epochs: 3 });
  await finish(lab);
  assert.ok(lab.isFinished);
  assert.deepEqual(
    lab.lanes.map(({ init, facts, metrics }) => ({ init, facts, metrics })),
    referenceStarts(engine, data, { layerSizes, epochs: 3 }),
  );
});

test('with small weights, exact gradients all but vanish in Deep, and it says the same to everybody', async () => {
  const lab = new StartRuns(engine, data, { layerSizes: [2, 16, 16, 16, 1], epochs: EPOCHS });
  const [small, , he] = lab.lanes;
  assert.ok(Math.max(...small.facts.gradientSizes) < 1e-6);
  assert.ok(Math.min(...he.facts.gradientSizes) > 1e-2);
  await finish(lab);
  const { majority } = createBaselines(engine, data);
  assert.ok(Math.abs(small.metrics.trainLoss - majority.trainLoss) < 1e-6);
  assert.equal(small.metrics.testAccuracy, majority.testAccuracy);
  assert.ok(he.metrics.trainLoss < 0.1);
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

test('the plateau ends after thousands of epochs, steeply, and that of a line comes next', async () => {
  /** @type {number[]} */
  const progress = [];
  const onProgress = (/** @type {number} */ epoch) => progress.push(epoch);
  const run = await watchPlateau({ onProgress, pool: poolOf(engine) });
  assert.equal(progress.at(-1), PLATEAU_EPOCHS);
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

test('the question’s thirty runs are those of the widget', async () => {
  /** @type {number[]} */
  const progress = [];
  const onProgress = (/** @type {number} */ done) => progress.push(done);
  const right = await trainSeeds(engine, 60, { onProgress, pool: poolOf(engine) });
  assert.equal(right.length, 30);
  assert.deepEqual(
    progress,
    right.map((_, i) => i + 1),
  );
  const options = /** @type {const} */ ({ rule: 'backprop', init: 'he', seeds: 2 });
  const [, medium] = referenceSeeds(engine, data, createFresh(engine), options);
  assert.deepEqual(
    right.slice(0, 2),
    medium.map((run) => Math.round(run.test * 60)),
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
});
