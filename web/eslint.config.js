import js from '@eslint/js';

/** Of what the engine gives: the page has to know them, too. */
const LAYOUTS = ['state/matrix', 'state/metrics', 'state/model', 'state/parameters'];

/**
 * Which other folders of web/ each folder may import from. What a folder may take from npm is in
 * PACKAGES. Type-only imports stand in comments (`import('…')` in JSDoc) and are free.
 *
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  languages: [],
  state: ['languages'],
  views: ['languages'],
  engine: ['engine/generated', 'state/choices', 'state/problem', ...LAYOUTS],
  worker: ['engine', 'state/choices', 'state/metrics'],
  element: ['languages', 'state', 'views', 'worker/client', 'worker/load-part'],
  embed: ['element', 'languages', 'state', 'views'],
  monkey: ['element', 'languages', 'state', 'views', 'worker/client'],
  lesson: ['element', 'languages', 'state', 'views', 'engine', 'worker/load-part'],
};

/** @type {Record<string, string[]>} */
const PACKAGES = { views: ['chart.js'], lesson: ['chart.js'] };

const FOLDERS = Object.keys(MAY_IMPORT);

/**
 * The rule that keeps one folder's imports in their direction. It looks at every string that reads
 * like a path, so `import()` and `new URL(…, import.meta.url)` are held to it as well.
 *
 * @param {string} folder
 */
function importDirection(folder) {
  const allowed = MAY_IMPORT[folder].map((path) => `${path}(?:\\.js$|/)`);
  const own = `${folder}/`;
  const open = [...allowed, own].map((path) => path.replaceAll('/', '\\u002F')).join('|');
  const folders = FOLDERS.join('|');
  const packages = (PACKAGES[folder] ?? []).map((name) => name.replaceAll('.', '\\.')).join('|');
  const what = MAY_IMPORT[folder].join(', ') || 'nothing';
  return {
    files: [`web/${folder}/**/*.js`],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `Literal[value=/^(?:\\.\\.?\\u002F)+(?!${open})(?:${folders})\\u002F/]`,
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
    ignores: ['build/', 'dist/', 'web/engine/generated/'],
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
    // A language is one file, so that adding one is adding one.
    files: ['web/languages/*.js'],
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
