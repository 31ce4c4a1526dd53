import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);
const DOCUMENTS = ['README.md', 'tests/golden/README.md', 'tests/web/tables/README.md'];

/** Without what it says of a place within the file. */
const LINK = /\]\(([^)#\s]+)/g;

for (const document of DOCUMENTS) {
  test(`every file that ${document} leads to is there`, () => {
    const base = new URL(document, ROOT);
    const links = [...readFileSync(base, 'utf8').matchAll(LINK)].map(([, link]) => link);
    const missing = links.filter(
      (link) => !/^[a-z]+:/.test(link) && !existsSync(new URL(link, base)),
    );
    assert.deepEqual(missing, []);
  });
}

test('links are found, whatever place in a file they name', () => {
  const text = 'See [a](web/a.js), [b](b.md#part) and ![c](https://example.org/c.png).';
  const links = [...text.matchAll(LINK)].map(([, link]) => link);
  assert.deepEqual(links, ['web/a.js', 'b.md', 'https://example.org/c.png']);
});
