import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { strideAt } from '../../web/state/history.js';
import { modelOf } from '../../web/state/model.js';
import { createSession, openRecord, recordOf, snapshot, step } from './session-support.js';
import { loadShippedEngine } from './support.js';

/** @typedef {import('../../web/state/record.js').LabRecord} LabRecord */
/** @typedef {import('../../web/element/session.js').Session} Session */

/** Every optimiser, both rules, batches that do and do not divide the samples, every depth. */
const RUNS = [
  {},
  { optimizer: 'momentum', learningRate: 0.05, batchSize: 32 },
  { optimizer: 'rmsprop', batchSize: 50, seed: 7, dataset: 'circles' },
  { optimizer: 'sgd', learningRate: 0.5, layers: [] },
  { optimizer: 'adam', batchSize: 1, samples: 40, dataset: 'blobs' },
  { preset: 'notebook' },
  { layers: [4, 3, 2], activation: ['relu', 'sigmoid', 'linear'], init: 'he', testSize: 0.5 },
  {
    dataset: 'own',
    data: Array.from({ length: 30 }, (_, i) => [Math.sin(i) * 1e5, i / 7 - 3, Number(i % 3 === 0)]),
    batchSize: 8,
  },
  { dataset: 'blobs', classes: 3, noise: 0.7, classNames: ['a', 'b', 'c'] },
  { dataset: 'spirals', classes: 6, batchSize: 7, loss: 'squared_error', layers: [5] },
  { dataset: 'own', data: '0,0,x;1,0,y;0,1,z;1,1,x;2,2,y;3,1,z;4,0,x', testSize: 0.4 },
  { preset: 'regression' },
  { dataset: 'plane', batchSize: 20, regularization: 'l1', features: 'x1,x1*x2' },
  // Of its one training point there is no R².
  { problem: 'regression', dataset: 'own', data: '0,0,1;1,0,2.5;0,1,-3;1,1,4', testSize: 0.75 },
];

