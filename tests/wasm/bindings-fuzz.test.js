import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';

import { Engine } from '../../web/engine/engine.js';
import { Experiment } from '../../web/engine/experiment.js';
import { RandomState } from '../../web/engine/handle.js';
import createModule from '../../web/engine/generated/moonlab.js';
import { Network } from '../../web/engine/network.js';
import { Trainer } from '../../web/engine/trainer.js';
import { CALLS, createObjects } from './hostile/calls.js';
import { faultOf, storm } from './hostile/storm.js';
import { createExperiment } from './support.js';

const SEEDS = [1, 2, 3, 4, 5];
const CALLS_PER_SEED = 2000;
const EPOCHS = 50;

const BYTES = readFileSync(new URL('../../web/engine/generated/moonlab.wasm', import.meta.url));

/** The engine with a memory of its own, and the module beneath it. */
async function load() {
  const compiled = await WebAssembly.compile(BYTES);
  const module = await createModule({
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(compiled, imports).then(receive);
      return {};
    },
  });
  return { module, engine: new Engine(module) };
}

/**
 * @param {Engine} engine
 * @returns {number[]} every number of the run that a new page shows
 */
function defaultRun(engine) {
  const experiment = createExperiment(engine);
  const numbers = [
    ...experiment.step(EPOCHS),
    ...experiment.parameters(),
    ...experiment.answer(9).grid,
  ];
  experiment.dispose();
  return numbers;
}

/** @type {number[]} */
let expected;
before(async () => {
  expected = defaultRun((await load()).engine);
});

describe('the bindings under hostile arguments', () => {
  for (const seed of SEEDS) {
    it(`answer ${CALLS_PER_SEED} calls with a value or an Error, and go on (seed ${seed})`, async () => {
      const { engine, module } = await load();
      assert.equal(storm(createObjects(engine, module), seed, CALLS_PER_SEED), undefined);
      assert.deepEqual(defaultRun(engine), expected);
    });
  }

  it('are all of them called', async () => {
    const { engine, module } = await load();
    const { rawNetwork, rawStream, rawTrainer } = createObjects(engine, module);
    const prototypes = {
      engine: Engine.prototype,
      experiment: Experiment.prototype,
      network: Network.prototype,
      stream: RandomState.prototype,
      trainer: Trainer.prototype,
      rawNetwork: Object.getPrototypeOf(rawNetwork),
      rawStream: Object.getPrototypeOf(rawStream),
      rawTrainer: Object.getPrototypeOf(rawTrainer),
    };
    for (const [on, prototype] of Object.entries(prototypes)) {
      const called = CALLS.filter((call) => call.on === on).map(({ name }) => name);
      const methods = Object.entries(Object.getOwnPropertyDescriptors(prototype))
        .filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor')
        .map(([name]) => name)
        .filter((name) => name !== 'dispose');
      assert.deepEqual(called.sort(), methods.sort(), on);
    }
  });
});

describe('the module where memory ends', () => {
  /** @type {Record<string, (engine: Engine) => unknown>} */
  const tooLarge = {
    'makeMoons of 2^29 samples': (engine) =>
      engine.makeMoons({ nSamples: 2 ** 29, noise: 0.2, randomState: 1 }),
    'makeCircles of 2^28 samples': (engine) =>
      engine.makeCircles({ nSamples: 2 ** 28, randomState: 1 }),
    'a network of 65,536 by 65,536': (engine) => engine.createNetwork([65536, 65536], ['sigmoid']),
    'a network of 32,768 by 131,072': (engine) =>
      engine.createNetwork([32768, 131072], ['sigmoid']),
    'trainTestSplit of 2^31 samples': (engine) => engine.trainTestSplit(2 ** 31, 0.2, 1),
    'a permutation of 2^32 - 1': (engine) => engine.createRandomState(1).permutation(2 ** 32 - 1),
    '2^29 random numbers': (engine) => engine.createRandomState(1).randn(2 ** 29),
  };

  for (const [what, call] of Object.entries(tooLarge)) {
    it(`refuses ${what} by an Error, and goes on`, async () => {
      const { engine } = await load();
      assert.equal(
        faultOf(() => call(engine)),
        undefined,
      );
      assert.throws(() => call(engine), Error);
      assert.deepEqual(defaultRun(engine), expected);
    });
  }

  it('says that there is no more, and goes on once some is given back', async () => {
    const { engine } = await load();
    /** @type {import('../../web/engine/network.js').Network[]} */
    const networks = [];
    assert.throws(() => {
      for (;;) networks.push(engine.createNetwork([1000, 1000, 1], ['relu', 'sigmoid']));
    }, /^Error: Not enough memory/);
    assert.ok(networks.length > 100, `${networks.length} networks`);
    for (const network of networks) network.dispose();
    assert.deepEqual(defaultRun(engine), expected);
  });
});
