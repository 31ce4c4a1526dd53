import { themeColors } from '../views/palette.js';
import { pictureWords } from '../views/picture-words.js';
import { CurvePicture } from './curves.js';
import { DiagramPicture } from './diagram.js';
import { PlanePicture } from './plane.js';
import { Throttle } from './throttle.js';

/** Curves change little from frame to frame, and cost more than the other pictures. */
const CURVE_INTERVAL_MS = 100;
/** How often the descriptions in words follow the pictures. */
const DESCRIPTION_INTERVAL_MS = 1000;
/** How often pictures change where somebody has asked for less motion. */
const REDUCED_MOTION_INTERVAL_MS = 500;

/**
 * @typedef {object} Scene everything that the pictures show
 * @property {import('../state/types.js').Config} config
 * @property {import('../state/types.js').Description} description
 * @property {import('../state/types.js').Frame} frame
 * @property {import('../views/palette.js').ThemeName} theme
 */

/**
 * Keeps the pictures of a lab up to date: each is drawn at most once an animation frame, and the
 * curves and the descriptions less often.
 */
export class Pictures {
  /** @type {Scene | null} */
  #scene = null;
  #handle = 0;
  #plane;
  #diagram;
  #curves;
  #motion;
  #curveDrawing;
  #describing;

  /**
   * @param {import('./lab-view.js').LabView} view
   * @param {import('../languages/en.js').Texts} texts
   */
  constructor(view, texts) {
    const request = () => this.#request();
    const theme = themeColors('light');
    const words = pictureWords(texts);
    this.#plane = new PlanePicture(
      view.boundary,
      words,
      { readout: texts.readoutHint, drawing: texts.drawing.hint },
      request,
    );
    this.#diagram = new DiagramPicture(view.diagram, words, request);
    this.#curves = [
      new CurvePicture(view.loss, 'loss', theme, words),
      new CurvePicture(view.accuracy, 'accuracy', theme, words),
    ];
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const calmInterval = () => (calm.matches ? REDUCED_MOTION_INTERVAL_MS : 0);
    this.#motion = new Throttle(calmInterval, request);
    this.#curveDrawing = new Throttle(
      () => Math.max(CURVE_INTERVAL_MS, calmInterval()),
      () => this.#drawCurves(),
    );
    this.#describing = new Throttle(
      () => DESCRIPTION_INTERVAL_MS,
      () => this.#describe(),
    );
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
    this.#request();
    this.#describing.call();
  }

  /**
   * @param {Scene} scene
   * @param {Float64Array} [rows] the curves so far, where the former scenes have not been shown
   */
  show(scene, rows) {
    for (const curve of this.#curves) curve.take(scene.frame, rows);
    // Only training is motion: who has asked for less still sees at once what a click has changed.
    const isMotion = this.#scene !== null && scene.frame !== this.#scene.frame;
    const isTraining = isMotion && scene.frame.metrics.epoch > 0;
    this.#scene = scene;
    if (isTraining) this.#motion.call();
    else this.#request();
    this.#curveDrawing.call();
    this.#describing.call();
  }

  #request() {
    if (this.#handle > 0 || !this.#scene) return;
    this.#handle = requestAnimationFrame(() => {
      this.#handle = 0;
      this.#draw();
    });
  }

  #draw() {
    if (!this.#scene) return;
    const theme = themeColors(this.#scene.theme);
    this.#plane.draw(this.#scene, theme);
    this.#diagram.draw(this.#scene, theme);
  }

  #drawCurves() {
    if (!this.#scene) return;
    const theme = themeColors(this.#scene.theme);
    for (const curve of this.#curves) curve.draw(theme);
  }

  #describe() {
    if (!this.#scene) return;
    this.#plane.describe(this.#scene);
    this.#diagram.describe(this.#scene);
    for (const curve of this.#curves) curve.describe();
  }
}
