/**
 * Every number in the lesson's prose, against the engine: none can go stale.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { loadShippedEngine } from '../../wasm/support.js';
import { startSite } from '../support.js';

/** @typedef {Record<string, number | (() => number)>} Numbers by key, such as `neuron.output` */

const FOLDER = new URL('numbers/', import.meta.url);

/** A number as it is written: sign, digits with thin or plain separators, decimals, power, percent. */
const NUMERAL = /[−-]?\d+(?:[,  ]\d{3})*(?:\.\d+)?(?:\s?[·⋅]\s?10[−-]?\d+)?\s?%?/g;

/** What may stand in prose unchecked: architectures, and the numbers 0, 1, 2 and −1. */
const FREE = /\b\d+(?:[-–→×]\d+)+\b|(?<![\d.,])[−-]?[012](?![\d.,]*\d|\s?%)/g;

/** @type {import('../support.js').Site} */
let site;
/** @type {Awaited<ReturnType<typeof readPage>>} */
let lesson;
/** @type {Numbers} */
const numbers = {};

before(async () => {
  site = await startSite();
  lesson = await readPage();
  const engine = await loadShippedEngine();
  for (const name of readdirSync(FOLDER)) {
    const { default: numbersOf } = await import(new URL(name, FOLDER).href);
    Object.assign(numbers, await numbersOf(engine, site));
  }
});
after(() => site.close());

/** What the page's HTML holds before any script has run. */
async function readPage() {
  /** @type {{ marked: { keys: string, text: string }[], prose: { text: string, near: string }[] }} */
  let found = { marked: [], prose: [] };
  await site.visit({ path: '/dist/lesson.html', javaScriptEnabled: true }, async (page) => {
    found = await page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      const marked = [...body.querySelectorAll('[data-number]')].map((element) => ({
        keys: element.getAttribute('data-number') ?? '',
        text: element.textContent ?? '',
      }));
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const prose = [];
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (
          !parentElement ||
          parentElement.closest('[data-number], pre, code, cite, script, style')
        )
          continue;
        const inMath = parentElement.closest('math') !== null;
        const text = textContent ?? '';
        if (inMath && /^\d$/.test(text)) continue;
        prose.push({ text, near: parentElement.textContent?.slice(0, 80) ?? '' });
      }
      return { marked, prose };
    });
  });
  return found;
}

/** @param {string} numeral */
function parse(numeral) {
  const isPercent = numeral.includes('%');
  const [mantissa, exponent] = numeral
    .replace(/[%\s, ]/g, '')
    .replaceAll('−', '-')
    .split(/[·⋅]10/);
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const scale = (isPercent ? 100 : 1) / 10 ** Number(exponent ?? 0);
  return { written: mantissa, show: (/** @type {number} */ v) => (v * scale).toFixed(decimals) };
}

test('every number that is marked is what the engine computes', () => {
  assert.ok(lesson.marked.length > 0, 'there are numbers');
  const wrong = lesson.marked.flatMap(({ keys, text }) => {
    const names = keys.split(/\s+/);
    const numerals = text.match(NUMERAL) ?? [];
    assert.equal(numerals.length, names.length, `“${text}” holds a numeral for each of ${keys}`);
    return names.flatMap((name, i) => {
      assert.ok(Object.hasOwn(numbers, name), `${name} is among the numbers`);
      const entry = numbers[name];
      const { written, show } = parse(numerals[i]);
      const computed = show(typeof entry === 'function' ? entry() : entry);
      return written.replace(/^-(?=0\.?0*$)/, '') === computed
        ? []
        : [`${name} is ${computed}; “${text}”`];
    });
  });
  assert.deepEqual(wrong, []);
});

test('every number of the prose is marked', () => {
  const unmarked = lesson.prose.filter(({ text }) => /\d/.test(text.replaceAll(FREE, '')));
  assert.deepEqual(unmarked, []);
});

test('every number that is computed stands in the text', () => {
  const used = new Set(lesson.marked.flatMap(({ keys }) => keys.split(/\s+/)));
  assert.deepEqual(
    Object.keys(numbers).filter((name) => !used.has(name)),
    [],
  );
});
