import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { extractFunction, includeSections, renderFormulas } from '../../web/build/lesson.js';
import quantities from '../../web/lesson/quantities.js';
import { SECTIONS } from '../../web/lesson/sections.js';

const SOURCE = `#include "a.hpp"

namespace moonlab {
namespace {

// Twice.
double twice(double x) { return 2 * x; }

double thrice(double x) {
  if (x == 0) {
    return 0;
  }
  return 3 * x;
}

}  // namespace

class Layer {
  void forward() {
    twice(1);
  }
};

}  // namespace moonlab
`;

test('a function is cut out of its source, from its first line to the one that closes it', () => {
  assert.equal(
    extractFunction(SOURCE, 'double thrice', 'a.cpp'),
    'double thrice(double x) {\n  if (x == 0) {\n    return 0;\n  }\n  return 3 * x;\n}',
  );
  assert.equal(
    extractFunction(SOURCE, 'double twice', 'a.cpp'),
    'double twice(double x) { return 2 * x; }',
  );
  assert.equal(
    extractFunction(SOURCE, 'void forward', 'a.cpp'),
    'void forward() {\n  twice(1);\n}',
  );
});

test('a function that is not there, or twice, is refused by name', () => {
  assert.throws(() => extractFunction(SOURCE, 'double four', 'a.cpp'), {
    message: 'a.cpp: 0 lines start with "double four"; allowed: one',
  });
  assert.throws(() => extractFunction(SOURCE, 'double t', 'a.cpp'), /2 lines start with/);
});

test('formulas become MathML without a style attribute, which a strict policy refuses', () => {
  const html = renderFormulas(
    String.raw`<p>\( a &lt; b \)</p> \[ \begin{aligned} z &amp;= \frac{1}{2} \\ &amp;= 0.5 \end{aligned} \]`,
  );
  assert.match(html, /<p><math><mrow><mi>a<\/mi><mo>&lt;<\/mo><mi>b<\/mi>/);
  assert.match(html, /<math display="block"/);
  assert.doesNotMatch(html, / style=/);
  assert.throws(() => renderFormulas(String.raw`\( \fraction \)`), /fraction/);
});

test('every quantity has a name of its own and a function that is in the engine’s source', () => {
  const ids = quantities.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const { cpp } of quantities) {
    const source = readFileSync(new URL(`../../${cpp.file}`, import.meta.url), 'utf8');
    assert.ok(extractFunction(source, cpp.starts, cpp.file).length > 0);
  }
});

test('every quantity that the text mentions is there', async () => {
  const ids = new Set(quantities.map(({ id }) => id));
  const text = await includeSections('<!-- sections -->');
  const mentioned = [...text.matchAll(/data-quantity="([^"]*)"/g)];
  assert.ok(mentioned.length > ids.size);
  for (const [, id] of mentioned) assert.ok(ids.has(id), `the text mentions ${id}`);
});

test('every section stands in the page and in the list of contents, by its heading', async () => {
  const names = Object.keys(SECTIONS);
  const text = await includeSections('<!-- sections -->');
  const contents = await includeSections('<!-- contents -->');
  const found = [...text.matchAll(/<section class="section" id="(\w+)">\s*<h2>(.*)<\/h2>/g)];
  assert.deepEqual(
    found.map(([, id]) => id),
    names,
  );
  assert.deepEqual(
    [...contents.matchAll(/<a href="#(\w+)">(.*)<\/a>/g)].map(([, id, heading]) => [id, heading]),
    found.map(([, id, heading]) => [id, heading]),
  );
});
