import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { History } from '../../web/state/history.js';
import { joinRows } from '../../web/state/metrics.js';
import { MOST_CHANGES, changedAt, parseSchedule, printSchedule } from '../../web/state/schedule.js';
import { createSession, openRecord, recordOf, snapshot, step } from './session-support.js';
import { createExperiment, loadShippedEngine } from './support.js';

/** @import { Session } from '../../web/element/session.js' */
/** @import { LiveChange } from '../../web/state/schedule.js' */

/**
 * What is changed, and after how many more epochs.
 *
 * @typedef {[epochs: number, changes: string][]} Script
 */

const EVERY_KIND = /** @type {Script} */ ([
  [0, 'learning-rate=0.02 w1.1.1=0.5'],
  [7, 'batch-size=16'],
  [5, 'optimizer=sgd w1.2.1=-1.5 b1.1=0.25'],
  // Of the same at one epoch, the last.
  [0, 'optimizer=momentum w1.2.1=0.75'],
  [9, 'regularization=l2 regularization-rate=0.1'],
  [11, 'batch-size=0 regularization=none'],
  [3, 'optimizer=momentum'],
  [20, 'b1.1=-0'],
  [0, 'learning-rate=0.5'],
]);

const SIMPLIFIED = /** @type {Script} */ ([
  [10, 'rule=simplified'],
  [10, 'rule=backprop optimizer=adam'],
  [10, 'rule=simplified w1.1.2=3'],
]);

/** Every optimiser, both rules, batches, regularisation, every problem. @type {[object, Script][]} */
const RUNS = [
  [{}, EVERY_KIND],
  [{ optimizer: 'sgd', learningRate: 0.5 }, EVERY_KIND],
  [{ optimizer: 'momentum', batchSize: 32 }, EVERY_KIND],
  [{ optimizer: 'rmsprop', batchSize: 50, regularization: 'l1' }, EVERY_KIND],
  [{ preset: 'notebook' }, EVERY_KIND],
  [{}, SIMPLIFIED],
  [{ batchSize: 10, optimizer: 'rmsprop' }, SIMPLIFIED],
  [{ dataset: 'spirals', classes: 4, batchSize: 7, loss: 'squared_error' }, EVERY_KIND],
  [{ preset: 'regression' }, EVERY_KIND],
  [
    { layers: [], features: 'x1,x2,x1*x2' },
    [
      [4, 'w1.1.3=1'],
      [4, 'b1.1=2 learning-rate=1'],
    ],
  ],
  // Entries of the past stay, those to come fall away.
  [
    { schedule: '5:learning-rate=0.1 10:b1.1=1 10:b1.2=1 11:w1.1.1=2 80:batch-size=3' },
    [
      [10, 'b1.1=0.5'],
      [12, 'learning-rate=0.3'],
    ],
  ],
];

/**
 * @param {string} text as in a schedule
 * @returns {LiveChange[]}
 */
const changesOf = (text) =>
  parseSchedule(
    text
      .split(' ')
      .map((one) => `0:${one}`)
      .join(' '),
  ).map(({ name, value }) => ({ name, value }));

/**
 * @param {string} schedule to begin with
 * @param {Script} script
 * @returns {string} that which is configured so from the start
 */
function scheduleOf(schedule, script) {
  let all = parseSchedule(schedule);
  let epoch = 0;
  for (const [epochs, text] of script) {
    epoch += epochs;
    all = changedAt(all, epoch, changesOf(text));
  }
  return printSchedule(all);
}

