/**
 * Runs in a page: the painters of boundary, network and curves, each with something to paint that
 * holds all of its marks. Glyphs are left out, and so is whatever their widths would move.
 *
 * @module
 */

import { findCrossings } from '../../web/engine/crossings.js';
import { evenGuess } from '../../web/state/guess.js';
import { seriesColumns } from '../../web/state/metrics.js';
import { parameterCount, splitLayers } from '../../web/state/parameters.js';
import { CurveChart } from '../../web/views/charts/curve-chart.js';
import { KeptCurves } from '../../web/views/charts/kept-curves.js';
import { HistogramCanvas } from '../../web/views/charts/histogram.js';
import { NetworkDiagram } from '../../web/views/network/diagram.js';
import { mapRanges } from '../../web/views/network/map-scale.js';
import { themeColors } from '../../web/views/palette.js';
import { PlaneCanvas } from '../../web/views/plane/canvas.js';
import { answerMap, onSurface, valueRange } from '../../web/views/plane/map.js';
import { drawSweepFigure } from '../../web/views/sweep/figure.js';

/** @typedef {import('../../web/views/palette.js').Theme} Theme */
/** @typedef {import('../../web/state/types.js').Points} Points */
/**
 * @typedef {'boundary' | 'jump' | 'classes' | 'winners' | 'values' | 'network' | 'neuron' | 'loss'
 *   | 'accuracy' | 'kept' | 'sweep' | 'histogram'} PictureName
 */

const [WIDTH, HEIGHT] = [400, 300];
const LETTER_WIDTH = 6;
const RESOLUTION = 41;
/** @type {[number, number, number, number]} */
const BOUNDS = [-2, 3, -1, 2];
const POINTS = 24;
const LAYER_SIZES = [2, 4, 3, 1];
/** Of the inputs that there can be, those that are given. */
const OFFERED = [true, false, true, false];
const MAP_RESOLUTION = 20;
const EPOCHS = 120;

// Of those that a browser may have, the painter that is the same on every machine.
const { getContext } = HTMLCanvasElement.prototype;
Object.assign(HTMLCanvasElement.prototype, {
  /** @this {HTMLCanvasElement} */
  getContext() {
    return getContext.call(this, '2d', { willReadFrequently: true });
  },
});
Object.assign(CanvasRenderingContext2D.prototype, {
  fillText() {},
  strokeText() {},
  measureText: (/** @type {string} */ text) => ({ width: LETTER_WIDTH * text.length }),
});

/** Numbers from −1 to 1 without an order that is seen. @param {number} index */
const scattered = (index) => 2 * ((index * 0.618034) % 1) - 1;

