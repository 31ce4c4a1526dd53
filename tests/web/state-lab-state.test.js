import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { History } from '../../web/state/history.js';
import { canTrain, initialState, reduce } from '../../web/state/lab-state.js';
import { isUnderWay } from '../../web/state/live.js';
import { inEnglish } from '../../web/state/messages.js';
import { newsOf } from '../../web/state/news.js';
import { descriptionOf, frameAt } from './frames.js';

/** @import { LabEvent, LabState } from '../../web/state/lab-state.js' */

/**
 * @param {object} patch
 */
const configWith = (patch) => applyPatch(defaultConfig(), patch).config;

/**
 * @param {LabState} state
 * @param {...LabEvent} events
 */
const after = (state, ...events) => events.reduce(reduce, state);

const description = descriptionOf([2, 8, 8, 1]);
const loading = initialState(defaultConfig(), new History());
const ready = after(loading, { type: 'created', description, frame: frameAt(0) });
const training = after(ready, { type: 'train' }, { type: 'frame', frame: frameAt(7) });
const paused = after(training, { type: 'pause' });
const failed = after(training, { type: 'frame', frame: frameAt(9, { diverged: true }) });

test('an experiment loads, and is ready at epoch 0', () => {
  assert.equal(loading.status, 'loading');
  assert.equal(ready.status, 'ready');
  assert.equal(ready.metrics?.epoch, 0);
  assert.equal(ready.description, description);
});

test('it trains, and pauses, and trains on', () => {
  assert.equal(training.status, 'training');
  assert.equal(training.metrics?.epoch, 7);
  assert.equal(paused.status, 'paused');
  assert.equal(after(paused, { type: 'train' }).status, 'training');
});

test('a step from ready is paused afterwards', () => {
  const stepped = after(ready, { type: 'frame', frame: frameAt(1) });
  assert.equal(stepped.status, 'paused');
  assert.equal(after(ready, { type: 'frame', frame: frameAt(0) }).status, 'ready');
});

test('a frame that arrives after Pause is taken in and does not train on', () => {
  const late = after(paused, { type: 'frame', frame: frameAt(12) });
  assert.equal(late.status, 'paused');
  assert.equal(late.metrics?.epoch, 12);
});

test('frames of the experiment before are left aside while the next one loads', () => {
  const next = after(training, { type: 'create', config: configWith({ seed: 1 }) });
  assert.equal(next.status, 'loading');
  assert.equal(next.config.seed, 1);
  assert.equal(after(next, { type: 'frame', frame: frameAt(8) }), next);
  assert.equal(after(next, { type: 'reset', frame: frameAt(0) }), next);
});

test('what a hand has passed by is shown while the next experiment loads, and told to nobody', () => {
  const other = descriptionOf([2, 5, 1]);
  const frame = frameAt(9);
  const before = after(paused, { type: 'create', config: configWith({ layers: '4' }) });
  const passed = after(before, { type: 'pass', description: other, frame });
  assert.equal(passed.status, 'loading');
  assert.equal(passed.description, other);
  assert.deepEqual(passed.metrics, frame.metrics);
  assert.deepEqual(newsOf(passed, before), []);
});

test('it finishes at the epoch limit, and a higher limit lets it go on', () => {
  const limited = after(training, { type: 'configure', config: configWith({ epochs: 20 }) });
  assert.equal(limited.status, 'training');
  const finished = after(limited, { type: 'frame', frame: frameAt(20) });
  assert.equal(finished.status, 'finished');
  assert.equal(after(finished, { type: 'train' }), finished);
  const raised = after(finished, { type: 'configure', config: configWith({ epochs: 30 }) });
  assert.equal(raised.status, 'paused');
  assert.equal(after(raised, { type: 'train' }).status, 'training');
});

