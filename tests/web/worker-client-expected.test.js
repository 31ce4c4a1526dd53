import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../web/state/config.js';
import { start } from './fake-worker.js';

const config = defaultConfig();

test('an experiment that was expected is there for the first who creates it, and for nobody else', async () => {
  const { client, workers } = start();
  client.expect(config);
  const expected = await client.create({ ...config });
  assert.deepEqual(expected.description.layerSizes, [2, 8, 8, 1]);
  assert.equal(workers[0].requests.length, 1);
  await client.create(config);
  assert.equal(workers[0].requests.length, 2);
});

test('another experiment than the expected one is made after it', async () => {
  const { client, workers } = start();
  client.expect(config);
  const { description } = await client.create({ ...config, layers: [3] });
  assert.deepEqual(description.layerSizes, [2, 3, 1]);
  const layers = workers[0].requests.map(({ args }) => args[0].layers);
  assert.deepEqual(layers, [[8, 8], [3]]);
  assert.deepEqual((await client.create(config)).description.layerSizes, [2, 8, 8, 1]);
});

test('why an expected experiment cannot be made is told to whoever creates it, who may try again', async () => {
  let attempts = 0;
  const compileEngine = async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('moonlab.wasm answered 404');
    return 'the compiled engine';
  };
  const { client } = start({ compileEngine });
  client.expect({ ...config, samples: 5 });
  await assert.rejects(client.create({ ...config, samples: 5 }));
  assert.deepEqual((await client.create(config)).description.layerSizes, [2, 8, 8, 1]);
});
