import assert from 'node:assert/strict';
import { test } from 'node:test';
import GERMAN from '../../web/languages/de.js';
import { defaultConfig } from '../../web/state/presets.js';
import { problemOf, labelsOf } from '../../web/state/problem.js';
import { DATASETS } from '../../web/state/choices.js';
import { MapPainter } from '../../web/views/plane/map-painter.js';
import { themeColors } from '../../web/views/palette.js';
import { pictureWords } from '../../web/views/text/picture-words.js';
import {
  answerMap,
  answerScale,
  classesScale,
  colorOf,
  meaningOf,
  onSurface,
  sceneMap,
  shareOf,
  sideOf,
  valueAt,
  valueRange,
  valuesScale,
  winnerOf,
} from '../../web/views/plane/map.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';
import { sampleField, sampleSoftmax } from './views-fields.js';

installCanvasGlobals();

const RESOLUTION = 30;
const THEME = themeColors('light');
const slope = () => sampleField(RESOLUTION, (u, v) => (u + v) / (2 * RESOLUTION - 2));

/** @param {number[]} y */
const pointsWith = (y) => ({
  x1: Float64Array.from(y),
  x2: Float64Array.from(y),
  y: Float64Array.from(y),
});

/**
 * @param {Partial<import('../../web/views/plane/map.js').PlaneMap>} [other]
 * @returns {import('../../web/views/plane/map.js').PlaneMap} what a neuron with a tanh gives
 */
const neuronMap = (other) => ({
  name: 'Neuron 3',
  values: Float32Array.from(slope(), (share) => 2 * share - 1),
  resolution: RESOLUTION,
  range: [-1, 1],
  midpoint: 0,
  palette: 'diverging',
  ...other,
});

test('the answer of one output is the probability of the second class, divided where it is one half', () => {
  const grid = slope();
  for (const { name } of DATASETS) {
    const labels = labelsOf(problemOf({ ...defaultConfig(), dataset: name }));
    const { values, ...map } = answerMap({ grid, resolution: RESOLUTION }, labels);
    assert.equal(values, grid, 'not copied, so that identity tells a change');
    assert.deepEqual(map, {
      name: 'Probability of class 1',
      range: [0, 1],
      palette: 'diverging',
      resolution: RESOLUTION,
      label: 1,
      midpoint: 0.5,
      sides: [0, 1],
    });
  }
});

test('a surface of classes is the same answer in two colours, which meet where the classes do', () => {
  const answer = answerMap({ grid: slope(), resolution: RESOLUTION }, [0, 1]);
  assert.equal(onSurface(answer, 'levels'), answer);
  const surface = onSurface(answer, 'classes');
  assert.deepEqual({ ...surface, palette: 'diverging' }, answer);
  const { bands } = THEME.palettes[surface.palette];
  const [first, last] = [bands[0], bands[bands.length - 1]];
  assert.notEqual(first, last);
  bands.forEach((band, i) => assert.equal(band, i < bands.length / 2 ? first : last));
  const feature = neuronMap({ midpoint: undefined });
  assert.equal(onSurface(feature, 'classes'), feature, 'what has no sides has no winner');
});

test('classes that have names are called by them', () => {
  const words = pictureWords(GERMAN, undefined, ['Apfel']);
  const map = answerMap({ grid: slope(), resolution: RESOLUTION }, [0, 1], words);
  assert.equal(map.name, 'Wahrscheinlichkeit von Klasse 1');
  assert.equal(answerScale(0, words).name, 'Wahrscheinlichkeit von Klasse Apfel');
});

test('the answer of several outputs is who wins, and how likely that is', () => {
  const words = pictureWords(GERMAN, undefined, ['Apfel']);
  const { values, resolution } = sampleSoftmax(9, [() => 0, (u) => u, (_, v) => v]);
  const map = answerMap({ grid: values, resolution }, [0, 1, 2], words);
  assert.equal(map.values, values, 'not copied, so that identity tells a change');
  assert.equal(map.name, 'Wahrscheinlichkeit des Siegers');
  assert.deepEqual([map.range, map.palette, map.classes], [[1 / 3, 1], 'shades', [0, 1, 2]]);
  assert.equal(sideOf(map, 0.9), null, 'there is no line of one value');
  assert.equal(onSurface(map, 'levels'), map);
  assert.deepEqual(onSurface(map, 'classes'), { ...map, palette: 'winners' });
  const scale = classesScale([0, 1, 2], words);
  assert.deepEqual({ ...scale, values, resolution }, map, 'known before there is an answer');
});

