import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} path of a file that need not exist
 * @param {string} code
 * @returns {Promise<string[]>} what the project's lint rules say of it
 */
async function lint(path, code) {
  const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: 'web/eslint.config.js' });
  const [{ messages }] = await eslint.lintText(code, { filePath: join(ROOT, path) });
  return messages.map(({ message }) => message);
}

test('the engine outside its bindings names no Emscripten', () => {
  for (const folder of ['engine/include', 'engine/src']) {
    const names = /** @type {string[]} */ (readdirSync(join(ROOT, folder), { recursive: true }));
    const sources = names.filter((name) => /\.[ch]pp$/.test(name));
    assert.notEqual(sources.length, 0);
    for (const name of sources) {
      const text = readFileSync(join(ROOT, folder, name), 'utf8');
      assert.doesNotMatch(text, /emscripten/i, `${folder}/${name}`);
    }
  }
});

test('lint refuses an import against the direction, however it is written', async () => {
  const wrong = 'web/state may import from other folders: languages.';
  assert.deepEqual(await lint('web/state/x.js', "import '../views/palette.js';\n"), [wrong]);
  assert.deepEqual(await lint('web/state/x.js', "await import('../worker/client.js');\n"), [wrong]);
  assert.deepEqual(await lint('web/state/x.js', "export * from '../engine/load.js';\n"), [wrong]);
  assert.deepEqual(await lint('web/views/deep/x.js', "import '../../state/config.js';\n"), [
    'web/views may import from other folders: languages.',
  ]);
  assert.deepEqual(await lint('web/element/x.js', "import '../worker/dispatcher.js';\n"), [
    'web/element may import from other folders: languages, state, views, worker/client, worker/load-part, worker/pool, worker/training.',
  ]);
});

test('lint refuses a type from against the direction, too', async () => {
  const jsdoc = "/** @type {import('../views/palette.js').Theme | null} */\nexport let x;\n";
  const tag = "/** @import { Theme } from '../element/theme.js' */\n";
  assert.deepEqual(await lint('web/state/x.js', jsdoc), [
    'web/state may name types of other folders: languages.',
  ]);
  assert.deepEqual(await lint('web/views/x.js', tag), [
    'web/views may name types of other folders: languages, state/parameters, state/types.',
  ]);
  const right = "/** @import { Config } from '../state/types.js' */\n";
  assert.deepEqual(await lint('web/views/x.js', right), []);
});

test('lint refuses a type that is any where page and worker meet', async () => {
  const code = '/** @type {Promise<any> | null} */\nexport let x;\n';
  assert.deepEqual(await lint('web/worker/client.js', code), ['Say which type it is.']);
  assert.deepEqual(await lint('web/worker/x.js', code), []);
});

test('lint refuses a package where none is wanted', async () => {
  assert.deepEqual(await lint('web/state/x.js', "import 'chart.js';\n"), [
    'web/state may import these packages: d3-dsv.',
  ]);
  assert.deepEqual(await lint('web/worker/x.js', "import 'd3-dsv';\n"), [
    'web/worker may import these packages: none.',
  ]);
  assert.deepEqual(await lint('web/views/x.js', "import 'vite';\n"), [
    'web/views may import these packages: chart.js.',
  ]);
});

test('lint lets imports in their direction pass', async () => {
  const element = "import '../state/config.js';\nimport '../worker/client.js';\nimport './x.js';\n";
  assert.deepEqual(await lint('web/element/y.js', element), []);
  assert.deepEqual(await lint('web/views/y.js', "import 'chart.js/auto';\n"), []);
  assert.deepEqual(await lint('web/worker/y.js', "import '../engine/load.js';\n"), []);
  assert.deepEqual(await lint('web/engine/y.js', "import './generated/moonlab.js';\n"), []);
});