test('a limit below the epochs done finishes at once', () => {
  const config = configWith({ epochs: 5 });
  assert.equal(after(training, { type: 'configure', config }).status, 'finished');
  assert.equal(after(ready, { type: 'configure', config }).status, 'ready');
  assert.equal(after(loading, { type: 'configure', config }).status, 'loading');
});

test('reset leads back to ready from anywhere', () => {
  for (const state of [ready, training, paused, failed]) {
    const reset = after(state, { type: 'reset', frame: frameAt(0) });
    assert.equal(reset.status, 'ready');
    assert.equal(reset.metrics?.epoch, 0);
    assert.equal(reset.failure, null);
  }
});

test('divergence fails in words: what happened, and what to try', () => {
  assert.equal(failed.status, 'failed');
  assert.equal(failed.metrics?.epoch, 9);
  assert.equal(
    failed.failure && inEnglish(failed.failure),
    'Training stopped at epoch 9: the numbers grew until the loss or a weight was no longer ' +
      'finite. Try a smaller learning rate, such as 0.003.',
  );
  assert.equal(after(failed, { type: 'train' }), failed);
  assert.equal(after(failed, { type: 'frame', frame: frameAt(10) }), failed);
});

test('what to try after divergence depends on the configuration', () => {
  const config = configWith({ preset: 'notebook', learningRate: 10 });
  const events = /** @type {LabEvent[]} */ ([
    { type: 'create', config },
    { type: 'created', description, frame: frameAt(0) },
    { type: 'train' },
    { type: 'frame', frame: frameAt(3, { diverged: true }) },
  ]);
  const { failure } = after(loading, ...events);
  assert.ok(failure);
  assert.match(
    inEnglish(failure),
    /such as 1, or the optimiser Adam, or the learning rule Backpropagation, or the activation Tanh\.$/,
  );
});

test('what to try after divergence depends on the settings in force', () => {
  const config = configWith({ optimizer: 'sgd', schedule: '2:learning-rate=5 2:optimizer=adam' });
  const events = /** @type {LabEvent[]} */ ([
    { type: 'create', config },
    { type: 'created', description, frame: frameAt(0) },
    { type: 'frame', frame: frameAt(3, { diverged: true }) },
  ]);
  const { failure } = after(loading, ...events);
  assert.match(failure ? inEnglish(failure) : '', /such as 0\.5\.$/);
});

test('a failure to load is told, and the next experiment starts afresh', () => {
  const failure = () => 'no engine';
  const broken = after(loading, { type: 'fail', failure });
  assert.deepEqual([broken.status, broken.failure], ['failed', failure]);
  const again = after(broken, { type: 'create', config: defaultConfig() });
  assert.deepEqual([again.status, again.failure], ['loading', null]);
});

test('Train and Step do something only when ready or paused', () => {
  assert.deepEqual([loading, ready, training, paused, failed].map(canTrain), [
    false,
    true,
    false,
    true,
    false,
  ]);
  assert.equal(after(loading, { type: 'train' }), loading);
  assert.equal(after(ready, { type: 'pause' }), ready);
});

/**
 * @param {LabState} state
 * @param {number} epoch
 * @param {Partial<import('../../web/state/types.js').Frame>} [changes]
 */
const goto = (state, epoch, changes) =>
  after(state, { type: 'goto', frame: frameAt(epoch, changes) });

test('it goes to another epoch, from wherever there is an experiment', () => {
  for (const state of [training, paused, failed]) {
    assert.equal(goto(state, 3).status, 'paused');
    assert.equal(goto(state, 3).metrics?.epoch, 3);
    assert.equal(goto(state, 3).failure, null);
    assert.equal(goto(state, 0).status, 'ready');
  }
  assert.equal(goto(loading, 3), loading);
  const lost = after(paused, { type: 'fail', failure: () => 'gone' });
  assert.equal(goto(lost, 3), lost);
});

