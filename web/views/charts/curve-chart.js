/** A training curve: loss, accuracy or R² over epochs, on the training and on the test set. */

import { contextOf, paintDot, paintTooltip, sizeCanvas, strokeLine } from '../surface.js';
import { CurveBuffer, nearest } from './curve-buffer.js';
import {
  curvePlaces,
  curveScales,
  isSameFrame,
  layOutCurve,
  paintBelow,
  paintCurveFrame,
  paintReferenceLabel,
} from './curve-frame.js';
import { KeptCurves } from './kept-curves.js';
import { marksNear, paintCurveMarks } from './curve-marks.js';
import { paintSeries } from './curve-series.js';
import { SETS, curveKind, describeCurve, seriesStyle } from './curve-kind.js';
import { ENGLISH_WORDS } from '../text/whole-words.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('./curve-buffer.js').CurvePoints} CurvePoints */
/** @typedef {import('../surface.js').Context} Context */

/** Points of a curve: about one for each pixel of a chart. */
const CAPACITY = 400;
/** Lines show in full thickness at the edges of the plot, in CSS pixels. */
const OVERHANG = 4;

/**
 * Drawn by hand, on a frame that is drawn only when an axis changes: a curve that grows ten times a
 * second must cost next to nothing, however long it is, and nothing must be fetched to show it.
 */
export class CurveChart {
  #canvas;
  /** @type {'loss' | import('./curve-kind.js').ScoreName} */
  #name;
  #kind;
  #theme;
  #words;
  #buffer;
  #points;
  /** Axes and legend, and the kept curves. @type {HTMLCanvasElement} */
  #backdrop;
  #size = { width: 0, height: 0, dpr: 1 };
  /** What the backdrop shows; null where it must be painted. @type {import('./curve-frame.js').CurveFrame | null} */
  #frame = null;
  /** Horizontal, in CSS pixels; or an epoch. @type {{ x: number } | { epoch: number } | null} */
  #pointed = null;
  /** @type {readonly import('./curve-marks.js').Mark[]} */
  #marks = [];
  #kept = new KeptCurves([]);
  /** What is said of these. @type {(format: (value: number) => string) => string} */
  #sayKept = () => '';
  /** Whether there is something that is not drawn yet. */
  #isStale = false;

  /**
   * @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing
   * @param {object} options
   * @param {'loss' | 'accuracy'} options.name
   * @param {import('./curve-buffer.js').CurveColumns} options.columns
   * @param {import('./curve-kind.js').Guess} options.guess
   * @param {Theme} options.theme
   * @param {import('../text/whole-words.js').WholeWords} [options.words]
   */
  constructor(canvas, { name, columns, guess, theme, words = ENGLISH_WORDS }) {
    this.#canvas = canvas;
    this.#name = name;
    this.#kind = curveKind(name === 'loss' ? 'cross_entropy' : name, guess, words);
    this.#theme = theme;
    this.#words = words;
    this.#buffer = new CurveBuffer(columns, CAPACITY);
    this.#points = this.#buffer.points();
    this.#backdrop = canvas.ownerDocument.createElement('canvas');
  }

  /**
   * Takes new epochs in; {@link draw} shows them.
   *
   * @param {Float64Array} rows of metrics; epochs ascend
   */
  append(rows) {
    if (rows.length === 0) return;
    this.#buffer.append(rows);
    this.#isStale = true;
  }

  clear() {
    this.#buffer.clear();
    this.#isStale = true;
  }

