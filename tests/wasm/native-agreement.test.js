import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { createExperiment, loadShippedEngine } from './support.js';

const PRINT_RUN = fileURLToPath(
  new URL('../../build/native/tests/engine/moonlab_print_run', import.meta.url),
);
const EPOCHS = 200;
const TOLERANCE = 1e-12;

/**
 * Both builds compute with the same IEEE operations, and here give the same bits. What remains of the C
 * libraries (log) may differ in the last place on another machine; what grows from that must stay small.
 */
describe(`the native and the WebAssembly build over ${EPOCHS} epochs of backpropagation`, () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  for (const [activation, init] of [
    ['relu', 'he'],
    ['tanh', 'xavier'],
    ['sigmoid', 'xavier'],
    ['linear', 'xavier'],
  ]) {
    for (const [optimizer, learningRate] of /** @type {[string, number][]} */ ([
      ['sgd', 0.5],
      ['momentum', 0.1],
      ['rmsprop', 0.01],
      ['adam', 0.03],
    ])) {
      it(`agree to ${TOLERANCE} with ${activation} and ${optimizer}`, () => {
        const argumentsOfRun = [activation, init, optimizer, `${learningRate}`, `${EPOCHS}`];
        const printed = execFileSync(PRINT_RUN, argumentsOfRun).toString();
        const native = printed.trim().split('\n').map(Number);
        const experiment = createExperiment(engine, { activation, init, optimizer, learningRate });
        const losses = [experiment.metrics().trainLoss];
        const history = experiment.step(EPOCHS);
        for (let i = 1; i < history.length; i += 5) losses.push(history[i]);
        const wasm = [...losses, ...experiment.parameters()];
        assert.equal(native.length, wasm.length);
        const worst = Math.max(...native.map((value, i) => Math.abs(value - wasm[i])));
        assert.ok(worst <= TOLERANCE, `the worst difference is ${worst}`);
        experiment.dispose();
      });
    }
  }
});
