import { MOST_CLASSES } from '../state/choices.js';
import {
  addPoint,
  countClasses,
  drawAgain,
  fewestPoints,
  isEnough,
  sprayed,
  toColumns,
} from '../state/drawing.js';
import { labelsOf } from '../state/problem.js';
import { setHidden } from '../views/dom.js';
import { drawToolbar } from '../views/controls/draw-toolbar.js';
import { themeColors } from '../views/palette.js';
import { valueRange } from '../views/plane/map.js';
import { markOf } from '../views/plane/markers.js';

/** @typedef {import('../state/types.js').OwnPoint} OwnPoint */
/** @typedef {Pick<import('../state/lab-state.js').LabState, 'config' | 'theme'>} Surround */

/**
 * @typedef {object} DrawingOptions
 * @property {import('./plane.js').BoundaryView} boundary
 * @property {import('./own-points.js').OwnPointsField} field of the own points
 * @property {(isDrawing: boolean) => void} onDrawing called with every change
 * @property {import('../languages/en.js').Texts['drawing']} texts
 * @property {import('../views/text/formats.js').Formats} formats
 * @property {import('./pictures.js').Pictures} pictures of which the plane is drawn on
 * @property {(label: number) => string | number} nameOf what the classes are called
 * @property {Surround} surround what is learned, and in which colours
 */

/** How far from the pointer a drag leaves points, in CSS pixels. */
const SPRAY_RADIUS = 14;

/**
 * Drawing points on the plane, by clicks, by drags or by keys. They stand in the field of own points at once,
 * so none is lost; they come into force when the drawing is done.
 */
export class Drawing {
  #boundary;
  #field;
  #onDrawing;
  #texts;
  #formats;
  #pictures;
  #nameOf;
  #surround;
  #toolbar;
  /** null while nobody draws. @type {OwnPoint[] | null} */
  #points = null;
  /** Of the next point: its class, or its value. */
  #label = 0;
  /** How many classes can be chosen. */
  #classes = 2;

