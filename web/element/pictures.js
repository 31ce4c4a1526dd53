import { themeColors } from '../views/palette.js';
import { Schedule } from '../views/schedule.js';
import { pictureWords } from '../views/text/picture-words.js';
import { CurvePicture } from './curves.js';
import { DiagramPicture } from './diagram.js';
import { PlanePicture } from './plane.js';

/** What they show. */
const DRAWN = /** @type {const} */ (['frame', 'config', 'theme', 'isWhole']);

/** @typedef {import('../state/lab-state.js').Scene} Scene */
/** @typedef {import('../views/picture.js').Picture} Picture */

/** Weights and curves change little from frame to frame; the boundary is what moves. */
const DIAGRAM_INTERVAL_MS = 100;
const CURVE_INTERVAL_MS = 100;
/** How often the descriptions in words follow the pictures. */
const DESCRIPTION_INTERVAL_MS = 1000;
/** How often pictures change where somebody has asked for less motion. */
const REDUCED_MOTION_INTERVAL_MS = 500;

/**
 * Keeps the pictures of a lab up to date: each is drawn at most once an animation frame, and all but
 * the boundary less often, in turns.
 */
export class Pictures {
  /** @type {Scene | null} */
  #scene = null;
  #plane;
  #diagram;
  #curves;
  #requests;
  /** Whatever else changes with the pictures may take turns with them. */
  schedule = new Schedule();

  /**
   * @param {object} view
   * @param {import('./plane.js').BoundaryView} view.boundary
   * @param {Picture} view.diagram
   * @param {Picture} view.loss
   * @param {Picture} view.accuracy
   * @param {import('../languages/en.js').Texts} texts
   * @param {import('../views/text/formats.js').Formats} formats
   */
  constructor(view, texts, formats) {
    const theme = themeColors('light');
    const words = pictureWords(texts, formats);
    this.#plane = new PlanePicture(
      view.boundary,
      words,
      { readout: texts.readoutHint, drawing: texts.drawing.hint },
      () => this.#requests.plane.now(),
    );
    this.#diagram = new DiagramPicture(view.diagram, words, () => this.#requests.diagram.now());
    this.#curves = [
      new CurvePicture(view.loss, 'loss', theme, words),
      new CurvePicture(view.accuracy, 'accuracy', theme, words),
    ];
    this.#requests = this.#createRequests();
  }

  #createRequests() {
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const least = (/** @type {number} */ interval) => () =>
      Math.max(interval, calm.matches ? REDUCED_MOTION_INTERVAL_MS : 0);
    /**
     * @param {() => number} interval
     * @param {(scene: Scene, theme: import('../views/palette.js').Theme) => void} draw
     */
    const add = (interval, draw) =>
      this.schedule.add(() => {
        if (this.#scene) draw(this.#scene, themeColors(this.#scene.theme));
      }, interval);
    return {
      plane: add(least(0), (scene, theme) => this.#plane.draw(scene, theme)),
      diagram: add(least(DIAGRAM_INTERVAL_MS), (scene, theme) => this.#diagram.draw(scene, theme)),
      curves: this.#curves.map((curve) =>
        add(least(CURVE_INTERVAL_MS), (_, theme) => curve.draw(theme)),
      ),
      // Each takes as long as a picture, so they take turns as well.
      words: [this.#plane, this.#diagram, ...this.#curves].map((picture) =>
        add(
          () => DESCRIPTION_INTERVAL_MS,
          (scene) => picture.describe(scene),
        ),
      ),
    };
  }

  /** The decision boundary's. */
  get plane() {
    return this.#plane;
  }

  /**
   * @param {import('../state/types.js').Points | null} points that are being drawn on the plane
   */
  showDrawn(points) {
    this.#plane.showDrawn(points);
    this.#requests.plane.now();
    this.#requests.words[0].soon();
  }

  /** @param {Scene} scene */
  update(scene) {
    const before = this.#scene;
    this.#scene = scene;
    if (before && DRAWN.every((key) => scene[key] === before[key])) return;
    const { plane, diagram, curves, words } = this.#requests;
    // Only training is motion: who has asked for less still sees at once what a click has changed.
    const isMotion = before !== null && scene.frame !== before.frame;
    const when = isMotion && scene.frame.metrics.epoch > 0 ? 'soon' : 'now';
    plane[when]();
    // Until then there is only the boundary.
    if (!scene.isWhole) return;
    for (const curve of this.#curves) curve.take(scene.frame, scene.history);
    diagram[when]();
    for (const request of [...curves, ...words]) request.soon();
  }
}
