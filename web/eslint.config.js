import js from '@eslint/js';

/** Of what the engine gives: the page has to know them, too. */
const LAYOUTS = ['state/matrix', 'state/metrics', 'state/model', 'state/parameters'];

/** Of the worker, what is the page's. */
const PAGE_SIDE = ['worker/client', 'worker/load-part', 'worker/pool', 'worker/training'];

/**
 * Which other folders of web/ each folder may import from; comments that name types are held to it as
 * well. What a folder may take from npm is in PACKAGES.
 *
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  languages: [],
  state: ['languages'],
  views: ['languages'],
  engine: ['engine/generated', 'state/choices', 'state/problem', 'state/schedule', ...LAYOUTS],
  worker: ['engine', 'state/choices', 'state/goal', 'state/limit', 'state/metrics'],
  element: ['languages', 'state', 'views', ...PAGE_SIDE],
  embed: ['element', 'languages', 'state', 'views'],
  monkey: ['element', 'languages', 'state', 'views', 'worker/client'],
  lesson: ['element', 'languages', 'state', 'views', 'engine', ...PAGE_SIDE],
};

/** Shapes that a folder may name besides, in types only. @type {Record<string, string[]>} */
const MAY_NAME = {
  views: ['state/parameters', 'state/types'],
  engine: ['state/types'],
  worker: ['state/model', 'state/schedule', 'state/types'],
  element: ['engine/diagnostics', 'worker/protocol'],
  lesson: ['worker/protocol'],
};

/** Modules that comments name for types: `import('…')`, and `@import … from '…'`. */
const TYPE_IMPORT = /\bimport\('([^']+)'\)|@import\s[^']*'([^']+)'/g;

/** @type {Record<string, string[]>} */
const PACKAGES = { state: ['d3-dsv'], views: ['chart.js'], lesson: ['chart.js'] };

const FOLDERS = Object.keys(MAY_IMPORT);

/**
 * @param {string} folder
 * @param {string[]} allowed paths of other folders, as in MAY_IMPORT
 * @returns {string} a pattern of paths into other folders that are not among them
 */
function against(folder, allowed) {
  const open = [...allowed.map((path) => `${path}(?:\\.js$|/)`), `${folder}/`].join('|');
  return `^(?:\\.\\.?/)+(?!${open})(?:${FOLDERS.join('|')})/`;
}

/** @type {import('eslint').Rule.RuleModule} */
const typeDirection = {
  meta: { schema: false },
  create: ({ options: [folder], sourceCode, report }) => ({
    Program() {
      const allowed = [...MAY_IMPORT[folder], ...(MAY_NAME[folder] ?? [])];
      const wrong = new RegExp(against(folder, allowed));
      for (const { value, loc } of sourceCode.getAllComments()) {
        for (const [, loaded, imported] of value.matchAll(TYPE_IMPORT)) {
          if (!loc || !wrong.test(loaded ?? imported)) continue;
          const message = `web/${folder} may name types of other folders: ${allowed.join(', ') || 'none'}.`;
          report({ loc, message });
        }
      }
    },
  }),
};

/** @type {import('eslint').Rule.RuleModule} */
const noAny = {
  meta: { schema: false },
  create: ({ sourceCode, report }) => ({
    Program() {
      for (const { value, loc } of sourceCode.getAllComments()) {
        if (loc && /[{<|([,:]\s*any\b/.test(value))
          report({ loc, message: 'Say which type it is.' });
      }
    },
  }),
};

const PLUGINS = { web: { rules: { 'type-direction': typeDirection, 'no-any': noAny } } };

/**
 * The rule that keeps one folder's imports in their direction. It looks at every string that reads
 * like a path, so `import()` and `new URL(…, import.meta.url)` are held to it as well.
 *
 * @param {string} folder
 */
function importDirection(folder) {
  const wrong = against(folder, MAY_IMPORT[folder]).replaceAll('/', '\\u002F');
  const packages = (PACKAGES[folder] ?? []).map((name) => name.replaceAll('.', '\\.')).join('|');
  const what = MAY_IMPORT[folder].join(', ') || 'nothing';
  return {
    files: [`web/${folder}/**/*.js`],
    plugins: PLUGINS,
    rules: {
      'web/type-direction': ['error', folder],
      'no-restricted-syntax': [
        'error',
        {
          selector: `Literal[value=/${wrong}/]`,
          message: `web/${folder} may import from other folders: ${what}.`,
        },
        {
          selector: `:matches(ImportDeclaration, ImportExpression, ExportAllDeclaration, ExportNamedDeclaration) > Literal.source[value=/^(?!\\.{1,2}\\u002F${packages && `|(?:${packages})(?:\\u002F|$)`})/]`,
          message: `web/${folder} may import these packages: ${(PACKAGES[folder] ?? []).join(', ') || 'none'}.`,
        },
      ],
    },
  };
}

export default [
  {
    ignores: ['build/', 'dist/', 'web/engine/generated/', 'tests/web/tables/'],
  },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'max-statements': ['error', 30],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-shadow': 'error',
      // tsc knows every name there is, and which of them each folder has.
      'no-undef': 'off',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  ...FOLDERS.map(importDirection),
  {
    // What page and worker say to each other is described once, and checked on both sides.
    files: ['web/worker/{protocol,client}.js'],
    plugins: PLUGINS,
    rules: { 'web/no-any': 'error' },
  },
  {
    // A language is one file, so that adding one is adding one.
    files: ['web/languages/**/*.js'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['cmake/**/*.js', 'web/build/**/*.js', 'tests/bench/**/*.js', 'tests/hosts/run.js'],
    rules: { 'no-console': 'off' },
  },
  {
    // State is pure: no page, no clock, no chance, no network.
    files: ['web/state/**/*.js'],
    languageOptions: { globals: { URLSearchParams: 'readonly', structuredClone: 'readonly' } },
    rules: { 'no-undef': 'error' },
  },
];
