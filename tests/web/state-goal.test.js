import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormats } from '../../web/views/text/formats.js';
import { goalText } from '../../web/element/sentences.js';
import { Store } from '../../web/element/store.js';
import { ENGLISH } from '../../web/languages/en.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { findReached, parseGoal } from '../../web/state/goal.js';
import { History } from '../../web/state/history.js';
import { columnsOf } from '../../web/state/metrics.js';

/**
 * Losses fall as 1, 1/2, 1/3, …; accuracies rise as 0, 1/2, 2/3, …
 *
 * @param {number} from epoch
 * @param {number} to epoch
 */
function rows(from, to) {
  return Float64Array.from(
    Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((epoch) => {
      const loss = 1 / (epoch + 1);
      return [epoch, loss, loss, 1 - loss, 1 - loss];
    }),
  );
}

/**
 * @param {number} from epoch
 * @param {number} to epoch
 */
const frameOf = (from, to) =>
  /** @type {any} */ ({ history: rows(from, to), metrics: { epoch: to } });

/**
 * A lab that has no engine, and whose goal is watched.
 */
function startWatch() {
  const store = new Store(defaultConfig());
  /** @type {(number | undefined)[]} epochs at which a goal has been reached, in the order told */
  const told = [];
  store.listen(({ reached }, before) => {
    if (reached && reached !== before.reached) told.push(reached.epoch);
  });
  return {
    store,
    told,
    epoch: () => store.state.reached?.epoch,
    /**
     * @param {string} goal
     * @param {[from: number, to: number]} [epochs] of a new frame
     * @returns {boolean} whether it has been reached just now
     */
    update(goal, epochs) {
      const { length } = told;
      if (goal !== store.state.config.goal) {
        store.dispatch({ type: 'configure', config: { ...store.state.config, goal } });
      }
      const frame = epochs && frameOf(...epochs);
      if (epochs?.[0] === 0) {
        store.dispatch({ type: 'created', description: /** @type {any} */ ({}), frame });
      } else if (frame) store.dispatch({ type: 'frame', frame });
      return told.length > length;
    },
  };
}

test('a goal is kept in one spelling', () => {
  const { config } = applyPatch(defaultConfig(), { goal: ' epoch <= 1e2 ,test-accuracy>= .950' });
  assert.equal(config.goal, 'epoch<=100,test-accuracy>=0.95');
});

test('a goal is reached at the first epoch at which all holds', () => {
  /** @type {[string, number | undefined][]} */
  const cases = [
    ['test-accuracy>=0.5', 1],
    ['test-accuracy>0.5', 2],
    ['train-loss<=0.25', 3],
    ['test-loss<0.25', 4],
    ['train-accuracy>=0.5,epoch>=7', 7],
    ['train-accuracy>=0.5,epoch<1', undefined],
    ['test-loss>0', 0],
    ['', undefined],
  ];
  for (const [goal, epoch] of cases) {
    assert.equal(findReached(parseGoal(goal), rows(0, 20))?.epoch, epoch, goal);
  }
  assert.deepEqual(findReached(parseGoal('epoch>=1'), rows(0, 3)), {
    epoch: 1,
    trainLoss: 0.5,
    testLoss: 0.5,
    trainAccuracy: 0.5,
    testAccuracy: 0.5,
  });
});

test('numbers that are none reach nothing', () => {
  const diverged = Float64Array.of(3, NaN, NaN, NaN, NaN);
  for (const goal of ['test-loss<1', 'test-loss>=0', 'train-accuracy<=1']) {
    assert.equal(findReached(parseGoal(goal), diverged), null);
  }
});

test('every epoch is looked at, and the goal is reached once a run', () => {
  const { epoch, update } = startWatch();
  const goal = 'epoch>=7,epoch<=8';
  assert.equal(update(goal, [0, 0]), false);
  assert.equal(update(goal, [1, 5]), false);
  assert.equal(update(goal, [6, 10]), true, 'between two frames');
  assert.equal(epoch(), 7);
  assert.equal(update(goal, [11, 15]), false);
  assert.equal(epoch(), 7, 'and stays so');
  assert.equal(update(goal, [0, 0]), false);
  assert.equal(epoch(), undefined, 'a reset begins a new run');
  assert.equal(update(goal, [1, 20]), true);
});

test('a goal that is set later looks back', () => {
  const { epoch, update } = startWatch();
  update('', [0, 0]);
  update('', [1, 50]);
  assert.equal(update('test-accuracy>=0.9'), true);
  assert.equal(epoch(), 9);
  assert.equal(update('epoch>100'), false);
  assert.equal(epoch(), undefined, 'another goal is another matter');
  assert.equal(update('epoch>100', [51, 200]), true);
  assert.equal(epoch(), 101);
});

