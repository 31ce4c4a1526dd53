/**
 * What the lesson says and shows of the optimisers, against PyTorch's numbers and the engine.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { joinLayers } from '../../web/state/model.js';
import { defaultConfig } from '../../web/state/presets.js';
import {
  descend,
  firstStepOfAdam,
  LabPath,
  TrainingPath,
} from '../../web/lesson/optimisers/race.js';
import { METHODS, SETTINGS } from '../../web/lesson/optimisers/methods.js';
import {
  arrivalOf,
  lossOf,
  moonsProblem,
  NETWORK_RATES,
  SHAPES,
  Valley,
  VALLEY_EPOCHS,
} from '../../web/lesson/optimisers/problems.js';
import { Slice } from '../../web/lesson/optimisers/loss-grid.js';
import { runUpdates } from '../../web/lesson/optimisers/one-update.js';
import { updateOf } from '../../web/lesson/optimisers/update.js';
import { steepestCurvature } from './curvature.js';
import { poolOf } from './session-support.js';
import { loadShippedEngine } from './support.js';

const GOLDEN = JSON.parse(
  readFileSync(new URL('../golden/optimizers.json', import.meta.url), 'utf8'),
);
const [SHIFTED, SCALED, STANDARDISED] = SHAPES;

/** @type {import('../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

const toArray = (/** @type {number[]} */ row) => Float64Array.from(row);

/**
 * @param {ArrayLike<number>} ours
 * @param {ArrayLike<number>} theirs
 */
function assertGolden(ours, theirs) {
  const { rel, abs } = GOLDEN.tolerance;
  assert.equal(ours.length, theirs.length);
  for (let i = 0; i < ours.length; i += 1) {
    assert.ok(Math.abs(ours[i] - theirs[i]) <= abs + rel * Math.abs(theirs[i]), `number ${i}`);
  }
}

const unpenalised = GOLDEN.cases.filter(
  (/** @type {any} */ { regularization, loss }) =>
    regularization === 'none' && loss === 'binary_cross_entropy',
);
test('there is a case of PyTorch’s for each of the four', () => {
  assert.deepEqual(
    unpenalised.map((/** @type {any} */ { optimizer }) => optimizer),
    METHODS.map(({ id }) => id),
  );
});

for (const golden of unpenalised) {
  test(`${golden.optimizer}: a path and the updates written out are PyTorch’s`, () => {
    for (const [name, value] of Object.entries(SETTINGS))
      assert.equal(golden[name] ?? value, value);
    const problem = {
      layerSizes: golden.layer_sizes,
      activations: golden.activations,
      train: { X: golden.X.map(toArray), y: golden.y.map(toArray) },
      test: null,
      start: joinLayers(golden.layers, golden.layer_sizes),
    };
    const path = new TrainingPath(engine, problem, {
      optimizer: golden.optimizer,
      learningRate: golden.learning_rate,
    });
    while (path.length < golden.steps) path.step();
    const losses = path.metrics.map(({ trainLoss }) => trainLoss);
    assertGolden(losses.slice(0, golden.steps), golden.losses);
    const end = joinLayers(golden.final_layers, golden.layer_sizes);
    assertGolden(path.points[golden.steps], end);
    assertGolden(replay(problem, golden), end);
  });
}

/**
 * All parameters by the rules written out, with the engine's gradients.
 *
 * @param {import('../../web/lesson/optimisers/problems.js').Problem} problem
 * @param {any} golden
 */
function replay({ layerSizes, activations, train, start }, golden) {
  const network = engine.createNetwork(layerSizes, activations);
  let at = start;
  /** @type {import('../../web/lesson/optimisers/update.js').Update[]} */
  let updates = [];
  for (let step = 0; step < golden.steps; step += 1) {
    network.setParameters(at);
    const gradient = joinLayers(network.gradient(train.X, train.y), layerSizes);
    updates = [...at].map((parameter, i) =>
      updateOf(golden.optimizer, golden.learning_rate, parameter, gradient[i], updates[i]),
    );
    at = Float64Array.from(updates, ({ after }) => after);
  }
  network.dispose();
  return at;
}

test('the updates written out end where the engine’s do, in every valley', () => {
  for (const shape of SHAPES) {
    const valley = new Valley(engine, shape);
    for (const { updates, ends } of runUpdates(engine, valley, shape.start, 0.1, 20)) {
      updates.forEach((pair, i) =>
        pair.forEach(({ after }, k) => assert.ok(Math.abs(after - ends[i][k]) < 1e-12)),
      );
    }
    valley.dispose();
  }
});

test('Adam’s first step is the learning rate, RMSProp’s ten times that, whatever the slope', () => {
  for (const factor of [0.01, 1, 100]) {
    const valley = new Valley(engine, { ...STANDARDISED, factor });
    const [sgd, , rmsprop, adam] = runUpdates(engine, valley, [0, 0], 0.1, 1).map(
      ({ updates }) => updates[0][0],
    );
    assert.ok(Math.abs(sgd.change + 0.1 * sgd.gradient) < 1e-15);
    assert.ok(Math.abs(Math.abs(adam.change) - 0.1) < 1e-5);
    // ε is added to a root ten times smaller than the slope.
    assert.ok(Math.abs(Math.abs(rmsprop.change) - 1) < 1e-4);
    const { slope, step } = firstStepOfAdam(engine, { ...STANDARDISED, factor });
    assert.equal(slope, adam.gradient);
    assert.ok(Math.abs(step - adam.after) < 1e-15);
    valley.dispose();
  }
});

