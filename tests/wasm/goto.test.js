import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { Playhead } from '../../web/element/playhead.js';
import { withWholeHistory } from '../../web/element/saving/whole-history.js';
import { Session } from '../../web/element/session.js';
import { Store } from '../../web/element/store.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { startLab, trainedSession } from './lab-support.js';
import {
  clientFactory,
  createSession,
  openRecord,
  recordOf,
  snapshot,
  step,
} from './session-support.js';
import { createExperiment, loadShippedEngine } from './support.js';

/** Every optimiser, with all samples and with batches, both rules, penalties, schedules, every problem. */
const RUNS = [
  ...['sgd', 'momentum', 'rmsprop', 'adam'].flatMap((optimizer) => [
    { optimizer },
    { optimizer, batchSize: 32, regularization: 'l2' },
  ]),
  { preset: 'notebook', epochs: 0 },
  { batchSize: 16, rule: 'simplified', regularization: 'l1' },
  { dataset: 'spirals', classes: 3, batchSize: 7, loss: 'squared_error' },
  { preset: 'regression' },
  { layers: [], features: 'x1,x2,x1*x2' },
  {
    schedule:
      '0:w1.1.1=2 64:learning-rate=0.1 64:b1.1=1 65:batch-size=16 100:optimizer=sgd 128:w1.2.1=0.5',
  },
];

/** There and back, at and beside the moments that are remembered. */
const WAY = [70, 64, 128, 63, 0, 1, 65, 130, 129, 100];

