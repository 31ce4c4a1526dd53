import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** Files, not folders. */
const paths = /** @type {string[]} */ (readdirSync(DIST, { recursive: true })).filter((path) =>
  basename(path).includes('.'),
);

/** What generators of sites take for pages, templates or data, beside HTML: all others they copy. */
const TAKEN =
  /\.(md|markdown|mdx|mdoc|rst|ipynb|adoc|asciidoc|org|pandoc|textile|liquid|njk|hbs|handlebars|mustache|ejs|haml|pug|webc|vue|svelte|astro|tsx?|jsx|scss|sass|less|ya?ml|toml)$|\.11ty|\.11tydata/;

test('no generator of sites takes a file of dist/ for a page of its own', () => {
  assert.ok(paths.length > 50);
  assert.deepEqual(
    paths.filter((path) => TAKEN.test(path)),
    [],
  );
  for (const path of paths.filter((one) => one.endsWith('.html'))) {
    const text = readFileSync(join(DIST, path), 'utf8');
    assert.doesNotMatch(text, /^---/, `${path} has front matter`);
  }
});

test('GitHub Pages leaves nothing of dist/ out: no name begins with a line or a dot', () => {
  assert.deepEqual(
    paths.filter((path) => path.split('/').some((name) => /^[._]/.test(name))),
    [],
  );
});

test('what may be kept for ever has a name of its own: everything in assets/ carries a hash', () => {
  const assets = readdirSync(join(DIST, 'assets'));
  assert.ok(assets.length > 50);
  assert.deepEqual(
    assets.filter((name) => !/-[\w-]{8}\.\w+$/.test(name)),
    [],
  );
});
