import assert from 'node:assert/strict';
import { test } from 'node:test';
import { themeColors } from '../../web/views/palette.js';
import { layOutPlot } from '../../web/views/plane/frame.js';
import { fitTicks, paintPlaneAxes } from '../../web/views/plane/plane-axes.js';
import { ENGLISH_PICTURES } from '../../web/views/text/picture-words.js';
import { canvasDouble } from './views-canvas-double.js';

/** @typedef {[number, number, number, number]} Bounds */

const [WIDTH, HEIGHT, LETTER] = [360, 360, 6];
const { formats } = ENGLISH_PICTURES;
const measure = (/** @type {string} */ text) => LETTER * text.length;

/**
 * @param {Bounds} bounds
 * @returns {{ texts: { text: string, x: number, y: number, align: string }[], plot: import('../../web/views/surface.js').Rectangle }}
 *   what is written where
 */
function painted(bounds) {
  const layout = fitTicks(layOutPlot(WIDTH, HEIGHT, 1), bounds, formats, measure);
  const context = /** @type {CanvasRenderingContext2D} */ (canvasDouble().canvas.getContext('2d'));
  /** @type {ReturnType<typeof painted>['texts']} */
  const texts = [];
  const at = { x: 0, y: 0 };
  const recorder = new Proxy(context, {
    set: (target, key, value) => Reflect.set(target, key, value),
    get(target, key) {
      if (key === 'measureText') return (/** @type {string} */ text) => ({ width: measure(text) });
      if (key === 'translate') {
        return (/** @type {number} */ x, /** @type {number} */ y) => Object.assign(at, { x, y });
      }
      if (key === 'fillText') {
        return (/** @type {string} */ text) => texts.push({ text, ...at, align: target.textAlign });
      }
      return Reflect.get(target, key);
    },
  });
  paintPlaneAxes(recorder, layout, bounds, themeColors('light'));
  return { texts, plot: layout.plot };
}

/** @type {Record<string, Bounds>} */
const WIDE = {
  'large numbers': [-2e5, 9.9e5, -1e6, 1e6],
  'tiny numbers': [-2e-7, 3e-7, 0, 1e-9],
  'numbers far from 0': [100_000, 100_001, 20_000.25, 20_000.5],
  'numbers with decimals': [0.05, 0.2, -0.25, 0.05],
  'the numbers of moons': [-1.5, 2.5, -1, 1.5],
};

for (const [name, bounds] of Object.entries(WIDE)) {
  test(`no label is cut, nor the axis' name written over: ${name}`, () => {
    const { texts } = painted(bounds);
    const ofTicks = texts.filter(({ align }) => align === 'right');
    const names = texts.filter(({ text }) => text.startsWith('Feature'));
    assert.ok(ofTicks.length >= 2 && names.length === 2);
    // The name stands upright, half of its height to either side.
    const nameEnds = names[1].x + 12.5 / 2;
    for (const { text, x } of ofTicks) assert.ok(x - measure(text) >= nameEnds, text);
    for (const { text, x, align } of texts) {
      if (align === 'center') assert.ok(x + measure(text) / 2 <= WIDTH, text);
    }
  });
}

test('large and tiny numbers are in a power of ten, which the name of the axis says', () => {
  const { texts } = painted([-2e-7, 3e-7, -1e6, 1e6]);
  const all = texts.map(({ text }) => text);
  assert.ok(
    all.includes('Feature 1 (x₁) / 10⁻⁷') && all.includes('Feature 2 (x₂) / 10⁶'),
    all.join(' '),
  );
  for (const text of ['−2', '3', '1.0', '−1.0']) assert.ok(all.includes(text), all.join(' '));
});

test('numbers that are short keep their room, and their axes the plain names', () => {
  const { texts, plot } = painted([-1.5, 2.5, -1, 1.5]);
  assert.deepEqual(plot, layOutPlot(WIDTH, HEIGHT, 1).plot);
  assert.ok(texts.some(({ text }) => text === 'Feature 1 (x₁)'));
});
