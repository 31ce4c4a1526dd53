import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('./run.js', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../golden', import.meta.url));

/**
 * For every kind, where a case says what has to come out: one number of each field.
 *
 * @type {Record<string, (string | number)[][]>}
 */
const RESULTS = {
  rng: [0, 1, 2, 4, 6, 7].map((call) => ['calls', call, 'out', 2]),
  datasets: [
    ['X', 1, 17],
    ['y', 3],
  ],
  split: [
    ['train_indices', 5],
    ['test_indices', 0],
  ],
  activations: [
    ['value', 100],
    ['derivative', 100],
  ],
  neuron: [['z'], ['output']],
  forward: [
    ['layers', 0, 'weights', 1, 1],
    ['layers', 0, 'biases', 2],
    ['output', 0, 0],
  ],
  loss: [['binary_cross_entropy'], ['accuracy']],
  notebook: [
    ['networks', 0, 'losses', 100],
    ['networks', 0, 'accuracies', 169],
    ['networks', 0, 'test_accuracy_range', 0],
    ['networks', 1, 'final', 'layers', 0, 'weights', 3, 1],
    ['networks', 1, 'final', 'layers', 1, 'biases', 0],
    ['networks', 1, 'final', 'test_loss'],
    ['networks', 1, 'final', 'test_accuracy'],
  ],
  gradients: [['loss_value'], ['gradients', 1, 'weights', 7, 7], ['gradients', 2, 'biases', 0]],
  optimizers: [
    ['losses', 59],
    ['final_layers', 0, 'weights', 5, 1],
    ['final_layers', 2, 'biases', 0],
  ],
  boundary: [['bounds', 3], ['values', 399], ['mean']],
};

/**
 * @param {any} content a golden file's
 * @param {(string | number)[]} path in its first case
 * @param {(number: number) => unknown} change
 */
function alter(content, path, change) {
  const parent = path.slice(0, -1).reduce((value, key) => value[key], content.cases[0]);
  const key = path[path.length - 1];
  parent[key] = change(parent[key]);
}

/**
 * @param {(string | number)[]} path
 */
function pathText(path) {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}

/**
 * The field without the place in its numbers.
 *
 * @param {(string | number)[]} path
 */
function fieldOf(path) {
  return path.slice(0, path.map((key) => typeof key).lastIndexOf('string') + 1);
}

/**
 * @param {string} folder
 * @returns {Promise<{ code: number, lines: string[] }>}
 */
function conformance(folder) {
  return new Promise((resolve) => {
    execFile('node', [RUN, folder], { maxBuffer: 1 << 28 }, (error, stdout) => {
      resolve({ code: error ? Number(error.code) : 0, lines: stdout.trim().split('\n') });
    });
  });
}

describe('conformance', () => {
  /** @type {string} */
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'moonlab-golden-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** @param {Record<string, unknown>} files */
  async function runOn(files) {
    const own = mkdtempSync(join(folder, 'run-'));
    for (const [name, content] of Object.entries(files)) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(join(own, name), text);
    }
    return conformance(own);
  }

  /** @param {string} kind */
  const readGolden = (kind) => JSON.parse(readFileSync(join(GOLDEN, `${kind}.json`), 'utf8'));

  it('passes on the golden files in both builds', async () => {
    const { code, lines } = await conformance(GOLDEN);
    assert.equal(code, 0);
    const nFiles = readdirSync(GOLDEN).filter((name) => name.endsWith('.json')).length;
    for (const build of ['native', 'wasm']) {
      assert.equal(lines.filter((line) => line.startsWith(build)).length, nFiles);
    }
    assert.match(lines[lines.length - 1], /^[1-9][0-9]* passed, 0 failed$/);
  });

  it('knows the results of every kind', () => {
    const kinds = readdirSync(GOLDEN)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readGolden(name.replace('.json', '')).kind);
    assert.deepEqual(kinds.sort(), Object.keys(RESULTS).sort());
  });

  it('fails when one number is altered beyond its tolerance, whichever it is', async () => {
    /** @type {Record<string, unknown>} */
    const files = {};
    /** @type {{ file: string, field: string }[]} */
    const expected = [];
    for (const [kind, paths] of Object.entries(RESULTS)) {
      paths.forEach((path, i) => {
        const content = readGolden(kind);
        const { rel, abs } = content.tolerance;
        // Integers must be exact; a range is wide by one sample already.
        const exact = rel === 0 || path[0] === 'y' || [2, 4].includes(Number(path[1]));
        const wide = path.includes('test_accuracy_range');
        alter(content, path, (number) =>
          wide ? 0.99 : exact ? number + 1 : number + 3 * (abs + rel * Math.abs(number)),
        );
        content.cases.length = 1;
        const file = `${kind}-${i}.json`;
        files[file] = content;
        expected.push({ file, field: pathText(fieldOf(path)) });
      });
    }
    const { code, lines } = await runOn(files);
    assert.equal(code, 1);
    for (const build of ['native', 'wasm']) {
      for (const { file, field } of expected) {
        const found = lines.filter((line) => line.startsWith(`DISAGREES ${build} ${file}: case 0`));
        assert.equal(found.length, 1, `${build} ${file} ${field}`);
        assert.ok(found[0].includes(field), `${found[0]} names ${field}`);
      }
    }
    assert.equal(lines[lines.length - 1], `0 passed, ${2 * expected.length} failed`);
  });

  it('fails by name for a field that is missing, unknown or of another shape', async () => {
    /** @type {Record<string, unknown>} */
    const files = {};
    /** @type {RegExp[]} */
    const expected = [];
    for (const [kind, [path]] of Object.entries(RESULTS)) {
      const field = pathText(fieldOf(path));
      const name = field.replace(/[[\].]/g, '\\$&');
      const fieldPath = fieldOf(path);
      const missing = readGolden(kind);
      alter(missing, fieldPath, () => undefined);
      files[`${kind}-missing.json`] = missing;
      expected.push(new RegExp(`${kind}-missing.json: case 0 .*${name}.*: is missing$`));

      const unknown = readGolden(kind);
      unknown.cases[0].bogus = 1;
      files[`${kind}-unknown.json`] = unknown;
      expected.push(new RegExp(`${kind}-unknown.json: case 0 .*bogus: is unknown$`));

      const shape = readGolden(kind);
      alter(shape, fieldPath, (value) =>
        Array.isArray(value) ? /** @type {any} */ (value).slice(1) : [value],
      );
      files[`${kind}-shape.json`] = shape;
      expected.push(new RegExp(`${kind}-shape.json: case 0 .*${name}.*(shape|is no number)`));
    }
    const { code, lines } = await runOn(files);
    assert.equal(code, 1);
    for (const build of ['native', 'wasm']) {
      for (const pattern of expected) {
        const found = lines.some(
          (line) => line.startsWith(`DISAGREES ${build}`) && pattern.test(line),
        );
        assert.ok(found, `${build} ${pattern}`);
      }
    }
  });

  it('fails for files that are malformed, empty or of an unknown kind, and for no files', async () => {
    const { code, lines } = await runOn({
      'a.json': '{ "kind": ',
      'b.json': { kind: 'spirals', reference: '', tolerance: { rel: 0, abs: 0 }, cases: [{}] },
      'c.json': { kind: 'rng', reference: '', tolerance: { rel: 0, abs: 0 }, cases: [] },
      'd.json': [1, 2],
    });
    assert.equal(code, 1);
    assert.equal(lines[lines.length - 1], '0 passed, 8 failed');
    assert.ok(lines.some((line) => line.includes('kind: "spirals" is unknown')));
    assert.ok(lines.some((line) => line.includes('cases: is empty')));

    const none = await runOn({});
    assert.equal(none.code, 1);
    assert.match(none.lines[0], /has no golden files/);
    const missing = await conformance(join(folder, 'nowhere'));
    assert.equal(missing.code, 1);
    assert.match(missing.lines[0], /is no folder/);
    assert.equal(missing.lines[missing.lines.length - 1], '0 passed, 1 failed');
  });
});