/** @type {Record<PictureName, (canvas: HTMLCanvasElement, theme: Theme) => void>} */
const PAINTERS = {
  boundary(canvas, theme) {
    const boundary = new PlaneCanvas(canvas);
    boundary.resize(WIDTH, HEIGHT);
    const grid = Float64Array.from({ length: RESOLUTION ** 2 }, (_, index) => {
      const [u, v] = [index % RESOLUTION, Math.floor(index / RESOLUTION)];
      return 1 / (1 + Math.exp(-4 * Math.sin(u / 7) - (v - RESOLUTION / 2) / 4));
    });
    boundary.draw({
      map: answerMap({ grid, resolution: RESOLUTION }, [0, 1]),
      bounds: BOUNDS,
      train: pointsFrom(0),
      test: pointsFrom(POINTS),
      points: 'both',
      theme,
      hover: { x: 100, y: 40 },
    });
  },
  jump(canvas, theme) {
    const plane = new PlaneCanvas(canvas);
    plane.resize(WIDTH, HEIGHT);
    // 0.15 outside of a ring, and 1 on it to the last bit; the grid's points do not tell where it ends.
    const says = (/** @type {number} */ x1, /** @type {number} */ x2) =>
      Math.abs(Math.hypot(x1 - 0.3, x2 - 0.4) - 0.9) < 0.4 ? 1 : 0.15;
    const grid = Float64Array.from({ length: RESOLUTION ** 2 }, (_, index) => {
      const [u, v] = [index % RESOLUTION, Math.floor(index / RESOLUTION)];
      const [x1, x2] = [u, v].map(
        (at, i) => (at / (RESOLUTION - 1)) * (BOUNDS[2 * i + 1] - BOUNDS[2 * i]) + BOUNDS[2 * i],
      );
      return says(x1, x2);
    });
    const ask = (/** @type {Float64Array[]} */ [x1, x2]) => [x1.map((at, i) => says(at, x2[i]))];
    const given = { grid, resolution: RESOLUTION, bounds: BOUNDS };
    plane.draw({
      map: answerMap({ ...given, crossings: findCrossings(given, ask) }, [0, 1]),
      bounds: BOUNDS,
      train: pointsFrom(0),
      test: pointsFrom(POINTS),
      points: 'both',
      theme,
    });
  },
  classes: (canvas, theme) => paintClasses(3, 'levels', canvas, theme),
  winners: (canvas, theme) => paintClasses(6, 'classes', canvas, theme),
  values(canvas, theme) {
    const plane = new PlaneCanvas(canvas);
    plane.resize(WIDTH, HEIGHT);
    // Beyond the range of the points in two corners.
    const grid = Float64Array.from({ length: RESOLUTION ** 2 }, (_, index) => {
      const [u, v] = [index % RESOLUTION, Math.floor(index / RESOLUTION)];
      return Math.sin(u / 7) + (v - RESOLUTION / 2) / 10;
    });
    const valued = (/** @type {Points} */ points) => ({
      ...points,
      y: Float64Array.from(points.y, (_, index) => 1.4 * scattered(index + 3)),
    });
    const data = { train: valued(pointsFrom(0)), test: valued(pointsFrom(POINTS)) };
    const range = valueRange(data);
    plane.draw({
      ...data,
      map: answerMap({ grid, resolution: RESOLUTION }, [], undefined, range),
      valueRange: range,
      bounds: BOUNDS,
      points: 'both',
      theme,
      hover: { x: 300, y: 60 },
    });
  },
  network(canvas, theme) {
    const diagram = new NetworkDiagram(canvas);
    diagram.resize(WIDTH, HEIGHT);
    diagram.draw({ ...networkPicture(theme), marks: [['dead', null, 'twin', null], [], []] });
  },
  neuron(canvas, theme) {
    const diagram = new NetworkDiagram(canvas);
    diagram.resize(WIDTH, HEIGHT);
    const pointed = /** @type {const} */ ({ kind: 'neuron', layer: 2, neuron: 1 });
    diagram.draw({ ...networkPicture(theme), offered: OFFERED, pointed });
  },
  loss: (canvas, theme) => paintCurve('loss', canvas, theme),
  accuracy: (canvas, theme) => paintCurve('accuracy', canvas, theme),
  kept: (canvas, theme) => paintCurve('loss', canvas, theme, keptCurves()),
  sweep(canvas, theme) {
    const cells = [0, 1, 2, 3, 4].map((cell) => {
      const grid = Float64Array.from(
        { length: RESOLUTION ** 2 },
        (_, index) => 1 / (1 + Math.exp((cell + 1) * Math.sin((index % RESOLUTION) / (cell + 3)))),
      );
      return { text: '', map: answerMap({ grid, resolution: RESOLUTION }, [0, 1]) };
    });
    drawSweepFigure(canvas, {
      ...{ title: '', subtitle: '', corner: '', columns: ['', '', ''], rows: ['', ''] },
      cells: [...cells, { text: '', map: null }], // one that is not there
      ...{ theme, direction: 'ltr' },
    });
  },
  histogram(canvas, theme) {
    const histogram = new HistogramCanvas(canvas, { theme, direction: 'ltr' });
    histogram.resize(WIDTH, HEIGHT, 1);
    histogram.show({
      histogram: { start: 0.9, width: 0.01, counts: [1, 0, 3, 7, 12, 9, 4, 2] },
      mark: { value: 0.955, label: '' },
      ...{ titles: { x: '', y: '' }, format: String, formatCount: String },
    });
  },
};

/**
 * Weights of both signs, and maps with edges in all directions.
 *
 * @param {Theme} theme
 */
function networkPicture(theme) {
  const length = parameterCount(LAYER_SIZES);
  const parameters = Float64Array.from({ length }, (_, index) => 2 * scattered(index + 1));
  const count = LAYER_SIZES.reduce((sum, size) => sum + size, 0);
  const size = MAP_RESOLUTION ** 2;
  const maps = Float32Array.from({ length: count * size }, (_, index) => {
    const neuron = Math.floor(index / size);
    const [u, v] = [index % MAP_RESOLUTION, Math.floor((index % size) / MAP_RESOLUTION)];
    const along = (u - 9.5) * Math.cos(neuron) + (v - 9.5) * Math.sin(neuron);
    return Math.tanh(along / (1 + (neuron % 4)));
  });
  const activations = ['tanh', 'relu', 'tanh'];
  const shape = { layerSizes: LAYER_SIZES, activations, maps, mapResolution: MAP_RESOLUTION };
  return {
    ...shape,
    ranges: mapRanges(shape),
    inputs: ['x₁', 'x₂'],
    layers: splitLayers(parameters, LAYER_SIZES),
    theme,
  };
}

