import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { startLab as startLabOf, train, trainedSession } from './lab-support.js';
import { snapshot, step } from './session-support.js';
import { loadShippedEngine } from './support.js';

describe('changes with the lab’s own controls', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  const startLab = (patch = {}) => startLabOf(engine, patch);
  const trained = (/** @type {object} */ patch, /** @type {number} */ epochs) =>
    trainedSession(engine, patch, epochs);

  const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

  it('go on while it trains, and the run is that which was configured so from the start', async () => {
    const { session, changes, deed } = await startLab();
    await train(session, 40);
    changes.commit({ learningRate: '0.1' });
    await settled();
    assert.equal(session.state.config.schedule, '40:learning-rate=0.1');
    assert.equal(session.state.config.learningRate, 0.03);
    assert.equal(session.state.inForce.learningRate, 0.1);
    assert.equal(session.state.status, 'training');
    assert.deepEqual(deed(), {
      kind: 'wentOn',
      changes: [{ epoch: 40, name: 'learning-rate', value: 0.1 }],
      hasOther: true,
    });
    await train(session, 10);
    session.pause();
    const straight = await trained({ schedule: '40:learning-rate=0.1' }, 50);
    assert.deepEqual(snapshot(session), snapshot(straight));
  });

  it('start again when it does not train', async () => {
    const { session, changes, deed } = await startLab();
    await step(session, 40);
    changes.commit({ learningRate: 0.1 });
    await session.start();
    assert.deepEqual([session.state.metrics?.epoch, session.state.config.schedule], [0, '']);
    assert.equal(session.state.config.learningRate, 0.1);
    assert.deepEqual(deed(), {
      kind: 'startedAgain',
      keys: ['learningRate'],
      epoch: 40,
      hasOther: true,
    });
  });

  it('start again where more is changed than can be while it trains', async () => {
    const { session, changes, deed } = await startLab();
    await train(session, 10);
    changes.commit({ learningRate: 0.1, layers: [3] });
    await session.start();
    assert.deepEqual([session.state.metrics?.epoch, session.state.config.schedule], [0, '']);
    assert.deepEqual(deed(), {
      kind: 'startedAgain',
      keys: ['learningRate', 'layers'],
      epoch: 10,
      hasOther: false,
    });
  });

  it('can be had the other way: what went on starts again', async () => {
    const { session, changes, deed } = await startLab({
      schedule: '5:learning-rate=0.2 90:b1.1=1',
    });
    await train(session, 40);
    changes.commit({ learningRate: 0.1 });
    await settled();
    assert.equal(session.state.config.schedule, '5:learning-rate=0.2 40:learning-rate=0.1');
    await changes.other();
    await session.start();
    const { config } = session.state;
    assert.deepEqual([config.learningRate, config.schedule], [0.1, '90:b1.1=1']);
    assert.deepEqual([deed()?.kind, session.state.metrics?.epoch], ['startedAgain', 0]);
    // And back again.
    await changes.other();
    assert.equal(deed()?.kind, 'wentOn');
    const straight = await trained({ schedule: '5:learning-rate=0.2 40:learning-rate=0.1' }, 40);
    assert.deepEqual(snapshot(session), snapshot(straight));
  });

  it('can be had the other way: what started again goes on', async () => {
    const { session, changes, deed } = await startLab({ batchSize: 20 });
    await step(session, 25);
    changes.commit({ optimizer: 'sgd' });
    await session.start();
    await step(session, 3);
    await changes.other();
    const straight = await trained({ batchSize: 20, schedule: '25:optimizer=sgd' }, 25);
    assert.deepEqual(snapshot(session), snapshot(straight));
    assert.equal(deed()?.kind, 'wentOn');
    await changes.undo();
    assert.deepEqual(snapshot(session), snapshot(await trained({ batchSize: 20 }, 25)));
  });

  it('can be undone, one after the other, to the first', async () => {
    const { session, changes, deed } = await startLab();
    /** @type {ReturnType<typeof snapshot>[]} */
    const seen = [];
    await step(session, 12);
    seen.push(snapshot(session));
    changes.commit({ layers: [4], activation: 'relu' });
    await session.start();
    await step(session, 5);
    seen.push(snapshot(session));
    await changes.edit([{ name: 'w1.1.1', value: 2 }]);
    await step(session, 2);
    changes.commit({ preset: 'xor' });
    await session.start();
    seen.push(snapshot(session));
    changes.commit({ dataset: 'circles', noise: 0.1 });
    await session.start();
    await step(session, 1);
    assert.equal(session.state.canUndo, true);
    await changes.undo();
    assert.deepEqual(snapshot(session), seen[2]);
    await changes.undo();
    assert.equal(session.state.config.schedule, '5:w1.1.1=2');
    assert.equal(session.state.metrics?.epoch, 7);
    await changes.undo();
    assert.deepEqual(snapshot(session), seen[1]);
    assert.deepEqual(deed(), { kind: 'undone', epoch: 5 });
    await changes.undo();
    assert.deepEqual(snapshot(session), seen[0]);
    assert.equal(session.state.canUndo, false);
    await changes.undo();
    assert.deepEqual(snapshot(session), seen[0]);
  });

  it('leave what is set meanwhile, and decides nothing, as it is', async () => {
    const { session, changes } = await startLab();
    await step(session, 3000);
    changes.commit({ preset: 'xor' });
    await session.start();
    const undone = changes.undo();
    changes.commit({ points: 'test', speed: '25' });
    await undone;
    const { config, metrics } = session.state;
    assert.deepEqual([config.preset, config.dataset, metrics?.epoch], ['default', 'moons', 3000]);
    assert.deepEqual([config.points, config.speed], ['test', '25']);
  });

  it('are undone at once where Undo is pressed again before the run is there', async () => {
    const { session, changes } = await startLab();
    await step(session, 500);
    const first = snapshot(session);
    for (const layers of [[4], [3]]) {
      changes.commit({ layers });
      await session.start();
      await step(session, 300);
    }
    const [undone, again] = [changes.undo(), changes.undo()];
    await undone;
    await again;
    assert.deepEqual(snapshot(session), first);
    assert.equal(session.state.canUndo, false);
  });

  it('bring back the model that a run began from', async () => {
    const teacher = await trained({ seed: 3 }, 30);
    const model = await teacher.ask((client) => client.exportModel());
    const { session, changes } = await startLab();
    await session.importModel(model);
    await changes.edit([{ name: 'b3.1', value: 1 }]);
    await step(session, 20);
    const seen = snapshot(session);
    changes.commit({ samples: 100 });
    await session.start();
    assert.equal(session.state.isImported, false);
    await changes.undo();
    assert.deepEqual(snapshot(session), seen);
    assert.equal(session.state.isImported, true);
    await changes.undo();
    assert.equal(session.state.config.schedule, '');
    const plain = await trained({}, 0);
    await plain.importModel(model);
    assert.deepEqual(snapshot(session), snapshot(plain));
  });

  it('of weights are entries at any time, and of a slider that is dragged one', async () => {
    const { session, changes } = await startLab({ epochs: 6 });
    await changes.edit([{ name: 'b1.1', value: 1 }]);
    assert.equal(session.state.status, 'ready');
    await step(session, 6);
    assert.equal(session.state.status, 'finished');
    for (let i = 0; i < 50; i += 1) changes.edit([{ name: 'w1.1.2', value: i }]);
    await changes.edit([{ name: 'w1.1.2', value: 7 }]);
    await changes.edit([{ name: 'w1.1.1', value: 8 }]);
    assert.equal(session.state.status, 'finished');
    assert.equal(session.state.config.schedule, '0:b1.1=1 6:w1.1.2=7 6:w1.1.1=8');
    const { schedule } = session.state.config;
    assert.deepEqual(snapshot(session), snapshot(await trained({ epochs: 6, schedule }, 6)));
    await changes.undo();
    await changes.undo();
    assert.equal(session.state.config.schedule, '0:b1.1=1');
    assert.equal(session.state.metrics?.epoch, 6);
  });

  it('of a slider that is dragged are one entry, or one start', async () => {
    const { session, changes, deed } = await startLab();
    await train(session, 5);
    for (const learningRate of [0.1, 0.2, 0.3])
      changes.commit({ learningRate }, { isPassing: true });
    await settled();
    assert.equal(session.state.config.schedule, '');
    changes.commit({ learningRate: 0.3 });
    await settled();
    assert.equal(session.state.config.schedule, '5:learning-rate=0.3');
    session.pause();
    for (const learningRate of [0.1, 0.2]) {
      changes.commit({ learningRate }, { isPassing: true });
      await session.start();
    }
    changes.commit({ learningRate: 0.2 });
    await session.start();
    assert.deepEqual([session.state.config.learningRate, session.state.config.schedule], [0.2, '']);
    assert.equal(/** @type {any} */ (deed()).epoch, 5);
    await changes.undo();
    assert.equal(session.state.config.schedule, '5:learning-rate=0.3');
    assert.equal(session.state.metrics?.epoch, 5);
  });

  it('can be removed from the schedule, which trains the run again', async () => {
    const schedule = '5:learning-rate=0.2 10:w1.1.1=1 15:optimizer=sgd';
    const { session, changes, deed } = await startLab({ schedule });
    await step(session, 30);
    await changes.remove({ epoch: 10, name: 'w1.1.1' });
    const less = '5:learning-rate=0.2 15:optimizer=sgd';
    assert.deepEqual(snapshot(session), snapshot(await trained({ schedule: less }, 30)));
    assert.deepEqual(deed(), { kind: 'removed', change: { epoch: 10, name: 'w1.1.1', value: 1 } });
    await changes.undo();
    assert.deepEqual(snapshot(session), snapshot(await trained({ schedule }, 30)));
  });

  it('that are refused say why, and leave all as it is', async () => {
    const { session, changes, complaints, deed } = await startLab();
    await train(session, 5);
    const seen = session.state.config;
    changes.commit({ learningRate: 99 });
    await changes.edit([{ name: 'w9.1.1', value: 1 }]);
    await changes.edit([{ name: 'b1.1', value: NaN }]);
    assert.deepEqual(
      complaints.map((errors) => errors.map(({ key }) => key)),
      [['learningRate'], ['schedule'], ['schedule']],
    );
    assert.equal(session.state.config, seen);
    assert.equal(deed(), null);
  });

  it('end a training that was to bring another run back', async () => {
    const { session, changes, deed } = await startLab();
    await step(session, 2000);
    changes.commit({ seed: 7 });
    await session.start();
    const undone = changes.undo();
    assert.deepEqual(deed(), { kind: 'repeating', epoch: 2000 });
    changes.commit({ seed: 8 });
    await undone;
    await session.start();
    assert.equal(session.state.config.seed, 8);
    assert.equal(deed()?.kind, 'startedAgain');
    await changes.undo();
    assert.equal(session.state.config.seed, 7);
    await changes.undo();
    assert.deepEqual([session.state.config.seed, session.state.metrics?.epoch], [42, 2000]);
  });
});