test('the first of equals wins, and nobody where there are no numbers', () => {
  assert.equal(winnerOf([0.2, 0.4, 0.4]), 1);
  assert.equal(winnerOf([NaN, NaN]), -1);
});

test('what a network answers where there are no classes is a value, in colours centred at 0', () => {
  const grid = Float64Array.from(slope(), (share) => 9 * share - 4);
  const map = answerMap({ grid, resolution: RESOLUTION }, [], undefined, [-5, 5]);
  assert.equal(map.values, grid);
  assert.deepEqual([map.name, map.range, map.palette], ['Value', [-5, 5], 'diverging']);
  assert.deepEqual(map.levels, [-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  assert.equal(onSurface(map, 'classes'), map, 'nobody wins');
  assert.deepEqual(
    valuesScale([-1.5, 1.5]).levels,
    [-1.2, -0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 1.2],
  );
});

test('values have a round range that holds all of them, as far below 0 as above', () => {
  const rangeOf = (/** @type {number[]} */ train, /** @type {number[]} */ others = []) =>
    valueRange({ train: pointsWith(train), test: pointsWith(others) });
  for (const [values, end] of /** @type {[number[], number][]} */ ([
    [[-0.3, 0.99], 1],
    [[-1, 1], 1],
    [[-1.01, 0.2], 1.5],
    [[350_000], 400_000],
    [[0.000072], 0.00008],
    [[-8.5], 10],
    [[0, 0], 1],
  ])) {
    assert.deepEqual(rangeOf(values), [-end, end]);
    assert.deepEqual(rangeOf([0], values), [-end, end], 'test points count');
  }
  const data = { train: pointsWith([1]), test: pointsWith([2]) };
  assert.equal(valueRange(data), valueRange({ ...data }), 'the same array for the same points');
});

test('values beyond the range have the colours of its ends, and so have levels no line there', () => {
  const theme = themeColors('light');
  const scale = valuesScale([-1, 1]);
  const { bands } = theme.palettes.diverging;
  assert.equal(colorOf(scale, theme, 7), bands[bands.length - 1]);
  assert.equal(colorOf(scale, theme, -Infinity), bands[0]);
  assert.equal(colorOf(scale, theme, 0.04), bands[10]);
  const shades = theme.palettes.shades.bands;
  assert.equal(colorOf(classesScale([0, 1, 2]), theme, 1, 2), shades[29]);
  assert.equal(colorOf(classesScale([0, 1, 2]), theme, 1 / 3, 1), shades[10]);
});

test('the whole answer follows from what is learned', () => {
  const data = { train: pointsWith([0.4, -2]), test: pointsWith([1]) };
  const scene = { frame: { grid: slope(), resolution: RESOLUTION }, description: data };
  const words = pictureWords(GERMAN);
  const values = sceneMap(scene, [], words);
  assert.deepEqual(
    [values.valueRange, values.map.range],
    [
      [-2, 2],
      [-2, 2],
    ],
  );
  const classes = sceneMap(scene, [0, 1], words, 'classes');
  assert.deepEqual([classes.valueRange, classes.map.palette], [undefined, 'winner']);
});

test('what the colours mean is known before there is an answer, in the language of the picture', () => {
  const words = pictureWords(GERMAN);
  const scale = answerScale(1, words);
  assert.equal(scale.name, 'Wahrscheinlichkeit von Klasse 1');
  const map = answerMap({ grid: slope(), resolution: RESOLUTION }, [0, 1], words);
  assert.equal(meaningOf(scale), meaningOf(map));
  for (const other of [neuronMap(), { ...scale, range: /** @type {[0, 2]} */ ([0, 2]) }, null]) {
    assert.notEqual(meaningOf(scale), meaningOf(other));
  }
});

test('exactly on the line is the side below, as for the classifier', () => {
  const map = answerMap({ grid: slope(), resolution: RESOLUTION }, [0, 1]);
  assert.deepEqual(
    [0, 0.5, 0.5 + 1e-9, 1].map((value) => sideOf(map, value)),
    [0, 0, 1, 1],
  );
});

test('a value has its share of the range', () => {
  assert.deepEqual(
    [-1, 0, 1].map((value) => shareOf(neuronMap(), value)),
    [0, 0.5, 1],
  );
});

test('between the points of the grid a map is interpolated, and beyond them its edge goes on', () => {
  const map = { values: sampleField(3, (u, v) => 0.1 * u + 0.3 * v), resolution: 3 };
  const at = (/** @type {number} */ u, /** @type {number} */ v) => valueAt(map, [0, 2, 0, 2], u, v);
  assert.ok(Math.abs(at(0.5, 1.25) - 0.425) < 1e-15);
  assert.equal(at(2, 0), 0.2);
  assert.equal(at(0, 2), 0.6);
  assert.equal(at(-5, 0), 0);
  assert.equal(at(9, 9), at(2, 2));
});

test('the value at a place of the plane is the interpolated one', () => {
  const map = { values: sampleField(5, (u, v) => (u + v) / 8), resolution: 5 };
  assert.ok(Math.abs(valueAt(map, [-2, 2, 0, 8], 0.5, 3) - 0.5) < 1e-15);
  assert.equal(valueAt(map, [-2, 2, 0, 8], -2, 0), 0);
  assert.equal(valueAt(map, [-2, 2, 0, 8], 2, 8), 1);
});

/**
 * @param {number} side CSS pixels
 * @param {Partial<import('../../web/views/plane/map-painter.js').MapPlace>} [other]
 */
const place = (side, other) => ({
  plot: { left: 0, top: 0, right: side, bottom: side },
  dpr: 2,
  theme: THEME,
  ...other,
});

test('one painter paints the same map at 30 pixels and at 600', () => {
  const { canvas, created, calls } = canvasDouble();
  const painter = new MapPainter(canvas.ownerDocument);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const [image] = created;
  const map = neuronMap();
  painter.paint(context, map, place(30));
  assert.deepEqual([image.width, image.height], [60, 60], 'a pixel of its own for each there is');
  painter.paint(context, map, place(600));
  assert.deepEqual([image.width, image.height], [90, 90], 'few a grid step, scaled');
  assert.deepEqual(
    calls(canvas).filter((name) => name === 'drawImage'),
    ['drawImage', 'drawImage'],
  );
});

test('the line of the midpoint is drawn where there is one and it is wanted', () => {
  /**
   * @param {import('../../web/views/plane/map.js').PlaneMap} map
   * @param {Partial<import('../../web/views/plane/map-painter.js').MapPlace>} [other]
   */
  const hasLine = (map, other) => {
    const { canvas, calls } = canvasDouble();
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    new MapPainter(canvas.ownerDocument).paint(context, map, place(30, other));
    return calls(canvas).includes('stroke');
  };
  assert.ok(hasLine(neuronMap()));
  assert.ok(!hasLine(neuronMap(), { hasLine: false }));
  assert.ok(!hasLine(neuronMap({ midpoint: undefined })));
});

test('lines that were not wanted are traced once they are', () => {
  const { canvas, calls } = canvasDouble();
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const painter = new MapPainter(canvas.ownerDocument);
  const map = neuronMap();
  painter.paint(context, map, place(30, { hasLine: false }));
  assert.ok(!calls(canvas).includes('stroke'));
  painter.paint(context, map, place(30));
  assert.ok(calls(canvas).includes('stroke'));
});

test('pixels are kept until the values, the meaning of the colours, the theme or the size change', () => {
  const { canvas, created, calls } = canvasDouble();
  const painter = new MapPainter(canvas.ownerDocument);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const map = neuronMap();
  /**
   * @param {import('../../web/views/plane/map.js').PlaneMap} next
   * @param {import('../../web/views/plane/map-painter.js').MapPlace} at
   */
  const repaints = (next, at) => {
    const before = calls(created[0]).length;
    painter.paint(context, next, at);
    return calls(created[0]).length > before;
  };
  assert.ok(repaints(map, place(30)));
  assert.ok(!repaints({ ...map }, place(30)));
  assert.ok(repaints(neuronMap(), place(30)));
  assert.ok(repaints({ ...map, range: [-2, 2] }, place(30)));
  assert.ok(repaints({ ...map, palette: 'sequential' }, place(30)));
  assert.ok(repaints(map, place(31)));
  assert.ok(repaints(map, place(31, { theme: themeColors('dark') })));
});
