import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  butterflyEpochs,
  checkDuration,
  hasClippedMistake,
  isAutomatic,
  overallError,
  reportActivities,
  reportButterfly,
  reportGradients,
} from '../../web/state/inspection.js';

const NOTEBOOK = { parameterCount: 105, trainSize: 240 };

describe('a gradient report', () => {
  const check = {
    epsilon: 1e-5,
    analytic: Float64Array.of(3, -4, 0),
    numerical: Float64Array.of(3, -3, 0),
    simplified: Float64Array.of(1, 1, 1),
    cosines: [0.5],
  };

  it('has errors relative to the larger value, and finds the worst', () => {
    const { rows, worst } = reportGradients(check, [2, 1]);
    assert.deepEqual(
      rows.map((row) => row.relativeError),
      [0, 0.25, 0],
    );
    assert.deepEqual([worst.layer, worst.neuron, worst.input], [0, 0, 1]);
  });

  it('has the error of all parameters relative to the length of the gradient', () => {
    assert.equal(overallError(check), 0.2);
    const zero = Float64Array.of(0);
    assert.equal(overallError({ analytic: zero, numerical: zero }), 0);
  });
});

describe('the clipped loss', () => {
  it('is flat at mistakes that are too sure, and only there', () => {
    assert.equal(hasClippedMistake([1e-8, 1 - 1e-8], [0, 1]), false);
    assert.equal(hasClippedMistake([1e-6, 0.5], [1, 0]), false);
    assert.equal(hasClippedMistake([1e-8, 0.5], [1, 0]), true);
    assert.equal(hasClippedMistake([1 - 1e-8], [0]), true);
  });
});

describe('a report of activities', () => {
  const output = { effectiveRank: 1, dead: [false], twinOf: [0] };
  const layer = (/** @type {number} */ effectiveRank, /** @type {boolean[]} */ dead) => ({
    effectiveRank,
    dead,
    twinOf: dead.map((_, i) => i),
  });
  const verdictOf = (/** @type {number} */ rank, neurons = 8) =>
    reportActivities([layer(rank, Array(neurons).fill(false)), output])[0].verdict;

  it('tells in a word how many neurons the layer really has', () => {
    assert.equal(verdictOf(1, 1), 'single');
    assert.equal(verdictOf(0), 'silent');
    assert.equal(verdictOf(1.007), 'one');
    assert.equal(verdictOf(3.2), 'some');
    assert.equal(verdictOf(7.4), 'all');
  });

  it('counts neurons from 1, and says who repeats whom', () => {
    const twins = { effectiveRank: 1, dead: [false, false, true], twinOf: [0, 0, 2] };
    const [{ number, neurons, deadCount }] = reportActivities([twins, output]);
    assert.deepEqual([number, deadCount], [1, 1]);
    assert.deepEqual(neurons, [
      { number: 1, repeats: null, isDead: false },
      { number: 2, repeats: 1, isDead: false },
      { number: 3, repeats: null, isDead: true },
    ]);
  });

  it('calls a dead neuron dead, not a repetition of another dead one', () => {
    const dead = { effectiveRank: 0, dead: [true, true], twinOf: [0, 0] };
    assert.deepEqual(
      reportActivities([dead, output])[0].neurons.map(({ repeats }) => repeats),
      [null, null],
    );
  });

  it('is empty without a hidden layer', () => {
    assert.deepEqual(reportActivities([output]), []);
  });
});

describe('a report of a butterfly', () => {
  const run = (/** @type {number[]} */ differences) => ({
    inOrder: Float64Array.from(differences, () => 1),
    reversed: Float64Array.from(differences, (difference) => 1 + difference),
  });

  it('finds where the difference outgrows rounding and where it shows', () => {
    const { epochs, growsFrom, partsAt, largest } = reportButterfly(run([0, 1e-15, 1e-9, 0.5, 0]));
    assert.deepEqual([epochs, growsFrom, partsAt, largest], [4, 2, 3, 0.5]);
  });

  it('finds nothing where the runs stay together', () => {
    const { growsFrom, partsAt } = reportButterfly(run([0, 1e-15, 1e-13]));
    assert.deepEqual([growsFrom, partsAt], [null, null]);
  });

  it('compares as far as both runs have come', () => {
    const { inOrder } = run([0, 0, 0, 0]);
    assert.equal(reportButterfly({ inOrder, reversed: Float64Array.of(1, 1) }).epochs, 1);
  });

  it('parts two runs of which one diverges, but not two that diverge together', () => {
    const [finite, diverged] = [Float64Array.of(1, 1), Float64Array.of(1, NaN)];
    const { partsAt, largest } = reportButterfly({ inOrder: finite, reversed: diverged });
    assert.deepEqual([partsAt, largest], [1, Infinity]);
    assert.equal(reportButterfly({ inOrder: diverged, reversed: diverged }).partsAt, null);
  });
});

describe('the cost of a look inside', () => {
  it('allows the notebook’s thousand epochs, in the worker and on the page', () => {
    assert.equal(butterflyEpochs(NOTEBOOK, 'worker'), 1000);
    assert.equal(butterflyEpochs(NOTEBOOK, 'main'), 1000);
  });

  it('allows fewer for large networks, and fewest on the page', () => {
    const large = { parameterCount: 4417, trainSize: 800 };
    const [worker, main] = [butterflyEpochs(large, 'worker'), butterflyEpochs(large, 'main')];
    assert.ok(worker < 1000 && main < worker && main >= 10, `${worker}, ${main}`);
  });

  it('lets small networks be checked without asking', () => {
    assert.ok(isAutomatic(checkDuration(NOTEBOOK), 'main'));
    assert.ok(!isAutomatic(checkDuration({ parameterCount: 2000, trainSize: 240 }), 'worker'));
  });
});
