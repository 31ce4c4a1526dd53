import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { measureStructure } from './structure.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A project, by its files. */
const PROJECT = {
  'cmake/stages.js': "export const SITE = ['vite', '--config', 'web/build/vite.config.js'];\n",
  'cmake/setup.js': "import './run.js';\n",
  'cmake/run.js': '',
  'web/build/vite.config.js':
    "import './html.js';\nconst WEB = 1;\nexport default `${WEB}page/frame.js`;\n",
  'web/build/html.js': "import '../words.js';\n",
  'web/lint.config.js': '',
  'web/index.html': '<script type="module" src="page/start.js"></script>\n',
  'web/look.css': '.lab {\n}\n',
  'web/page/start.js': `
import '../lab.js';
import('../part.js');
import.meta.glob(['../languages/*.js', '!../languages/en.js']);
new Worker(new URL('../worker/worker.js', import.meta.url));
import '../part.js';
import 'chart.js';
`,
  'web/page/frame.js': "import '../lab.js';\nimport '../words.js';\n",
  'web/page/chart.js': "import '../worker/run.js';\n",
  'web/lab.js': "/** @import { Row } from './table.js' */\nexport * from './deep/table.js';\n",
  'web/deep/table.js': "/** @type {import('../lab.js').Lab | undefined} */\nexport let lab;\n",
  'web/table.js': '/** @typedef {number} Row */\n',
  'web/events.d.ts': "import type { part } from './part.js';\n",
  'web/part.js': "/** @param {typeof import('./events.js')} events */\nexport const part = 1;\n",
  'web/languages/de.js': '',
  'web/languages/en.js': '',
  'web/words.js': '',
  'web/worker/worker.js': "import './run.js';\nimport { ring } from './ring.js';\n",
  'web/worker/run.js': '',
  'web/worker/ring.js': "import './worker.js';\nexport const ring = 1;\n",
  'web/engine/generated/moonlab.js': 'generated;\n',
};

const FUNCTIONS = `/** Doubles. */
export function outer(values) {
  const doubled = values.map((value) => value * 2);
  const inner = () => {
    return function () {
      return 1;
    };
  };
  return { doubled, inner };
}

class Lab {
  constructor() {}
  get value() {
    return 1;
  }
}
`;

/** @type {string[]} */
const folders = [];

/** @param {Record<string, string>} files */
function measured(files) {
  const root = mkdtempSync(join(tmpdir(), 'moonlab-structure-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ 'cmake/x.css': '', ...files })) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return measureStructure(root);
}

after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the structure of this project', () => {
  const { functions, cyclesWithTypes, dead } = measureStructure(ROOT);

  it('has functions of a screen, those inside them by themselves', () => {
    const long = functions.filter(({ own }) => own > 60);
    assert.deepEqual(
      long.map(({ path, name }) => `${path} ${name}`),
      [],
    );
  });

  it('has no cycles, types counted, and nothing that nobody imports', () => {
    assert.deepEqual(cyclesWithTypes, []);
    assert.deepEqual(dead, []);
  });
});

describe('the structure of a project', () => {
  const structure = measured(PROJECT);

  it('has files and lines of each kind, but for what is generated', () => {
    assert.deepEqual(structure.sizes, {
      js: { files: 13, lines: 21 },
      'd.ts': { files: 1, lines: 1 },
      css: { files: 1, lines: 2 },
      html: { files: 1, lines: 1 },
    });
    const start = structure.modules.find(({ path }) => path === 'web/page/start.js');
    assert.equal(start?.lines, 7);
    assert.deepEqual(structure.build, { files: 3, lines: 4 });
    assert.equal(structure.modules.length, 13);
  });

  it('has entries: what a page names, or the build imports or names', () => {
    assert.deepEqual(structure.entries, ['web/page/frame.js', 'web/page/start.js', 'web/words.js']);
  });

  it('tells modules with one importer, by value and with types counted', () => {
    const always = ['web/deep/table.js', 'web/languages/de.js', 'web/languages/en.js'];
    assert.deepEqual(structure.single, [...always, 'web/part.js', 'web/worker/ring.js']);
    assert.deepEqual(structure.singleWithTypes, [...always, 'web/table.js', 'web/worker/ring.js']);
  });

  it('tells what is imported for types only, and what is dead', () => {
    assert.deepEqual(structure.typesOnly, ['web/table.js']);
    assert.deepEqual(structure.dead, ['web/page/chart.js']);
  });

  it('finds cycles by value, and with types counted', () => {
    const byValue = ['web/worker/ring.js', 'web/worker/worker.js'];
    assert.deepEqual(structure.cycles, [byValue]);
    assert.deepEqual(structure.cyclesWithTypes, [
      ['web/deep/table.js', 'web/lab.js'],
      ['web/events.d.ts', 'web/part.js'],
      byValue,
    ]);
  });
});

it('a function has all its lines, and its own, without those of functions inside it', () => {
  const { functions } = measured({ 'web/functions.js': FUNCTIONS });
  const path = 'web/functions.js';
  assert.deepEqual(functions, [
    { path, name: 'outer', line: 2, lines: 9, own: 4 },
    { path, name: '(no name)', line: 3, lines: 1, own: 1 },
    { path, name: 'inner', line: 4, lines: 5, own: 2 },
    { path, name: '(no name)', line: 5, lines: 3, own: 3 },
    { path, name: 'constructor', line: 13, lines: 1, own: 1 },
    { path, name: 'value', line: 14, lines: 3, own: 3 },
  ]);
});

it('a cycle has all its modules, however far round, and no others', () => {
  const { cycles } = measured({
    'web/a.js': "import './b.js';\nimport './leaf.js';\n",
    'web/b.js': "import './c.js';\n",
    'web/c.js': "import './a.js';\n",
    'web/leaf.js': "import './leaf.js';\n",
    'web/x.js': "import './a.js';\nimport './y.js';\n",
    'web/y.js': "import './x.js';\n",
  });
  assert.deepEqual(cycles, [
    ['web/a.js', 'web/b.js', 'web/c.js'],
    ['web/x.js', 'web/y.js'],
  ]);
});
