import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../cmake/server.js';
import { startSite, waitForEpoch, waitForState } from './support.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As the strictest of courses' pages send it. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'";

/** @type {import('./support.js').Site} */
let site;
/** Somebody's project, with the package installed from its tarball. @type {string} */
let project;
/** @type {string[]} */
let packed;

before(async () => {
  site = await startSite();
  project = mkdtempSync(join(tmpdir(), 'moonlab-package-'));
  // Built already, by the stage before: its scripts need not run again.
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', project];
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }),
  );
  packed = files.map((/** @type {{ path: string }} */ { path }) => path);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const install = ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`];
  execFileSync('npm', install, { cwd: project });
});
after(async () => {
  await site.close();
  rmSync(project, { recursive: true });
});

/**
 * A folder of the project, as a strict host serves it.
 *
 * @param {string} folder
 * @param {string} path
 * @param {(page: import('./support.js').Page) => Promise<void>} use
 */
async function visit(folder, path, use) {
  const host = await serveFolder(folder, { headers: { 'Content-Security-Policy': POLICY } });
  try {
    await site.visit({ at: `${host.origin}${path}` }, use);
  } finally {
    host.close();
  }
}

/** @param {import('./support.js').Page} page */
async function assertItTrains(page) {
  await waitForState(page, 'ready');
  await page.evaluate(() => document.querySelector('moon-lab')?.train());
  await waitForEpoch(page, 20);
  assert.equal(page.workers().length, 1, 'in a worker');
}

/** @param {string} script */
const pageWith = (script) =>
  `<!doctype html><html lang="en"><title>Mine</title><link rel="icon" href="data:,"><body><moon-lab layers="4"></moon-lab>${script}`;

test('the tarball holds what is built, types, licence and README, and no sources of the site', () => {
  const others = packed.filter((path) => !path.startsWith('build/package/'));
  assert.deepEqual(others.sort(), ['LICENSE', 'README.md', 'package.json']);
  for (const name of ['index.js', 'define.js', 'engine.js', 'engine-node.js', 'moonlab.wasm']) {
    assert.ok(packed.includes(`build/package/${name}`), name);
  }
  assert.ok(packed.includes('build/package/types/package/index.d.ts'));
  const inner = packed.filter((path) => /\/types\/(worker|element\/(lab|session))/.test(path));
  assert.deepEqual(inner, [], 'no types of what the entries do not lead to');
  const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  assert.deepEqual(dependencies, {}, 'nothing else has to be installed');
  assert.deepEqual(
    readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['moonlab'],
  );
});

test('its scripts name worker and WebAssembly in the one way that bundlers know', () => {
  const scripts = packed.filter((path) => /package\/[^/]+\.js$/.test(path));
  const addresses = scripts.flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const plain = [...text.matchAll(/new URL\((["'])(\.\/[\w.]+)\1,\s*import\.meta\.url\)/g)];
    assert.equal(plain.length, text.split('import.meta').length - 1, `${path} has no others`);
    return plain.map(([, , address]) => address);
  });
  assert.deepEqual([...new Set(addresses)].sort(), ['./moonlab.wasm', './worker.js']);
});

test('in Node the engine computes NumPy’s moons', () => {
  const script = `import { loadEngine } from 'moonlab/engine';
    const engine = await loadEngine();
    const { X } = engine.makeMoons({ nSamples: 300, noise: 0.2, randomState: 42 });
    console.log(JSON.stringify([X[0][0], X[1][0]]));`;
  const printed = execFileSync('node', ['--input-type=module', '--eval', script], {
    cwd: project,
    encoding: 'utf8',
  });
  const golden = JSON.parse(
    readFileSync(new URL('../golden/datasets.json', import.meta.url), 'utf8'),
  ).cases.find(
    (/** @type {any} */ one) =>
      one.dataset === 'moons' && one.noise === 0.2 && one.random_state === 42,
  );
  const [x1, x2] = JSON.parse(printed);
  assert.ok(Math.abs(x1 - golden.X[0][0]) < 1e-12 && Math.abs(x2 - golden.X[1][0]) < 1e-12);
});

test('in Node, as where pages are rendered on a server, the element can be imported', () => {
  const script = `import { MoonLabElement } from 'moonlab'; import 'moonlab/define';
    console.log(typeof MoonLabElement);`;
  const options = { cwd: project, encoding: /** @type {const} */ ('utf8') };
  const printed = execFileSync('node', ['--input-type=module', '--eval', script], options);
  assert.equal(printed.trim(), 'function');
});

test('in a page without a bundler it trains', async () => {
  const script =
    '<script type="module" src="/node_modules/moonlab/build/package/define.js"></script>';
  writeFileSync(join(project, 'plain.html'), pageWith(script));
  await visit(project, '/plain.html', assertItTrains);
});

test('the class by itself registers nothing', async () => {
  writeFileSync(
    join(project, 'class.js'),
    "import { MoonLabElement } from './node_modules/moonlab/build/package/index.js';\n" +
      "document.title = [MoonLabElement.name.length > 0, customElements.get('moon-lab')].join();\n" +
      "customElements.define('my-lab', MoonLabElement);",
  );
  writeFileSync(
    join(project, 'class.html'),
    '<!doctype html><html lang="en"><title>-</title><link rel="icon" href="data:,"><body><my-lab></my-lab><script type="module" src="class.js"></script>',
  );
  await visit(project, '/class.html', async (page) => {
    await page.waitForFunction(() => document.title === 'true,');
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('my-lab')).state === 'ready',
    );
  });
});

test('its types say what there is, to the compiler', () => {
  const types = join(project, 'types');
  mkdirSync(types);
  writeFileSync(
    join(types, 'use.ts'),
    `import { MoonLabElement } from 'moonlab';
     import 'moonlab/define';
     import { loadEngine } from 'moonlab/engine';
     const lab: MoonLabElement = document.createElement('moon-lab');
     lab.config = { samples: 100, layers: null };
     lab.addEventListener('goal', ({ detail }) => detail.metrics.epoch.toFixed());
     lab.addEventListener('error', ({ detail }) => detail.message.trim());
     lab.addEventListener('click', (event) => event.clientX.toFixed());
     lab.addEventListener('anything', (event) => event.type.trim());
     const seed: number = lab.config.seed;
     const engine = await loadEngine();
     const { X } = engine.makeMoons({ nSamples: 10, randomState: seed });
     const row: Float64Array = X[0];
     // @ts-expect-error a name that is not there
     lab.trian();
     // @ts-expect-error no such data set
     lab.config = { dataset: 'stars' };
     // @ts-expect-error a number is asked for
     engine.createRandomState('42');
     export { row };`,
  );
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  for (const resolution of ['bundler', 'nodenext']) {
    const modules = resolution === 'bundler' ? 'esnext' : resolution;
    const options = `--noEmit --strict --skipDefaultLibCheck --target es2022 --module ${modules} --moduleResolution ${resolution}`;
    const { status, stdout } = spawnSync('node', [tsc, ...options.split(' '), 'use.ts'], {
      cwd: types,
      encoding: 'utf8',
    });
    assert.equal(stdout, '');
    assert.equal(status, 0);
  }
});