describe('goto', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * All of a session that is of its present epoch, and what is told of its last update.
   *
   * @param {Session} session
   */
  async function present(session) {
    const { status, config, metrics, parameters, grid } = snapshot(session);
    const rest = { status, config, metrics, parameters, grid };
    const shares = await session.ask((client) => client.shares({ layer: 0, neuron: 0, input: 0 }));
    return { ...rest, shares: { ...shares, shares: [...shares.shares] } };
  }

  for (const patch of RUNS) {
    it(`gives the bits of uninterrupted training, in both directions: ${JSON.stringify(patch)}`, async () => {
      const session = await trainedSession(engine, patch, 150);
      const whole = snapshot(session).curves;
      for (const epoch of WAY) {
        await session.travel.goto(epoch);
        const expected = await trainedSession(engine, patch, epoch);
        assert.deepEqual(await present(session), await present(expected), `epoch ${epoch}`);
        assert.deepEqual(snapshot(session).curves, whole, 'the curves stay whole');
      }
      await step(session, 100);
      const { status, ...end } = snapshot(session);
      const straight = await trainedSession(engine, patch, 200);
      assert.deepEqual({ status, ...end }, snapshot(straight));
    });
  }

  it('goes on beyond the furthest epoch', async () => {
    const session = await trainedSession(engine, {}, 0);
    await session.travel.goto(300);
    assert.deepEqual(snapshot(session), snapshot(await trainedSession(engine, {}, 300)));
  });

  it('works from an imported model', async () => {
    const source = await trainedSession(engine, { layers: [5, 3], batchSize: 20 }, 40);
    const model = await source.ask((client) => client.exportModel());
    const begin = async (/** @type {number} */ epochs) => {
      const session = await trainedSession(engine, { batchSize: 20, optimizer: 'momentum' }, 0);
      await session.importModel(/** @type {any} */ (model));
      if (epochs > 0) await step(session, epochs);
      return session;
    };
    const session = await begin(150);
    for (const epoch of [100, 20, 0, 140]) {
      await session.travel.goto(epoch);
      assert.deepEqual(await present(session), await present(await begin(epoch)), `epoch ${epoch}`);
    }
  });

  it('ends early at the limit of epochs, and where it diverges, from where it comes back', async () => {
    const limited = await trainedSession(engine, { epochs: 50 }, 10);
    await limited.travel.goto(1e9);
    assert.equal(limited.state.metrics?.epoch, 50);
    assert.equal(limited.state.status, 'paused');
    await limited.travel.goto(20);
    assert.equal(limited.state.status, 'paused');
    const patch = { optimizer: 'sgd', learningRate: 10, activation: 'relu', loss: 'squared_error' };
    const wild = { ...patch, preset: 'regression', layers: [8, 8] };
    const session = await trainedSession(engine, wild, 0);
    await session.travel.goto(1000);
    const { status, metrics, failure, frame } = session.state;
    assert.deepEqual([status, frame?.diverged, failure !== null], ['paused', true, true]);
    assert.ok(metrics && metrics.epoch < 1000 && metrics.epoch > 1);
    await session.travel.goto(metrics.epoch - 1);
    assert.equal(session.state.status, 'paused');
    assert.equal(session.state.failure, null);
    assert.deepEqual(
      await present(session),
      await present(await trainedSession(engine, wild, metrics.epoch - 1)),
    );
  });

  it('is ready at epoch 0, with what came after it still known', async () => {
    const session = await trainedSession(engine, {}, 20);
    await session.travel.goto(0);
    assert.equal(session.state.status, 'ready');
    assert.equal(session.state.history.last, 20);
  });

  it('branches off where something is changed, and the curves after it fall away', async () => {
    const { session, changes } = await startLab(engine, { schedule: '80:learning-rate=0.001' });
    await step(session, 150);
    await session.travel.goto(64);
    for (const patch of [{ learningRate: 0.2 }, { optimizer: 'momentum' }]) {
      const { config } = session.state;
      changes.commit(patch);
      while (session.state.config === config) await new Promise((resolve) => setImmediate(resolve));
    }
    const { schedule } = session.state.config;
    assert.equal(schedule, '64:learning-rate=0.2 64:optimizer=momentum');
    assert.equal(session.state.history.last, 64);
    await step(session, 100);
    await session.travel.goto(70);
    await step(session, 94);
    assert.deepEqual(snapshot(session), snapshot(await trainedSession(engine, { schedule }, 164)));
    // Where it has gone on to its end, a change begins anew.
    changes.commit({ optimizer: 'sgd' });
    await session.start();
    assert.equal(session.state.metrics?.epoch, 0);
  });

  it('has all of a run back by undo, at the epoch where it was branched off', async () => {
    const { session, changes } = await startLab(engine, {});
    await step(session, 150);
    await session.travel.goto(64);
    const former = snapshot(session);
    changes.commit({ learningRate: 0.2 });
    while (!session.state.config.schedule) await new Promise((resolve) => setImmediate(resolve));
    await changes.undo();
    assert.deepEqual(snapshot(session), former);
    await step(session, 100);
    assert.deepEqual(snapshot(session), snapshot(await trainedSession(engine, {}, 164)));
  });

  it('still knows where a run diverges that is had again, though only its weights tell', async () => {
    const decay = { regularization: 'l2', regularizationRate: 10, learningRate: 10 };
    const wild = { ...decay, layers: [], loss: 'squared_error', optimizer: 'momentum' };
    const { session, changes } = await startLab(engine, wild);
    await session.travel.goto(1000);
    const { divergence, metrics } = session.state;
    assert.ok(divergence === metrics?.epoch && Number.isFinite(metrics?.trainLoss));
    await session.travel.goto(64);
    changes.commit({ learningRate: 0.1 });
    while (!session.state.config.schedule) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(session.state.divergence, null, 'another run');
    await changes.undo();
    assert.deepEqual([session.state.metrics?.epoch, session.state.divergence], [64, divergence]);
  });

  it('has the whole history of an early epoch of a long run again', async () => {
    const patch = { layers: [], samples: 10 };
    const session = await trainedSession(engine, patch, 140_000);
    await session.travel.goto(131_000);
    assert.equal(session.state.history.stride, 2);
    const { config, description, frame, history } = session.state;
    assert.ok(description && frame);
    const run = { config, description, frame, history, imported: null, theme: 'light' };
    const whole = await withWholeHistory(/** @type {any} */ (run), clientFactory(engine));
    assert.deepEqual([whole.history.stride, whole.history.length], [1, 131_001]);
    const record = recordOf(/** @type {any} */ ({ state: { ...session.state, ...whole } }));
    const other = createSession(engine);
    await openRecord(engine, other, record);
    assert.equal(other.state.metrics?.epoch, 131_000);
  });

  it('keeps in a record what came up to the present epoch', async () => {
    const session = await trainedSession(engine, { batchSize: 30 }, 120);
    await session.travel.goto(75);
    const record = recordOf(session);
    assert.deepEqual(record, recordOf(await trainedSession(engine, { batchSize: 30 }, 75)));
    const other = createSession(engine);
    await openRecord(engine, other, record);
    assert.equal(other.state.metrics?.epoch, 75);
  });

  it('follows the newest of many that are wanted, and stays where it is told to', async () => {
    const session = await trainedSession(engine, {}, 500);
    /** @type {(number | undefined)[]} */
    const seen = [];
    const { travel } = session;
    const ways = [10, 400, 77].map((epoch) =>
      travel.goto(epoch).then(() => seen.push(session.state.metrics?.epoch)),
    );
    await Promise.all(ways);
    assert.deepEqual(seen, [77, 77, 77]);
    const long = travel.goto(1e9);
    while (!session.state.travel) await new Promise((resolve) => setImmediate(resolve));
    await travel.stay();
    await long;
    const { metrics, status, history } = session.state;
    assert.equal(session.state.travel, null);
    assert.ok(metrics && metrics.epoch < 1e9);
    assert.equal(history.last, metrics.epoch);
    assert.equal(status, 'paused');
  });

  it('is over where something begins anew on the way', async () => {
    const { session, changes } = await startLab(engine, {});
    const first = session.travel.goto(1e9);
    while (!session.state.travel) await new Promise((resolve) => setImmediate(resolve));
    await session.reset();
    await first;
    assert.deepEqual(snapshot(session), snapshot(await trainedSession(engine, {}, 0)));
    const second = session.travel.goto(1e9);
    while (!session.state.travel) await new Promise((resolve) => setImmediate(resolve));
    changes.commit({ seed: 7 });
    await second;
    await session.start();
    await step(session, 10);
    assert.deepEqual(snapshot(session), snapshot(await trainedSession(engine, { seed: 7 }, 10)));
  });

  it('moves linked labs together, each as far as it goes', async () => {
    const playhead = new Playhead();
    const sessions = [{}, { optimizer: 'sgd' }, { epochs: 30 }].map((patch) => {
      const store = new Store(applyPatch(defaultConfig(), patch).config);
      const session = new Session({ store, createClient: clientFactory(engine) });
      playhead.join({ store, session, start: (how) => session.start(how), follow() {} });
      return session;
    });
    const epochs = () => sessions.map(({ state }) => state.metrics?.epoch);
    await playhead.goto(100);
    assert.deepEqual(epochs(), [100, 100, 30]);
    await playhead.goto(20);
    assert.deepEqual(epochs(), [20, 20, 20]);
    await playhead.step(5);
    assert.deepEqual(epochs(), [25, 25, 25]);
    for (const epoch of [-1, 0.5, NaN, '3', Infinity]) {
      await assert.rejects(playhead.goto(/** @type {number} */ (epoch)), {
        name: 'RangeError',
        message: `goto: ${epoch} is not an epoch; allowed are whole numbers from 0`,
      });
    }
  });
});

describe('the memory of what has been', () => {
  it('stays within its bounds, however long the training, and comes back when it is given up', async () => {
    const engine = await loadShippedEngine();
    const experiment = createExperiment(engine, { layers: [64, 64, 64, 64], samples: 20 });
    const { memory } = experiment;
    const one = memory.size;
    let largest = 0;
    for (let epoch = 0; epoch < 20_000; epoch += 500) {
      experiment.step(500);
      largest = Math.max(largest, memory.size);
    }
    assert.ok(largest <= 2 ** 25, `${largest} bytes`);
    assert.ok(largest > 2 ** 24, 'as many as there is room for');
    const seen = experiment.parameters();
    experiment.seek(19_999);
    assert.ok(experiment.metrics().epoch > 19_000, 'near it');
    experiment.step(20_000 - experiment.metrics().epoch);
    assert.deepEqual(experiment.parameters(), seen);
    for (let times = 0; times < 30; times += 1) memory.thin();
    assert.equal(memory.size, one, 'the first stays');
    experiment.seek(10);
    assert.equal(experiment.metrics().epoch, 0);
    experiment.step(20_000);
    assert.deepEqual(experiment.parameters(), seen);
    experiment.dispose();
  });
});
