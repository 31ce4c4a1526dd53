import {
  addPoint,
  countClasses,
  drawAgain,
  isEnough,
  sprayed,
  toColumns,
} from '../state/drawing.js';
import { defaultConfig } from '../state/presets.js';
import { labelsOf, problemOf } from '../state/problem.js';
import { setHidden } from '../views/dom.js';
import { drawToolbar } from '../views/controls/points-editor.js';

/** @typedef {import('../state/types.js').OwnPoint} OwnPoint */

/**
 * @typedef {object} DrawingOptions
 * @property {import('./plane.js').BoundaryView} boundary
 * @property {import('./own-points.js').OwnPointsField} field of the own points
 * @property {(isDrawing: boolean) => void} onDrawing called with every change
 * @property {import('../languages/en.js').Texts['drawing']} texts
 * @property {import('./pictures.js').Pictures} pictures of which the plane is drawn on
 * @property {(label: number) => string | number} nameOf what the classes are called
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
  #pictures;
  #nameOf;
  #toolbar;
  /** null while nobody draws. @type {OwnPoint[] | null} */
  #points = null;
  #label = 0;

  /** @param {DrawingOptions} options */
  constructor({ boundary, field, onDrawing, texts, pictures, nameOf }) {
    this.#boundary = boundary;
    this.#field = field;
    this.#onDrawing = onDrawing;
    this.#texts = texts;
    this.#pictures = pictures;
    this.#nameOf = nameOf;
    this.#toolbar = drawToolbar({
      texts,
      labels: labelsOf(problemOf(defaultConfig())),
      nameOf,
      actions: this,
    });
    boundary.points.element.after(this.#toolbar.element);
    pictures.plane.onPress = (place) => this.add(place);
    pictures.plane.spray = (position) =>
      this.#points && sprayed(position, this.#points.length, SPRAY_RADIUS);
    boundary.element.addEventListener('keydown', (event) => {
      // The first one may have been for the crosshair.
      if (event.key !== 'Escape' || event.defaultPrevented || !this.#points) return;
      event.preventDefault();
      this.cancel();
    });
  }

  get isActive() {
    return this.#points !== null;
  }

  /** Goes on with the points that stand in the field. */
  start() {
    const points = this.#field.readDraft();
    if (points) this.#set(points);
    this.#boundary.canvas.focus();
    this.#boundary.canvas.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} label */
  choose(label) {
    this.#label = label;
    this.#update();
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
    if (!isEnough(this.#points)) return false;
    const data = this.#points;
    this.cancel();
    this.#field.useDrawn(data);
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
    const enough = isEnough(this.#points);
    const counts = countClasses(this.#points);
    const tally = this.#texts.tally(
      counts.map((count, label) => ({ count, name: this.#nameOf(label) })),
    );
    this.#toolbar.update({
      label: this.#label,
      isEmpty: this.#points.length === 0,
      isEnough: enough,
      tally: enough ? tally : `${tally} ${this.#texts.notEnough}`,
    });
  }
}