/**
 * Regions that meet in threes, islands, and lines from edge to edge.
 *
 * @param {number} count
 * @param {'levels' | 'classes'} surface
 * @param {HTMLCanvasElement} canvas
 * @param {Theme} theme
 */
function paintClasses(count, surface, canvas, theme) {
  const labels = Array.from({ length: count }, (_, label) => label);
  const size = RESOLUTION ** 2;
  const sums = labels.map((label) =>
    Float64Array.from({ length: size }, (_, index) => {
      const [u, v] = [index % RESOLUTION, Math.floor(index / RESOLUTION)];
      return 2 * Math.sin(u / 8 + 2 * label) + 2 * Math.cos(v / 7 + 5 * label);
    }),
  );
  const shares = sums.flatMap((own) =>
    Array.from(own, (z, at) => 1 / sums.reduce((sum, other) => sum + Math.exp(other[at] - z), 0)),
  );
  const answer = { grid: Float64Array.from(shares), resolution: RESOLUTION };
  const plane = new PlaneCanvas(canvas);
  plane.resize(WIDTH, HEIGHT);
  plane.draw({
    map: onSurface(answerMap(answer, labels), surface),
    bounds: BOUNDS,
    train: pointsFrom(0, count),
    test: pointsFrom(POINTS, count),
    points: 'both',
    theme,
    hover: { x: 375, y: 190 },
  });
}

/**
 * @param {number} first
 * @param {number} [classes]
 * @returns {Points}
 */
function pointsFrom(first, classes = 2) {
  const indices = Array.from({ length: POINTS }, (_, index) => first + index);
  return {
    x1: Float64Array.from(indices, (index) => 0.5 + 2.4 * scattered(index + 1)),
    x2: Float64Array.from(indices, (index) => 0.5 + 1.4 * scattered(index ** 2 + 1)),
    y: Float64Array.from(indices, (index) => index % classes),
  };
}

/**
 * @param {'loss' | 'accuracy'} name
 * @param {HTMLCanvasElement} canvas
 * @param {Theme} theme
 * @param {KeptCurves} [kept]
 */
function paintCurve(name, canvas, theme, kept) {
  const chart = new CurveChart(canvas, {
    name,
    columns: seriesColumns(name),
    guess: evenGuess(2),
    theme,
  });
  chart.resize(WIDTH, HEIGHT);
  const rows = Array.from({ length: EPOCHS + 1 }, (_, epoch) => {
    const loss = 0.75 * Math.exp(-epoch / 30);
    const swing = 0.04 * Math.sin(epoch / 5);
    return [epoch, loss, loss + 0.08 + swing, 0.97 - 0.6 * loss, 0.93 - 0.6 * loss - swing];
  });
  chart.append(Float64Array.from(rows.flat()));
  if (kept) chart.setKept(kept, () => '');
  chart.draw();
}

/** As many as there can be, some shorter and some longer than that of now. */
function keptCurves() {
  const curves = [...'ABCDEFGH'].map((letter, run) => {
    const epoch = Array.from({ length: 90 + 10 * run }, (_, at) => at);
    return {
      letter,
      epoch,
      value: epoch.map((at) => 0.1 * run + 0.7 * Math.exp(-at / (10 + run))),
    };
  });
  return new KeptCurves(curves);
}

/**
 * @returns {Record<string, string>} PNG as data URLs, by the names of their files
 */
function paintAll() {
  /** @type {Record<string, string>} */
  const pictures = {};
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const theme = themeColors(scheme);
    for (const [name, paint] of Object.entries(PAINTERS)) {
      const canvas = document.createElement('canvas');
      paint(canvas, theme);
      // As in the page, where the ground is what the canvas stands on.
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = theme.surface;
      context.fillRect(0, 0, WIDTH, HEIGHT);
      pictures[`${name}-${scheme}`] = canvas.toDataURL();
    }
  }
  return pictures;
}

Object.assign(window, { pictures: paintAll() });