test('who goes to the epoch limit is paused there; to train, or to step, finishes', () => {
  const limited = after(training, { type: 'configure', config: configWith({ epochs: 20 }) });
  const finished = after(limited, { type: 'frame', frame: frameAt(20) });
  for (const state of [limited, finished]) {
    const there = goto(state, 20);
    assert.equal(there.status, 'paused');
    assert.equal(after(there, { type: 'train' }).status, 'finished');
    assert.equal(after(there, { type: 'frame', frame: frameAt(20) }).status, 'finished');
  }
});

test('at the epoch limit it stays paused, whatever is set that training goes on with', () => {
  const config = configWith({ epochs: 20 });
  const there = goto(after(paused, { type: 'configure', config }), 20);
  const set = (/** @type {object} */ patch) =>
    after(there, { type: 'configure', config: applyPatch(config, patch).config });
  assert.equal(set({ speed: 'max' }).status, 'paused');
  assert.equal(set({ epochs: 30 }).status, 'paused');
  assert.equal(set({ epochs: 10 }).status, 'finished');
  const edit = /** @type {LabEvent} */ ({
    type: 'change',
    schedule: '20:b1.1=1',
    frame: frameAt(20),
  });
  assert.equal(after(there, edit).status, 'paused');
});

test('who goes to where it diverges is paused there, and told the same; to train, or to step, fails', () => {
  for (const state of [training, paused, failed]) {
    const there = goto(state, 9, { diverged: true });
    assert.equal(there.status, 'paused');
    assert.equal(inEnglish(there.failure ?? String), inEnglish(failed.failure ?? String));
    for (const event of /** @type {LabEvent[]} */ ([
      { type: 'train' },
      { type: 'frame', frame: frameAt(9, { diverged: true }) },
    ])) {
      const told = after(there, event);
      assert.equal(told.status, 'failed');
      assert.equal(inEnglish(told.failure ?? String), inEnglish(there.failure ?? String));
    }
    assert.equal(after(there, { type: 'configure', config: configWith({}) }).status, 'paused');
    assert.deepEqual([goto(there, 8).status, goto(there, 8).failure], ['paused', null]);
  }
});

test('where it has diverged stays known, wherever one looks, until there is another run', () => {
  const there = goto(training, 9, { diverged: true });
  assert.equal(ready.divergence, null);
  for (const state of [failed, there, goto(there, 3), goto(failed, 0)]) {
    assert.equal(state.divergence, 9);
    assert.equal(after(state, { type: 'reset', frame: frameAt(0) }).divergence, null);
    const edit = { type: 'change', schedule: '3:b1.1=1', frame: frameAt(3) };
    assert.equal(after(goto(state, 3), /** @type {LabEvent} */ (edit)).divergence, null);
  }
  const history = new History();
  const apart = { type: 'frame', frame: frameAt(3), history, divergence: 9 };
  assert.equal(after(ready, /** @type {LabEvent} */ (apart)).divergence, 9);
  const imported = { type: 'created', description, frame: frameAt(0, { diverged: true }) };
  assert.equal(after(loading, /** @type {LabEvent} */ (imported)).divergence, 0);
});

test('what is set where it has diverged is another run’s', () => {
  const edit = /** @type {LabEvent} */ ({
    type: 'change',
    schedule: '9:b1.1=1',
    frame: frameAt(9, { diverged: true }),
  });
  const there = goto(after(goto(training, 9), edit), 9, { diverged: true });
  assert.equal(isUnderWay(there), false);
});

test('what somebody points at is forgotten with a network that lacks it', () => {
  const pointed = { layer: 2, neuron: 7 };
  const pointing = after(ready, { type: 'surround', changes: { pointed } });
  const next = (/** @type {number[]} */ sizes) =>
    after(pointing, { type: 'created', description: descriptionOf(sizes), frame: frameAt(0) });
  assert.equal(next([2, 3, 8, 1]).pointed, pointed);
  assert.equal(next([2, 8, 7, 1]).pointed, null);
  assert.equal(next([2, 1]).pointed, null);
});