test('a run that comes as a whole is looked at as a whole', () => {
  const { store, update, epoch } = startWatch();
  const goal = 'epoch>=5';
  assert.equal(update(goal, [0, 0]), false);
  const history = new History();
  history.append(rows(0, 100));
  store.dispatch({ type: 'frame', frame: frameOf(100, 100), history });
  assert.equal(epoch(), 5);
  assert.equal(store.state.history, history);
  assert.equal(history.length, 101, 'whose epochs are there already');
});

test('of an epoch whose weights are changed, the changed ones reach the goal', () => {
  const { store, epoch, update } = startWatch();
  const goal = 'train-loss<0.15';
  update(goal, [0, 0]);
  update(goal, [1, 5]);
  assert.equal(epoch(), undefined);
  const change = (/** @type {number} */ loss, at = 5) => {
    const row = Float64Array.of(at, loss, loss, 0.5, 0.5);
    const frame = /** @type {any} */ ({ history: row, metrics: { epoch: at } });
    store.dispatch({ type: 'change', schedule: `${at}:b1.1=${loss}`, frame });
  };
  change(0.1);
  assert.equal(epoch(), 5);
  assert.equal(store.state.config.schedule, '5:b1.1=0.1');
  change(0.2);
  assert.equal(epoch(), undefined, 'no more');
  assert.deepEqual([...store.state.history.curves().epoch], [0, 1, 2, 3, 4, 5]);
  assert.equal(store.state.history.at(5)?.trainLoss, 0.2);
  assert.equal(update(goal, [6, 6]), true);
  update(goal, [7, 7]);
  change(0.1, 7);
  assert.equal(epoch(), 6, 'what was reached before stays');
  change(0.2, 4);
  assert.equal(epoch(), undefined, 'but not on a branch from before it');
});

test('what is loading has reached nothing of another goal', () => {
  const { store, update, epoch } = startWatch();
  update('epoch>=5', [0, 0]);
  assert.equal(update('epoch>=5', [1, 50]), true);
  store.dispatch({ type: 'create', config: { ...store.state.config, seed: 1 } });
  assert.equal(epoch(), 5, 'until the next is there');
  store.dispatch({ type: 'create', config: { ...store.state.config, goal: 'epoch>=7' } });
  assert.equal(epoch(), undefined);
});

test('a goal is told in words', () => {
  const formats = createFormats(ENGLISH);
  const tell = (
    /** @type {string} */ goal,
    /** @type {number | null} */ epoch = null,
    /** @type {'classification' | 'regression'} */ problem = 'classification',
  ) => goalText({ goal, problem }, epoch && /** @type {any} */ ({ epoch }), ENGLISH.goal, formats);
  assert.equal(tell(''), '');
  assert.equal(tell('test-accuracy>=0.955'), 'Goal: test accuracy ≥\u00a095.5%');
  assert.equal(
    tell('test-loss<0.0001,epoch<=1000'),
    'Goal: test loss <\u00a00.0001, epoch ≤\u00a01,000',
  );
  assert.equal(
    tell('train-accuracy>0.9', 1234),
    'Goal reached at epoch 1,234: training accuracy >\u00a090%',
  );
  assert.equal(
    tell('test-r2>=0.9,parameters<=20', null, 'regression'),
    'Goal: test R² ≥\u00a00.9, parameters ≤\u00a020',
  );
  assert.equal(
    tell('test-accuracy>=0.9,epoch<9', null, 'regression'),
    'Goal: test accuracy ≥\u00a090%, epoch <\u00a09 (out of reach here: there is no test accuracy)',
  );
  assert.equal(
    tell('test-r2>=0.9,train-r2>0'),
    'Goal: test R² ≥\u00a00.9, training R² >\u00a00 ' +
      '(out of reach here: there is no test R² and no training R²)',
  );
});

test('a goal may be of R², which is reached where values are learned, and only there', () => {
  const names = columnsOf('regression');
  assert.equal(findReached(parseGoal('test-r2>=0.5'), rows(0, 20), names)?.epoch, 1);
  assert.equal(findReached(parseGoal('test-r2>=0.5'), rows(0, 20)), null);
  assert.equal(findReached(parseGoal('test-accuracy>=0.5'), rows(0, 20), names), null);
  assert.equal(findReached(parseGoal('test-r2>=0.5,test-accuracy>=0'), rows(0, 20), names), null);
});

test('a goal may bound how many parameters there are', () => {
  const names = columnsOf('classification');
  const goal = parseGoal('test-accuracy>=0.5,parameters<=20');
  assert.equal(findReached(goal, rows(0, 20), names, 20)?.epoch, 1);
  assert.equal(findReached(goal, rows(0, 20), names, 21), null);
  assert.equal(findReached(goal, rows(0, 20), names), null, 'of a network that is not known');

  const { store, update, epoch } = startWatch();
  update('parameters<=20,epoch>=3', [0, 0]);
  const description = /** @type {any} */ ({ parameterCount: 9 });
  store.dispatch({ type: 'created', description, frame: frameOf(0, 0) });
  assert.equal(update('parameters<=20,epoch>=3', [1, 9]), true);
  assert.equal(epoch(), 3);
});
