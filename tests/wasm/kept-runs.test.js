import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { Apart } from '../../web/element/kept/apart.js';
import { keep } from '../../web/state/kept.js';
import { clientFactory, createSession, recordOf, step } from './session-support.js';
import { loadShippedEngine } from './support.js';

/** Every optimiser, batches, a schedule, values. */
const RUNS = [
  {},
  { optimizer: 'sgd', learningRate: 0.5, batchSize: 30 },
  { optimizer: 'momentum', batchSize: 16, weightSeed: 5 },
  { optimizer: 'rmsprop', regularization: 'l2' },
  { schedule: '10:learning-rate=0.2 20:w1.1.1=0.5 30:optimizer=sgd' },
  { preset: 'regression' },
  { dataset: 'spirals', classes: 4 },
];

describe('kept runs', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * @param {import('../../web/element/session.js').Session} session
   * @returns the run that it has come to, as it is kept
   */
  const kept = (session) =>
    keep([], { label: '', config: session.state.config, record: recordOf(session) })[0];

  it('are at each epoch what they were there, forwards and backwards, to the last bit', async () => {
    for (const patch of RUNS) {
      const session = createSession(engine, patch);
      await session.start();
      const passed = new Map([[0, session.state.frame]]);
      for (const epochs of [7, 20, 13]) {
        await step(session, epochs);
        const { frame } = session.state;
        passed.set(frame?.metrics.epoch ?? NaN, frame);
      }
      const apart = new Apart(kept(session), clientFactory(engine));
      for (const epoch of [7, 40, 27, 0, 40]) {
        const { frame, description } = await apart.at(epoch);
        assert.deepEqual(frame.parameters, passed.get(epoch)?.parameters, JSON.stringify(patch));
        assert.deepEqual(frame.metrics, passed.get(epoch)?.metrics);
        assert.deepEqual(description.train, session.state.description?.train);
      }
      apart.end();
      session.dispose();
    }
  });

  it('go no further than they were kept, and begin from the model that they began from', async () => {
    const session = createSession(engine, { layers: [4] });
    await session.start();
    await step(session, 9);
    const { metrics, ...model } = await session.ask((client) => client.exportModel());
    assert.equal(metrics.epoch, 9);
    await session.importModel(model);
    const first = session.state.frame?.parameters;
    await step(session, 15);
    const last = session.state.frame?.parameters;
    const apart = new Apart(kept(session), clientFactory(engine));
    const { frame } = await apart.at(500);
    assert.equal(frame.metrics.epoch, 15);
    assert.deepEqual(frame.parameters, last);
    assert.deepEqual((await apart.at(0)).frame.parameters, first);
    apart.end();
    assert.deepEqual((await apart.at(15)).frame.parameters, last, 'once it has been ended, too');
    apart.end();
    session.dispose();
  });
});