describe('changes while it trains', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * @param {Session} session
   * @param {Script} script
   * @param {(epochs: number) => number[]} chunksOf how so many epochs are cut
   */
  async function follow(session, script, chunksOf) {
    await session.start();
    for (const [epochs, text] of script) {
      for (const chunk of chunksOf(epochs)) await step(session, chunk);
      const made = await session.change(changesOf(text));
      assert.equal(made?.epoch, session.state.metrics?.epoch);
    }
  }

  const whole = (/** @type {number} */ epochs) => (epochs === 0 ? [] : [epochs]);
  const single = (/** @type {number} */ epochs) => Array(epochs).fill(1);

  for (const [patch, script] of RUNS) {
    it(`give the bits of a run that was configured so from the start: ${JSON.stringify(patch)}`, async () => {
      const { schedule = '' } = /** @type {{ schedule?: string }} */ (patch);
      const expected = scheduleOf(schedule, script);
      const straight = createSession(engine, { ...patch, schedule: expected });
      const epochs = script.reduce((sum, [more]) => sum + more, 0);
      await straight.start();
      await step(straight, epochs);
      const seen = snapshot(straight);
      await step(straight, 30);
      const end = snapshot(straight);
      for (const chunksOf of [whole, single]) {
        const live = createSession(engine, patch);
        await follow(live, script, chunksOf);
        assert.equal(live.state.config.schedule, expected);
        assert.deepEqual(snapshot(live), seen);
        for (const chunk of chunksOf(30)) await step(live, chunk);
        assert.deepEqual(snapshot(live), end);
        live.dispose();
      }
    });
  }

  it('differ from none', async () => {
    const [plain, changed] = [createSession(engine), createSession(engine)];
    await follow(changed, [[10, 'learning-rate=0.02']], whole);
    await plain.start();
    await step(plain, 10);
    assert.deepEqual(snapshot(changed).curves, snapshot(plain).curves);
    for (const session of [plain, changed]) await step(session, 1);
    assert.notDeepEqual(snapshot(changed).curves, snapshot(plain).curves);
  });

  it('of weights are seen in the metrics of their epoch, in the place of the row before', async () => {
    const session = createSession(engine);
    await follow(session, [[10, 'w1.1.1=4']], whole);
    const { epoch, trainLoss } = session.state.history.curves();
    assert.deepEqual([...epoch], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.equal(trainLoss[10], session.state.metrics?.trainLoss);
    const unchanged = createSession(engine);
    await unchanged.start();
    await step(unchanged, 10);
    assert.notEqual(trainLoss[10], unchanged.state.metrics?.trainLoss);
  });

  it('are kept by reset', async () => {
    const session = createSession(engine);
    await follow(
      session,
      [
        [5, 'learning-rate=0.5'],
        [5, 'b1.1=1'],
      ],
      whole,
    );
    const trained = snapshot(session);
    await session.reset();
    await step(session, 10);
    assert.deepEqual(snapshot(session), trained);
  });

  it('can be made to a model that was imported, and repeated in its record', async () => {
    const teacher = createSession(engine, { seed: 7 });
    await teacher.start();
    await step(teacher, 20);
    const model = await teacher.ask((client) => client.exportModel());
    const script = /** @type {Script} */ ([
      [0, 'w2.1.1=1'],
      [6, 'optimizer=sgd b1.3=0.1'],
      [6, 'batch-size=40'],
    ]);
    const live = createSession(engine);
    await live.importModel(/** @type {any} */ (model));
    await follow(live, script, single);
    await step(live, 5);
    const straight = createSession(engine, { schedule: scheduleOf('', script) });
    await straight.importModel(/** @type {any} */ (model));
    await step(straight, 17);
    assert.deepEqual(snapshot(live), snapshot(straight));
    const opened = createSession(engine);
    await openRecord(engine, opened, recordOf(live));
    assert.deepEqual(snapshot(opened), snapshot(live));
    assert.deepEqual(recordOf(opened), recordOf(live));
  });

  it('are repeated in the record of their run', async () => {
    const live = createSession(engine, { batchSize: 25 });
    await follow(live, EVERY_KIND, whole);
    await step(live, 10);
    const opened = createSession(engine);
    await openRecord(engine, opened, recordOf(live));
    assert.deepEqual(snapshot(opened), snapshot(live));
    const forged = recordOf(live);
    forged.config = { ...forged.config, schedule: '' };
    await assert.rejects(openRecord(engine, opened, forged), TypeError);
  });

  it('give the same history where it is so long that it is thinned', () => {
    const experiment = createExperiment(engine, { samples: 20, layers: [1] });
    const straight = createExperiment(engine, {
      samples: 20,
      layers: [1],
      schedule: '37:b1.1=1 41:b1.1=2',
    });
    const [live, whole_] = [new History(17), new History(17)];
    live.append(joinRows([experiment.metricsRow(), experiment.step(37)]));
    experiment.change([{ name: 'b1.1', value: 1 }]);
    live.append(experiment.metricsRow());
    live.append(experiment.step(4));
    experiment.change([{ name: 'b1.1', value: 2 }]);
    live.append(experiment.metricsRow());
    whole_.append(joinRows([straight.metricsRow(), straight.step(41)]));
    assert.deepEqual(live.curves(), whole_.curves());
    live.append(experiment.step(30));
    whole_.append(straight.step(30));
    assert.deepEqual(live.curves(), whole_.curves());
    experiment.dispose();
    straight.dispose();
  });

  it('are refused where there is nothing to change, or too much, and everything stays', () => {
    const schedule = Array.from({ length: MOST_CHANGES }, (_, i) => `${i}:b1.1=${i}`).join(' ');
    const experiment = createExperiment(engine, { schedule });
    experiment.step(MOST_CHANGES);
    const first = [experiment.parameters(), experiment.metrics()];
    for (const [name, value] of [
      ['w1.9.1', 1],
      ['w1.1.1', NaN],
      ['seed', 1],
      ['learning-rate', -1],
      ['learning-rate', 'x'],
      ['b1.1', 1],
    ]) {
      const change = /** @type {LiveChange} */ ({ name, value });
      assert.throws(() => experiment.change([change]), RangeError, `${name}=${value}`);
    }
    assert.throws(() => experiment.change([{ name: 'b1.1', value: 1 }]), {
      message: 'schedule: 1001 changes; allowed are 1000',
    });
    assert.deepEqual([experiment.parameters(), experiment.metrics()], first);
    experiment.dispose();
  });

  it('that come while a frame is under way are told after it, and before the next', async () => {
    const session = createSession(engine);
    await session.start();
    const first = session.fetch({ epochs: 5 });
    const change = session.change([{ name: 'b1.1', value: 1 }]);
    const second = first.then(async (take) => {
      const next = session.fetch({ epochs: 5 });
      take();
      return next;
    });
    (await second)();
    await change;
    const straight = createSession(engine, { schedule: '5:b1.1=1' });
    await straight.start();
    await step(straight, 10);
    assert.deepEqual(snapshot(session).curves, snapshot(straight).curves);
    assert.equal(session.state.config.schedule, '5:b1.1=1');
  });
});
