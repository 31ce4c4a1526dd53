import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { MINI_BATCHES, PARTLY_DETERMINED, RESULTS } from './results.js';

const RUN = fileURLToPath(new URL('./run.js', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../golden', import.meta.url));

/** @typedef {import('./results.js').Path} Path */

/**
 * @param {any} content a golden file's
 * @param {Path} path in its first case
 * @param {(number: any) => unknown} change
 */
function alter(content, path, change) {
  const parent = path.slice(0, -1).reduce((value, key) => value[key], content.cases[0]);
  const key = path[path.length - 1];
  parent[key] = change(parent[key]);
}

/**
 * @param {Path} path
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
 * @param {Path} path
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

  /**
   * @param {{ file: string, at?: number }} golden
   * @returns {any} the file with this case alone
   */
  function readCase({ file, at = 0 }) {
    const content = JSON.parse(readFileSync(join(GOLDEN, `${file}.json`), 'utf8'));
    return { ...content, cases: [content.cases[at]] };
  }

  it('passes on the golden files in both builds', async () => {
    const { code, lines } = await conformance(GOLDEN);
    assert.equal(code, 0);
    const nFiles = readdirSync(GOLDEN).filter((name) => name.endsWith('.json')).length;
    for (const build of ['native', 'wasm']) {
      assert.equal(lines.filter((line) => line.startsWith(build)).length, nFiles);
    }
    assert.match(lines[lines.length - 1], /^[1-9][0-9]* passed, 0 failed$/);
  });

  it('knows the results of every file', () => {
    const files = readdirSync(GOLDEN).filter((name) => name.endsWith('.json'));
    const known = new Set(RESULTS.map(({ file }) => `${file}.json`));
    assert.deepEqual([...known].sort(), files.sort());
  });

  it('fails when one number is altered beyond its tolerance, whichever it is', async () => {
    /** @type {Record<string, unknown>} */
    const files = {};
    /** @type {{ file: string, field: string }[]} */
    const expected = [];
    for (const golden of RESULTS) {
      for (const path of golden.fields) {
        const content = readCase(golden);
        const { rel, abs } = content.tolerance;
        // Integers must be exact; a range is wide by one sample already.
        const integers = path[0] === 'calls' && [2, 4].includes(Number(path[1]));
        const exact = rel === 0 || path[0] === 'y' || integers;
        const wide = path.includes('test_accuracy_range');
        alter(content, path, (number) =>
          wide ? 0.99 : exact ? number + 1 : number + 3 * (abs + rel * Math.abs(number)),
        );
        const file = `${expected.length}.json`;
        files[file] = content;
        expected.push({ file, field: pathText(fieldOf(path)) });
      }
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

  /**
   * @param {Record<string, unknown>} files
   * @param {RegExp[]} expected one of each build's disagreements each
   */
  async function assertDisagreements(files, expected) {
    const { code, lines } = await runOn(files);
    assert.equal(code, 1);
    for (const build of ['native', 'wasm']) {
      const found = lines.filter((line) => line.startsWith(`DISAGREES ${build}`));
      for (const pattern of expected) {
        assert.ok(
          found.some((line) => pattern.test(line)),
          `${build} ${pattern}`,
        );
      }
    }
  }

  it('fails by name for a field that is missing, unknown or of another shape', async () => {
    /** @type {Record<string, unknown>} */
    const files = {};
    /** @type {RegExp[]} */
    const expected = [];
    RESULTS.forEach((golden, i) => {
      const fieldPath = fieldOf(golden.fields[0]);
      const name = pathText(fieldPath).replace(/[[\].]/g, '\\$&');
      const missing = readCase(golden);
      for (const path of golden.optional ? golden.fields : [fieldPath]) {
        alter(missing, fieldOf(path), () => undefined);
      }
      files[`${i}-missing.json`] = missing;
      const lacks = golden.optional ? 'binary_cross_entropy' : `${name}.*`;
      expected.push(new RegExp(` ${i}-missing.json: case 0 .*${lacks}: is missing$`));

      const unknown = readCase(golden);
      unknown.cases[0].bogus = 1;
      files[`${i}-unknown.json`] = unknown;
      expected.push(new RegExp(` ${i}-unknown.json: case 0 .*bogus: is unknown$`));

      const shape = readCase(golden);
      alter(shape, fieldPath, (value) => (Array.isArray(value) ? value.slice(1) : [value]));
      files[`${i}-shape.json`] = shape;
      expected.push(new RegExp(` ${i}-shape.json: case 0 .*${name}.*(shape|is no number)`));
    });
    await assertDisagreements(files, expected);
  });

  it('trains as many steps, and in such batches, as an optimiser case says', async () => {
    const partly = { file: 'optimizers-987', at: PARTLY_DETERMINED };
    const batches = { file: 'optimizers-batches', at: MINI_BATCHES };
    /** @type {[{ file: string, at: number }, string, unknown, RegExp][]} */
    const changes = [
      [partly, 'determined_steps', 0, /: determined_steps: 0; allowed: 1 to 60$/],
      [partly, 'determined_steps', 61, /: determined_steps: 61; allowed: 1 to 60$/],
      [partly, 'determined_steps', 36.5, /: determined_steps: is no whole number in range$/],
      [partly, 'determined_steps', 36, /: losses: shape/],
      [partly, 'determined_steps', undefined, /: losses: shape/],
      [batches, 'batch_size', 31, /: losses: worst error/],
      [batches, 'batch_size', undefined, /: random_state: is unknown$/],
      [batches, 'random_state', 41, /: losses: worst error/],
      [batches, 'random_state', undefined, /: random_state: is missing$/],
      [batches, 'random_state', -1, /: random_state: is no whole number in range$/],
    ];
    const files = changes.map(([golden, field, value]) => {
      const content = readCase(golden);
      alter(content, [field], () => value);
      return content;
    });
    await assertDisagreements(
      Object.fromEntries(files.map((content, i) => [`${i}.json`, content])),
      changes.map(([, , , pattern], i) => new RegExp(` ${i}.json: case 0 .*${pattern.source}`)),
    );
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