  /** Draws what has come since the last time; costs nothing if nothing has. */
  draw() {
    if (!this.#isStale || this.#size.width === 0) return;
    this.#isStale = false;
    this.#points = this.#buffer.points();
    const frame = layOutCurve(this.#points, this.#kind, this.#size, this.#kept.span);
    if (!isSameFrame(this.#frame, frame)) this.#paintBackdrop(frame);
    this.#compose(frame);
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    this.#frame = null;
    this.#isStale = true;
  }

  /**
   * @param {import('./curve-kind.js').LossName | import('./curve-kind.js').ScoreName} name what it
   *   shows from now on: another loss, or another score
   * @param {import('./curve-kind.js').Guess} guess
   */
  setKind(name, guess) {
    this.#kind = curveKind(name, guess, this.#words);
    this.#name = name === 'accuracy' || name === 'r2' ? name : 'loss';
    this.#frame = null;
    this.#isStale = true;
  }

  /** @param {readonly import('./curve-marks.js').Mark[]} marks of changes, by epoch */
  setMarks(marks) {
    this.#marks = marks;
    this.#isStale = true;
  }

  /**
   * @param {KeptCurves} kept of other runs
   * @param {(format: (value: number) => string) => string} say what of them
   */
  setKept(kept, say) {
    this.#kept = kept;
    this.#sayKept = say;
    this.#frame = null;
    this.#isStale = true;
  }

  /**
   * @param {number | null} x CSS pixels from the canvas' left edge, where the values are to be told
   */
  point(x) {
    this.#pointed = x === null ? null : { x };
    this.#isStale = true;
  }

  /**
   * @param {number} epoch where the values are to be told, wherever that comes to lie
   * @returns {string[]} what is told: the nearest epoch that is kept, and the values there
   */
  read(epoch) {
    this.#pointed = { epoch };
    this.#isStale = true;
    const points = this.#buffer.points();
    return this.#valuesAt(points, nearest(points.epoch, epoch));
  }

  /** Those that have a point, ascending. */
  get epochs() {
    return this.#buffer.points().epoch;
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} [dpr] device pixels per CSS pixel
   */
  resize(width, height, dpr = 1) {
    this.#size = { width, height, dpr };
    sizeCanvas(this.#canvas, width, height, dpr);
    this.#frame = null;
    this.#isStale = true;
  }

  /** The curve in words, for those who do not see it. */
  get description() {
    const points = this.#buffer.points();
    const last = points.epoch[points.epoch.length - 1];
    const made = this.#marks.filter(({ epoch }) => epoch <= last).length;
    const note = made > 0 ? ` ${this.#words.curves.marks(made)}` : '';
    const kept = this.#sayKept(this.#kind.format);
    return `${describeCurve(this.#name, points, this.#words)}${note} ${kept}`.trimEnd();
  }

  /** @param {import('./curve-frame.js').CurveFrame} frame */
  #paintBackdrop(frame) {
    const { width, height, dpr } = this.#size;
    const words = this.#words;
    const context = sizeCanvas(this.#backdrop, width, height, dpr, words.direction);
    paintCurveFrame(context, frame, { kind: this.#kind, theme: this.#theme, words });
    this.#kept.paint(context, frame, this.#theme);
    this.#frame = frame;
  }

  /** @param {import('./curve-frame.js').CurveFrame} frame */
  #compose(frame) {
    const { width, height } = this.#size;
    const { plot } = frame;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#backdrop, 0, 0, width, height);
    const places = curvePlaces(frame, this.#points);
    const index = this.#indexOf(places.x);
    if (index >= 0) {
      const x = places.x[index];
      strokeLine(context, [x, plot.top], [x, plot.bottom], this.#theme.axis, []);
    }
    context.save();
    context.beginPath();
    context.rect(
      plot.left - OVERHANG,
      plot.top - OVERHANG,
      plot.right - plot.left + 2 * OVERHANG,
      plot.bottom - plot.top + 2 * OVERHANG,
    );
    context.clip();
    paintCurveMarks(context, frame, this.#marks, this.#theme);
    for (const set of SETS) paintSeries(context, this.#theme, set, places.x, places[set]);
    context.restore();
    paintReferenceLabel(context, frame, this.#kind.reference, this.#theme);
    const look = { kind: this.#kind, theme: this.#theme, words: this.#words };
    paintBelow(context, frame, this.#points, look);
    if (index >= 0) this.#paintPointed(context, frame, index);
  }

  /**
   * @param {number[]} across where the points lie
   * @returns {number} index of the one that is pointed at; −1 where none is
   */
  #indexOf(across) {
    if (this.#pointed === null) return -1;
    return 'x' in this.#pointed
      ? nearest(across, this.#pointed.x)
      : nearest(this.#points.epoch, this.#pointed.epoch);
  }

  /**
   * @param {Context} context
   * @param {import('./curve-frame.js').CurveFrame} frame
   * @param {number} index of a point
   */
  #paintPointed(context, frame, index) {
    const scales = curveScales(frame);
    const { epoch } = this.#points;
    const x = scales.x.toPixel(epoch[index]);
    for (const set of SETS) {
      const value = this.#points[set][index];
      const position = { x, y: scales.y.toPixel(value) };
      const { color } = seriesStyle(set, this.#theme);
      if (Number.isFinite(value)) paintDot(context, position, color, this.#theme, 4);
    }
    const middle = (frame.plot.top + frame.plot.bottom) / 2;
    const lines = this.#valuesAt(this.#points, index);
    paintTooltip(context, { x, y: middle }, lines, this.#area, this.#theme);
  }

  /**
   * @param {CurvePoints} points
   * @param {number} index
   */
  #valuesAt(points, index) {
    const { epoch: name, formats, ...words } = this.#words;
    const epoch = points.epoch[index];
    return [
      `${name} ${formats.count(epoch)}`,
      ...marksNear(this.#marks, epoch, points.epoch[points.epoch.length - 1]),
      ...SETS.map((set) => `${words[set]} ${this.#kind.format(points[set][index])}`),
      ...this.#kept.valuesAt(epoch, this.#kind.format),
    ];
  }

  get #area() {
    const { width, height } = this.#size;
    return { left: 2, top: 2, right: width - 2, bottom: height - 2 };
  }
}
