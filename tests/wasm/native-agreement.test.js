import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { LOSSES as TABLE, namesOf } from '../../web/state/choices.js';
import { engineLossOf, problemOf } from '../../web/state/problem.js';
import { CONFIG, createExperiment, loadShippedEngine } from './support.js';

const PRINT_RUN = fileURLToPath(
  new URL('../../build/native/tests/engine/moonlab_print_run', import.meta.url),
);
const EPOCHS = 200;

/** @type {[string, string][]} */
const ACTIVATIONS = [
  ['relu', 'he'],
  ['tanh', 'xavier'],
  ['sigmoid', 'xavier'],
  ['linear', 'xavier'],
  ['leaky_relu', 'he'],
  ['elu', 'xavier'],
];
/** @type {[string, number][]} */
const OPTIMIZERS = [
  ['sgd', 0.5],
  ['momentum', 0.1],
  ['rmsprop', 0.01],
  ['adam', 0.03],
];
const LOSSES = namesOf(TABLE);
const RULES = ['backprop', 'simplified'];

/** @type {import('../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

/**
 * @param {Record<string, any>} settings
 * @returns {number[]} training losses from epoch 0 on, then all parameters
 */
function nativeRun({ activation, init, optimizer, learningRate, loss, rule }) {
  const lossName = engineLossOf(problemOf(CONFIG), { loss });
  const args = [activation, init, optimizer, `${learningRate}`, lossName, rule, `${EPOCHS}`];
  return execFileSync(PRINT_RUN, args, { encoding: 'utf8' }).trim().split('\n').map(Number);
}

/** @param {Record<string, any>} settings */
function shippedRun(settings) {
  const experiment = createExperiment(engine, settings);
  const losses = [experiment.metrics().trainLoss];
  const history = experiment.step(EPOCHS);
  for (let i = 1; i < history.length; i += 5) losses.push(history[i]);
  const numbers = [...losses, ...experiment.parameters()];
  experiment.dispose();
  return numbers;
}

/** What else is compared, between more compilers and machines, is in tests/bits. */
describe(`the native build and the shipped module over ${EPOCHS} epochs`, () => {
  for (const [activation, init] of ACTIVATIONS) {
    for (const [optimizer, learningRate] of OPTIMIZERS) {
      it(`compute the same bits with ${activation} and ${optimizer}, under every loss and rule`, () => {
        for (const [loss, rule] of LOSSES.flatMap((one) => RULES.map((other) => [one, other]))) {
          const settings = { activation, init, optimizer, learningRate, loss, rule };
          // Strict equality tells -0 from 0; what is printed with 17 digits is read back exactly.
          assert.deepEqual(shippedRun(settings), nativeRun(settings), `${loss}, ${rule}`);
        }
      });
    }
  }
});