test('the minimum is one: flat, the same in every valley, and lower than all about it', () => {
  const valleys = SHAPES.map((shape) => new Valley(engine, shape));
  for (const valley of valleys) {
    const [w, b] = valley.minimum;
    assert.ok(Math.hypot(...valley.gradient(valley.minimum)) < 1e-11);
    assert.ok(Math.abs(valley.lowest - valleys[0].lowest) < 1e-12);
    for (const [dw, db] of [
      [0.1, 0],
      [-0.1, 0],
      [0, 0.1],
      [0, -0.1],
    ]) {
      assert.ok(valley.loss([w + dw, b + db]) > valley.lowest);
    }
  }
});

test('a standardised feature makes a round bowl at the origin, a factor squares into it', () => {
  const condition = (
    /** @type {import('../../web/lesson/optimisers/problems.js').Shape} */ shape,
  ) => new Valley(engine, shape).steepness([0, 0]).condition;
  assert.ok(Math.abs(condition(STANDARDISED) - 1) < 1e-6);
  assert.ok(Math.abs(condition(SCALED) - SCALED.factor ** 2) < 1e-4);
});

test('SGD settles with a learning rate below 2 over the steepest curvature, and not above', () => {
  const { steepest } = new Valley(engine, SHIFTED).steepness();
  const late = (/** @type {number} */ rate) => Math.max(...descend(engine, rate, 3000).slice(2900));
  assert.ok(late((0.98 * 2) / steepest) < 1e-12);
  assert.ok(late((1.02 * 2) / steepest) > 1e-3);
});

test('each valley is won by another optimiser', () => {
  const winners = SHAPES.map((shape) => {
    const valley = new Valley(engine, shape);
    const arrivals = METHODS.map(({ id }) => {
      const path = new TrainingPath(engine, valley.problem(shape.start), {
        optimizer: id,
        learningRate: shape.rates[id],
      });
      while (path.length < VALLEY_EPOCHS) path.step();
      const above = path.metrics.map(({ trainLoss }) => trainLoss - valley.lowest);
      return arrivalOf(above) ?? Infinity;
    });
    return METHODS[arrivals.indexOf(Math.min(...arrivals))].id;
  });
  assert.deepEqual(winners, ['momentum', 'rmsprop', 'sgd']);
});

test('a slice is exact at its three points, and a shadow is the nearest place of the plane', () => {
  const problem = moonsProblem(engine);
  const lossAt = lossOf(engine, problem);
  const [sgd, momentum, , adam] = METHODS.map(({ id }) => {
    const path = new TrainingPath(engine, problem, {
      optimizer: id,
      learningRate: NETWORK_RATES[id],
    });
    while (path.length < 40) path.step();
    return path;
  });
  const slice = new Slice(problem.start, sgd.points[40], adam.points[40]);
  for (const [path, epoch] of /** @type {const} */ ([
    [sgd, 0],
    [sgd, 40],
    [adam, 40],
  ])) {
    const { u, v, distance } = slice.shadow(path.points[epoch]);
    assert.ok(distance < 1e-12);
    const loss = lossAt(slice.pointAt(u, v));
    assert.ok(Math.abs(loss - path.metrics[epoch].trainLoss) < 1e-12);
  }
  const point = momentum.points[40];
  const { u, v, distance } = slice.shadow(point);
  const distanceTo = (/** @type {number} */ x, /** @type {number} */ y) =>
    Math.hypot(...slice.pointAt(x, y).map((value, i) => value - point[i]));
  assert.ok(distance > 0.5);
  assert.ok(Math.abs(distanceTo(u, v) - distance) < 1e-12);
  for (const step of [-0.1, 0.1]) {
    assert.ok(distanceTo(u + step, v) > distance);
    assert.ok(distanceTo(u, v + step) > distance);
  }
});

test('SGD’s curve on the moons leaps where the curvature has passed 2 / α, and lands below it', () => {
  const problem = moonsProblem(engine);
  const path = new TrainingPath(engine, problem, {
    optimizer: 'sgd',
    learningRate: NETWORK_RATES.sgd,
  });
  while (path.length <= 300) path.step();
  const losses = path.metrics.map(({ trainLoss }) => trainLoss);
  const leap = losses.indexOf(Math.max(...losses));
  assert.ok(leap > 200 && losses[leap] > 1, `epoch ${leap}: ${losses[leap]}`);
  const limit = 2 / NETWORK_RATES.sgd;
  assert.ok(steepestCurvature(engine, problem, path.points[200]) > limit);
  // Where exactly it lands is for the last bit to say: that it is wide enough soon, is not.
  const after = path.points
    .slice(leap + 1, leap + 10)
    .map((point) => steepestCurvature(engine, problem, point));
  assert.ok(Math.min(...after) < limit, after.join(' '));
});

/** @param {LabPath} path */
async function atItsEnd(path) {
  for (let turn = 0; turn < 1000 && path.length < 45 && !path.diverged; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('the way of a lab’s network, computed by its worker, is the engine’s to the last bit', async () => {
  const options = /** @type {const} */ ({ optimizer: 'rmsprop', learningRate: 0.01 });
  const expected = new TrainingPath(engine, moonsProblem(engine), options);
  const path = new LabPath(expected, { ...defaultConfig(), ...options }, 45, poolOf(engine));
  await atItsEnd(path);
  expected.advance(45, Infinity);
  assert.deepEqual([path.length, path.diverged], [45, false]);
  assert.deepEqual(path.metrics, expected.metrics);
  assert.deepEqual(path.points, expected.points);
  path.dispose();
});

test('a way that cannot be computed ends where it begins', async () => {
  const options = /** @type {const} */ ({ optimizer: 'sgd', learningRate: 1 });
  const start = new TrainingPath(engine, moonsProblem(engine), options);
  const path = new LabPath(start, { ...defaultConfig(), samples: -1 }, 45, poolOf(engine));
  await atItsEnd(path);
  assert.deepEqual([path.length, path.diverged], [0, true]);
});
