import { themeColors } from '../views/palette.js';
import { Schedule } from '../views/schedule.js';
import { PlanePicture } from './plane.js';

/** What they show, the configuration first. */
const DRAWN = /** @type {const} */ (['config', 'frame', 'theme', 'isWhole', 'pointed', 'kept']);

/** @typedef {import('../state/lab-state.js').Scene} Scene */
/** @typedef {import('../views/palette.js').Theme} Theme */
/** @typedef {import('../views/schedule.js').Request} Request */

/**
 * @typedef {object} Picture with its description
 * @property {(theme: Theme, scene: Scene) => void} draw
 * @property {(scene: Scene) => void} describe
 * @property {(frame: Scene['frame'], history: Scene['history']) => void} [take] called with every frame:
 *   it shows all of them
 *
 * @typedef {{ picture: Picture, request: Request, words: Request, isFirst: boolean }} Shown `isFirst`: whether
 *   it is shown at once where all is wanted so
 */

/** Weights and curves change little from frame to frame; the boundary is what moves. */
const INTERVAL_MS = 100;
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
  #calm = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {Shown[]} */
  #all = [];
  #plane;
  #boundary;
  /** Whatever else changes with the pictures may take turns with them. */
  schedule = new Schedule();

  /**
   * @param {import('./plane.js').BoundaryView} boundary
   * @param {import('../views/text/picture-words.js').PictureWords} words
   * @param {ConstructorParameters<typeof PlanePicture>[2]} hints
   */
  constructor(boundary, words, hints) {
    this.#plane = new PlanePicture(boundary, words, hints, () => this.#boundary.request.now());
    this.#boundary = this.#add(this.#plane, () => 0, true);
  }

  /**
   * Keeps another up to date.
   *
   * @param {Picture} picture
   * @param {() => number} [interval] milliseconds between two drawings at least
   * @returns {() => void} has it drawn again
   */
  add(picture, interval = () => INTERVAL_MS) {
    const shown = this.#add(picture, interval, picture.take !== undefined);
    if (this.#scene) show(shown, this.#scene, 'now');
    return () => shown.request.now();
  }

  /**
   * @param {Picture} picture
   * @param {() => number} interval
   * @param {boolean} isFirst
   */
  #add(picture, interval, isFirst) {
    const add = (/** @type {(scene: Scene) => void} */ use, /** @type {() => number} */ least) =>
      this.schedule.add(() => this.#scene && use(this.#scene), least);
    const shown = {
      picture,
      isFirst,
      request: add(
        (scene) => picture.draw(themeColors(scene.theme), scene),
        () => Math.max(interval(), this.#calm.matches ? REDUCED_MOTION_INTERVAL_MS : 0),
      ),
      // It takes as long as a picture, so it takes turns as well.
      words: add(
        (scene) => picture.describe(scene),
        // Nobody reads while a hand moves.
        () => (this.#scene?.isHeld ? Infinity : DESCRIPTION_INTERVAL_MS),
      ),
    };
    this.#all.push(shown);
    return shown;
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
    this.#boundary.request.now();
    this.#boundary.words.soon();
  }

  /** @param {import('./plane.js').Overlay | null} overlay lines on the plane, and what they are */
  showOverlay(overlay) {
    this.#plane.showOverlay(overlay);
    this.#boundary.request.now();
    this.#boundary.words.now();
  }

  /** @param {import('../views/plane/marks.js').PlaneMarks['marked']} points to ring on the plane */
  showMarked(points) {
    this.#plane.showMarked(points);
    this.#boundary.request.now();
  }

  /** @param {import('./plane.js').Shares | null} shares of the training points in a gradient, to be marked */
  showShares(shares) {
    this.#plane.showShares(shares);
    this.#boundary.request.now();
  }

  /** @param {Scene} scene */
  update(scene) {
    const before = this.#scene;
    this.#scene = scene;
    if (before && looksSame(scene, before)) return;
    // Only training is motion: who has asked for less still sees at once what a click has changed.
    const isMotion = before !== null && scene.frame !== before.frame;
    const when = isMotion && scene.frame.metrics.epoch > 0 ? 'soon' : 'now';
    // What a setting comes to is shown at once by a hand that moves: the boundary with its curves.
    const isOutcome = when === 'soon' && scene.description !== before?.description;
    for (const shown of this.#all) show(shown, scene, isOutcome ? 'atOnce' : when);
  }
}

/**
 * @param {Scene} scene
 * @param {Scene} before
 */
function looksSame(scene, before) {
  // What a hand comes to is on its way: what was there need not be drawn once more for its settings.
  const isComing = scene.isHeld && scene.status === 'loading';
  return DRAWN.slice(Number(isComing)).every((key) => scene[key] === before[key]);
}

/**
 * @param {Shown} shown
 * @param {Scene} scene
 * @param {keyof Request} when what grows epoch by epoch is in no hurry, unless all is wanted at once
 */
function show({ picture, request, words, isFirst }, scene, when) {
  picture.take?.(scene.frame, scene.history);
  if (when === 'atOnce') request[isFirst ? when : 'soon']();
  else request[picture.take ? 'soon' : when]();
  // Until then there is only the boundary, which nothing is to hold up.
  if (scene.isWhole) words.soon();
}
