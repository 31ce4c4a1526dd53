import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { tieLines } from '../../web/views/plane/best-line.js';
import { traceTies } from '../../web/views/plane/ties.js';
import { createExperiment, loadShippedEngine } from './support.js';

const BOUNDS = [-1.5, 2.5, -1, 1.5];
const SIDE = 60;
const OPTIONS = { nSamples: 300, noise: 0.2, randomState: 42 };

/** @type {Awaited<ReturnType<typeof loadShippedEngine>>} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

describe('the best possible classifier', () => {
  it('tells how often the likeliest class of moons is right', () => {
    // Summed over a lattice of the plane with NumPy, see tests/engine/bayes_reference.py.
    const { accuracy } = engine.bestClassifier('moons', OPTIONS, BOUNDS, SIDE);
    assert.ok(Math.abs(accuracy - 0.971044) < 2e-5, String(accuracy));
  });

  it('gives each class a probability at every point, and these make 1', () => {
    for (const [name, nClasses] of /** @type {const} */ ([
      ['moons', 2],
      ['circles', 2],
      ['xor', 2],
      ['blobs', 6],
      ['spirals', 5],
      ['classification', 4],
    ])) {
      const { grid } = engine.bestClassifier(name, { ...OPTIONS, nClasses }, BOUNDS, SIDE);
      assert.equal(grid.length, nClasses * SIDE * SIDE, name);
      for (let point = 0; point < SIDE * SIDE; point += 1) {
        let sum = 0;
        for (let k = 0; k < nClasses; k += 1) sum += grid[k * SIDE * SIDE + point];
        assert.ok(Math.abs(sum - 1) < 1e-9, `${name} ${point}: ${sum}`);
      }
    }
  });

  it('parts two moons by one line, and six blobs by six that meet', () => {
    const moons = engine.bestClassifier('moons', OPTIONS, BOUNDS, SIDE);
    const lines = traceTies({ values: moons.grid, resolution: SIDE, classes: [0, 1] });
    assert.equal(lines.length, 1);
    const nClasses = 6;
    const options = { ...OPTIONS, noise: 0.7, nClasses };
    const blobs = engine.bestClassifier('blobs', options, [-3, 3.1, -3, 3.2], SIDE);
    const classes = [0, 1, 2, 3, 4, 5];
    assert.ok(traceTies({ values: blobs.grid, resolution: SIDE, classes }).length >= 6);
  });

  it('is the same however the points were split and scaled, and whatever learns them', () => {
    const best = (/** @type {object} */ changes) => {
      const experiment = createExperiment(engine, changes);
      const found = experiment.best(SIDE, BOUNDS);
      experiment.dispose();
      return found;
    };
    const plain = best({});
    assert.deepEqual(best({ scale: 'standard', testSize: 0.5, layers: [3], weightSeed: 7 }), plain);
    assert.notDeepEqual(best({ noise: 0.3 }), plain);
  });

  it('is right about the line where there is no noise, and all its probabilities are 0 or 1', () => {
    const options = { nSamples: 300, noise: 0, factor: 0.5, randomState: 1 };
    const resolution = SIDE;
    const { grid, crossings } = engine.bestClassifier('circles', options, [-1, 1, -1, 1], SIDE);
    assert.ok(grid.every((p) => p === 0 || p === 1));
    const radiiOf = (/** @type {object} */ known) =>
      tieLines({ grid, resolution, ...known }, [0, 1], [-1, 1, -1, 1])
        .flatMap(({ points }) => points)
        .map((point) => Math.hypot(...point));
    const error = (/** @type {number} */ radius) => Math.abs(radius - 0.75);
    const step = 2 / (SIDE - 1);
    assert.ok(Math.max(...radiiOf({ crossings }).map(error)) < step / 50);
    assert.ok(Math.max(...radiiOf({}).map(error)) > step / 5);
  });

  it('refuses by name what it does not know', () => {
    const call = (/** @type {string} */ name, /** @type {object} */ changes = {}) =>
      engine.bestClassifier(name, { ...OPTIONS, ...changes }, BOUNDS, SIDE);
    assert.throws(() => call('plane'), { message: 'dataset: "plane"; allowed: one with classes' });
    assert.throws(() => call('moons', { noise: -1 }), /^Error: noise: -1; allowed/);
    assert.throws(() => engine.bestClassifier('moons', OPTIONS, [0, 1], SIDE), /bounds: 2 numbers/);
    assert.throws(() => engine.bestClassifier('moons', OPTIONS, BOUNDS, 1), /resolution: 1/);
  });
});