  /** @param {DrawingOptions} options */
  constructor({ boundary, field, onDrawing, texts, formats, pictures, nameOf, surround }) {
    this.#boundary = boundary;
    this.#field = field;
    this.#onDrawing = onDrawing;
    this.#texts = texts;
    this.#formats = formats;
    this.#pictures = pictures;
    this.#nameOf = nameOf;
    this.#surround = surround;
    const labels = labelsOf({ classes: MOST_CLASSES });
    this.#toolbar = drawToolbar({ texts, labels, nameOf, actions: this });
    boundary.points.element.after(this.#toolbar.element);
    pictures.plane.onPress = (place) => this.add(place);
    pictures.plane.spray = (position) =>
      this.#points && sprayed(position, this.#points.length, SPRAY_RADIUS);
    boundary.element.addEventListener('keydown', (event) => this.#onKey(event));
  }

  get isActive() {
    return this.#points !== null;
  }

  get #isValued() {
    return this.#surround.config.problem === 'regression';
  }

  /** @param {Surround} surround */
  show({ config, theme }) {
    const before = this.#surround;
    this.#surround = { config, theme };
    if (config.problem !== before.config.problem) {
      this.#label = 0;
      // A class is no value.
      if (this.isActive) this.cancel();
    } else if (this.isActive && (config !== before.config || theme !== before.theme)) {
      this.#update();
    }
  }

  /** Goes on with the points that stand in the field. */
  start() {
    const points = this.#field.readDraft();
    if (points) this.#set(points);
    this.#boundary.canvas.focus();
    this.#boundary.canvas.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} label of the next point: its class, or its value */
  choose(label) {
    if (Number.isFinite(label)) this.#label = label;
    this.#update();
  }

  /** Has one class more to choose from, and chooses it. */
  addClass() {
    if (this.#classes === MOST_CLASSES) return;
    this.#classes += 1;
    this.choose(this.#classes - 1);
  }

  /** @param {import('./plane.js').Place} place */
  add({ position, bounds }) {
    if (this.#points) this.#edit(addPoint(this.#points, position, this.#label, bounds));
  }

  /** Begins with the points of the experiment, such as to add one that lies far out. */
  takeShown() {
    const shown = this.#pictures.plane.shown;
    if (shown) this.#edit(drawAgain([shown.train, shown.test], shown.bounds));
  }

  undo() {
    this.#edit(this.#points?.slice(0, -1) ?? []);
  }

  clear() {
    this.#edit([]);
  }

  /** Leaves the plane to the experiment; what has been drawn stays in the field. */
  cancel() {
    this.#set(null);
    this.#boundary.canvas.focus();
  }

  /**
   * Trains on the points from now on.
   *
   * @returns {boolean} whether there is nothing more to draw: false while there are too few
   */
  finish() {
    if (!this.#points) return true;
    if (!isEnough(this.#points, this.#surround.config)) return false;
    const data = this.#points;
    this.cancel();
    this.#field.useDrawn(data);
    return true;
  }

  /** @param {KeyboardEvent} event somewhere in the picture: Escape ends it, a digit chooses a class */
  #onKey(event) {
    // The first Escape may have been for the crosshair.
    if (!this.#points || event.defaultPrevented) return;
    if (event.key === 'Escape') this.cancel();
    else if (!this.#chooseByKey(event)) return;
    event.preventDefault();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key is that of a class, or of the next that there can be
   */
  #chooseByKey({ key, ctrlKey, altKey, metaKey }) {
    const label = labelsOf({ classes: MOST_CLASSES }).indexOf(Number(key) - 1);
    const isShortcut = ctrlKey || altKey || metaKey;
    if (this.#isValued || isShortcut || label < 0 || label > this.#classes) return false;
    if (label === this.#classes) this.addClass();
    else this.choose(label);
    return true;
  }

  /** @param {OwnPoint[]} points */
  #edit(points) {
    this.#field.writeDraft(points);
    this.#set(points);
  }

  /** @param {OwnPoint[] | null} points */
  #set(points) {
    this.#points = points;
    this.#pictures.showDrawn(points && toColumns(points));
    this.#update();
  }

  #update() {
    this.#onDrawing(this.isActive);
    setHidden(this.#boundary.points.element, this.isActive);
    setHidden(this.#toolbar.element, !this.isActive);
    if (!this.#points) return;
    const { config, theme } = this.#surround;
    const enough = isEnough(this.#points, config);
    const tally = this.#tally(this.#points);
    const [least, range] = [fewestPoints(config), this.#valueRange()];
    const few = this.#isValued ? this.#texts.notEnoughValues(least) : this.#texts.notEnough;
    this.#toolbar.update({
      label: this.#label,
      classes: this.#isValued ? 0 : this.#classes,
      valueRange: range,
      value: String(this.#label),
      mark: markOf(range)(this.#label),
      theme: themeColors(theme),
      isEmpty: this.#points.length === 0,
      isEnough: enough,
      tally: enough ? tally : `${tally} ${few}`,
    });
  }

  /** Of the colours that values are shown in. */
  #valueRange() {
    const shown = this.#pictures.plane.shown;
    return shown ? valueRange(shown) : /** @type {[number, number]} */ ([-1, 1]);
  }

  /** @param {OwnPoint[]} points */
  #tally(points) {
    if (this.#isValued) {
      const values = points.map(([, , value]) => value);
      const ends = [Math.min, Math.max].map((end) =>
        values.reduce((a, b) => end(a, b), values[0] ?? 0),
      );
      const [low, high] = ends.map((value) => this.#formats.number(value));
      return this.#texts.tallyOfValues({ count: points.length, low, high });
    }
    const counts = countClasses(points);
    this.#classes = Math.max(this.#classes, counts.length);
    while (counts.length < this.#classes) counts.push(0);
    return this.#texts.tally(counts.map((count, label) => ({ count, name: this.#nameOf(label) })));
  }
}
