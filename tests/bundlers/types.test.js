import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeProject, packPackage, runIn } from './projects.js';

const SOURCES = fileURLToPath(new URL('types', import.meta.url));
const INSTALLED = fileURLToPath(new URL('node_modules', import.meta.url));
const TSC = 'typescript/bin/tsc';

before(packPackage);

/**
 * @param {string} file of those in types/
 * @param {object} [options] for the compiler
 * @returns {string} a project with it
 */
function typesOf(file, options) {
  const folder = makeProject(`types of ${file} ${Object.keys(options ?? {})}`, 'moonlab/define');
  cpSync(join(SOURCES, file), join(folder, file));
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipDefaultLibCheck: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    ...options,
  };
  const text = JSON.stringify({ compilerOptions, include: [file] });
  writeFileSync(join(folder, 'tsconfig.json'), text);
  return folder;
}

describe('the package’s types', { concurrency: 2 }, () => {
  for (const version of [18, 19]) {
    test(`in JSX of React ${version} the element, its settings and its events have types`, async () => {
      const react = join(INSTALLED, '@types', `react-${version}`);
      const folder = typesOf('react.tsx', { paths: { react: [react], 'react/*': [`${react}/*`] } });
      await runIn(folder, TSC, []);
    });
  }

  test('in templates of Vue the element, its settings and its events have types', async () => {
    const folder = typesOf('Lab.vue', { skipLibCheck: true });
    await runIn(folder, 'vue-tsc/bin/vue-tsc.js', []);
  });

  test('in components of Svelte 5 the element, its settings and its events have types', async () => {
    const check = (/** @type {string} */ file) =>
      runIn(typesOf(file, { skipLibCheck: true }), 'svelte-check/bin/svelte-check', [
        '--tsconfig',
        './tsconfig.json',
      ]);
    await check('Lab.svelte');
    await assert.rejects(check('Wrong.svelte'), ({ stdout }) =>
      /Type 'number\[\]' is not assignable/.test(stdout),
    );
  });

  test('the engine’s types need no dom', async () => {
    await runIn(typesOf('engine.ts', { lib: ['es2022'] }), TSC, []);
  });
});