describe('a lab record', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * @param {object} patch
   * @param {number} epochs
   */
  async function trained(patch, epochs) {
    const session = createSession(engine, patch);
    await session.start();
    if (epochs > 0) await step(session, epochs);
    return session;
  }

  for (const run of RUNS) {
    it(`goes on to the same bits as if it had never been saved: ${JSON.stringify(run).slice(0, 90)}`, async () => {
      const straight = await trained(run, 200);
      const saved = await trained(run, 100);
      const opened = await trained({ dataset: 'moons', seed: 99 }, 3);
      await openRecord(engine, opened, recordOf(saved));
      assert.deepEqual(snapshot(opened), snapshot(saved));
      await step(opened, 100);
      assert.deepEqual(snapshot(opened), snapshot(straight));
      assert.deepEqual(recordOf(opened), recordOf(straight));
    });
  }

  it('has null in place of the R² of a single point, and says nothing else that is no number', async () => {
    const run = { problem: 'regression', dataset: 'own', data: '0,0,1;1,0,2;0,1,3;1,1,4' };
    const saved = await trained({ ...run, testSize: 0.75 }, 2);
    const record = recordOf(saved);
    assert.deepEqual(record.history.trainR2, [null, null, null]);
    assert.equal(record.metrics.trainR2, null);
    assert.equal(record.model.metrics.trainR2, null);
    assert.ok(Number.isFinite(record.metrics.testR2));
    assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
    const other = recordOf(await trained({ ...run, testSize: 0.5 }, 2));
    const opened = await trained({}, 0);
    for (const [spoil, message] of /** @type {[(record: any) => void, RegExp][]} */ ([
      [(json) => (json.metrics.testR2 = 1.5), /^record\.metrics\.testR2: 1\.5 is out of range/],
      [
        (json) => (json.history.trainR2[1] = null),
        /^record\.history\.trainR2\[1\]: NaN is not what/,
      ],
      [
        (json) => (json.history.trainAccuracy = []),
        /^record\.history\.trainAccuracy: .* not known/,
      ],
      [(json) => (json.config.problem = 'classification'), /^record\.config\./],
      [(json) => (json.model.problem = 'classification'), /^record\.model\.problem: /],
      [
        (json) => (json.model.activations[2] = 'sigmoid'),
        /^record\.model\.activations\[2\]: .* linear/,
      ],
    ])) {
      const json = structuredClone(other);
      spoil(json);
      await assert.rejects(openRecord(engine, opened, json), { message });
    }
  });

  it('goes on likewise after a model was imported by hand, whatever its shape', async () => {
    const donor = await trained({ layers: [5], activation: 'relu', dataset: 'circles' }, 20);
    const run = { batchSize: 32 };
    const model = JSON.parse(JSON.stringify(await donor.ask((client) => client.exportModel())));
    const straight = await trained(run, 10);
    await straight.importModel(model);
    await step(straight, 200);

    const saved = await trained(run, 0);
    await saved.importModel(model);
    await step(saved, 100);
    const record = recordOf(saved);
    assert.deepEqual(record.start?.layers, model.layers);
    const opened = await trained({}, 0);
    await openRecord(engine, opened, record);
    await step(opened, 100);
    assert.deepEqual(snapshot(opened), snapshot(straight));
    await opened.reset();
    assert.deepEqual(recordOf(opened).model.layers, model.layers, 'Reset leads back to it');
    assert.deepEqual(recordOf(opened).start?.layers, model.layers);
  });

  it('forgets an imported model with the experiment that it belonged to', async () => {
    const session = await trained({}, 5);
    await session.importModel(await session.ask((client) => client.exportModel()));
    session.configure({ ...session.state.config, seed: 3 });
    await session.start();
    assert.equal('start' in recordOf(session), false);
  });

  it('opens at epoch 0 and at the epoch limit as what it was', async () => {
    const opened = await trained({}, 0);
    await openRecord(engine, opened, recordOf(await trained({ seed: 5 }, 0)));
    assert.equal(opened.state.status, 'ready');
    assert.equal(opened.state.metrics?.epoch, 0);
    await openRecord(engine, opened, recordOf(await trained({ epochs: 20 }, 50)));
    assert.equal(opened.state.status, 'finished');
    assert.equal(opened.state.metrics?.epoch, 20);
  });

  it('opens a history that is thinned, and thins on as it would have', async () => {
    const run = { samples: 4, testSize: 0.5, layers: [], learningRate: 1e-4 };
    const saved = await trained(run, 150_001);
    assert.equal(saved.state.history.stride, 2);
    assert.equal(strideAt(150_001), 2);
    const opened = await trained({}, 0);
    const progress = await openRecord(engine, opened, recordOf(saved));
    assert.ok(progress.length > 0, 'how far it is, is told');
    assert.deepEqual(snapshot(opened), snapshot(saved));
    await Promise.all([step(saved, 120_000), step(opened, 120_000)]);
    assert.equal(saved.state.history.stride, 4);
    assert.equal(strideAt(270_001), 4);
    assert.deepEqual(snapshot(opened), snapshot(saved));
  });

  it('is refused where it is not what its training gives, and the lab stays as it was', async () => {
    const record = recordOf(await trained({}, 30));
    const session = await trained({ seed: 8 }, 10);
    const kept = snapshot(session);
    for (const [change, message] of CHANGES) {
      /** @type {LabRecord} */
      const changed = structuredClone(record);
      change(changed);
      await assert.rejects(openRecord(engine, session, changed), (error) => {
        assert.match(/** @type {Error} */ (error).message, message);
        return true;
      });
    }
    assert.deepEqual(snapshot(session), kept);
    await step(session, 1);
  });

  it('can be given up while it is being opened', async () => {
    const record = recordOf(await trained({ layers: [64, 64] }, 300));
    const session = await trained({}, 4);
    const kept = snapshot(session);
    const opening = new AbortController();
    const opened = openRecord(engine, session, record, {
      signal: opening.signal,
      onProgress: () => opening.abort(),
    });
    await assert.rejects(opened, { name: 'AbortError' });
    assert.deepEqual(snapshot(session), kept);
    await step(session, 1);
  });

  it('takes the place of an experiment that is still being made', async () => {
    const record = recordOf(await trained({}, 10));
    const session = createSession(engine, { seed: 3 });
    const starting = session.start();
    await openRecord(engine, session, record);
    session.configure({ ...session.state.config, seed: 4 });
    await starting;
    await session.start();
    assert.equal(session.state.status, 'ready');
    assert.equal(session.state.config.seed, 4);
    await step(session, 2);
    assert.deepEqual(snapshot(session), snapshot(await trained({ seed: 4 }, 2)));
  });

  it('holds the model as the engine exports it', async () => {
    const session = await trained({ layers: [3, 2] }, 7);
    const { description, frame } = session.state;
    assert.ok(description && frame);
    const model = modelOf(description, frame.parameters, frame.metrics);
    assert.deepEqual(model, await session.ask((client) => client.exportModel()));
  });

  it('cannot be made of a training that has diverged', async () => {
    const run = { activation: 'linear', layers: [8, 8, 8], init: 'he', optimizer: 'sgd' };
    const session = await trained({ ...run, learningRate: 10 }, 1000);
    assert.equal(session.state.status, 'failed');
    assert.throws(() => recordOf(session), /record: the weights at epoch \d+ are not finite/);
  });
});

/** @type {[(record: LabRecord) => void, RegExp][]} */
const CHANGES = [
  [({ config }) => (config.seed = 43), /record\.history\.trainLoss\[0\]: .* not what the training/],
  [({ config }) => (config.batchSize = 16), /record\.history\.trainLoss\[1\]: /],
  [
    ({ history }) => (history.trainLoss[7] += 1e-15),
    /record\.history\.trainLoss\[7\]: 0\.4\d+ is not what the training gives .*; allowed are 0\.4/,
  ],
  [
    ({ model }) => (model.layers[1].weights[2][3] = 0.5),
    /record\.model\.layers\[1\]\.weights\[2\]\[3\]: 0\.5 is not what the training gives/,
  ],
  [({ model }) => (model.layers[2].biases[0] *= 2), /record\.model\.layers\[2\]\.biases\[0\]: /],
  [
    ({ history }) => Object.values(history).forEach((column) => column.splice(5, 1)),
    /record\.history\.epoch\[5\]: 6 is out of order; allowed are 5/,
  ],
];
