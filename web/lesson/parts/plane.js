import { watchCrosshair } from '../../views/input.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { ENGLISH } from '../../languages/en.js';
import { defaultConfig } from '../../state/presets.js';
import { labelsOf, problemOf } from '../../state/problem.js';
import { h, setText } from '../../views/dom.js';
import { pointLegend } from '../../views/plane/legend.js';
import { themeColors } from '../../views/palette.js';
import { ENGLISH_WORDS } from '../../views/text/whole-words.js';
import { picture } from '../../views/picture.js';
import { PlaneCanvas } from '../../views/plane/canvas.js';
import { describeBoundary, describePoints } from '../../views/plane/description.js';
import { answerMap, answerScale } from '../../views/plane/map.js';
import { describeProbe } from '../../views/plane/probe.js';
import { schedule } from './schedule.js';

/** @typedef {import('../../views/plane/canvas.js').PlanePicture} PlanePicture */
/** @typedef {import('../../views/plane/probe.js').NearestPoint} NearestPoint */
/** @typedef {import('../../views/input.js').Position} Position */
/**
 * @typedef {Omit<PlanePicture, 'theme' | 'hover' | 'map' | 'bar'> & Answer} PlaneScene
 *
 * @typedef {object} Answer
 * @property {Float64Array | null} [grid] the network's, (outputs, resolution, resolution); without it
 *   there are the points alone
 * @property {Float64Array} [crossings] see the engine's answer
 * @property {number} [resolution] of the grid
 * @property {boolean} [hasBar] whether there is a colour bar: otherwise where there is a grid
 * @property {import('../../state/types.js').Metrics} [metrics] for the description
 */

/** The lesson's problem is the notebook's throughout. */
const LABELS = labelsOf(problemOf(defaultConfig()));
const HINT = 'Point at the plane, or focus it and use the arrow keys.';

/**
 * The plane of two features with a network's answer in every place, or with the points alone: the
 * lab's own picture, with crosshair and description.
 */
export class Plane {
  #place;
  #view;
  #painter;
  #canvas;
  #readout = h('p', { class: 'readout' }, HINT);
  #legend;
  /** @type {import('../../views/palette.js').Theme | null} */
  #legendTheme = null;
  #describe;
  #words;
  #onDraw;
  /** @type {PlaneScene | null} */
  #scene = null;
  /** @type {Position | null} */
  #pointed = null;
  #drawing = schedule.add(() => this.#draw());

  /**
   * @param {import('../place.js').Place} place
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {string} options.title also the image's name
   * @param {boolean} [options.readout] whether a line below tells what is pointed at
   * @param {boolean} [options.legend] whether it is said what the points' marks mean
   * @param {(scene: PlaneScene) => string} [options.describe] in words, for those who do not see it
   * @param {import('../../views/text/whole-words.js').WholeWords} [options.words] what the picture
   *   itself says
   * @param {(point: NearestPoint) => void} [options.onPick] called when a point is chosen, with a
   *   click or with Enter
   * @param {() => void} [options.onDraw] called after each drawing: places may have moved
   */
  constructor(place, options) {
    const { id, title, readout = true, legend = false, describe = describeScene } = options;
    this.#words = options.words ?? ENGLISH_WORDS;
    this.#place = place;
    this.#describe = describe;
    this.#onDraw = options.onDraw;
    this.#legend = legend ? pointLegend(ENGLISH.legend, LABELS) : null;
    const footer = [this.#legend?.element ?? null, readout ? this.#readout : null];
    this.#view = picture({ id, title, focusable: true, footer });
    this.element = this.#view.element;
    this.element.classList.add('picture-boundary');
    /** The box that the picture fills, for what lies over it. */
    this.stage = this.#view.stage;
    this.#painter = new PlaneCanvas(this.#view.canvas, { words: this.#words });
    this.#canvas = new FittedCanvas(this.stage, this.#painter, () => this.#drawing.now());
    this.#watch(options.onPick);
    place.onTheme(() => this.#drawing.now());
  }

  /** @param {PlaneScene} scene */
  show(scene) {
    this.#scene = scene;
    this.#drawing.now();
  }

  /** Brings the description in words up to date: not with every frame, it costs as much as one. */
  describe() {
    if (this.#scene) this.#view.describe(this.#describe(this.#scene));
  }

  /**
   * @param {number} x1
   * @param {number} x2
   * @returns {Position | null} where that is in the stage; null before anything is drawn
   */
  toStage(x1, x2) {
    const { scales } = this.#painter;
    return (
      scales && this.#canvas.fromPicture({ x: scales.x1.toPixel(x1), y: scales.x2.toPixel(x2) })
    );
  }

  /**
   * @param {Position} position in the stage
   * @returns {[number, number] | null} x1 and x2 there; null before anything is drawn
   */
  toPlane(position) {
    const { scales } = this.#painter;
    const at = this.#canvas.toPicture(position);
    return scales && at && [scales.x1.toValue(at.x), scales.x2.toValue(at.y)];
  }

  /** @param {((point: NearestPoint) => void) | undefined} onPick */
  #watch(onPick) {
    const { canvas } = this.#view;
    watchCrosshair(canvas, (position, by) => {
      this.#pointed = position;
      this.#readout.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
      this.#drawing.now();
    });
    if (!onPick) return;
    const pick = () => {
      const at = this.#canvas.toPicture(this.#pointed);
      const nearest = at && this.#painter.pick(at.x, at.y)?.nearest;
      if (nearest) onPick(nearest);
    };
    canvas.addEventListener('click', pick);
    canvas.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') pick();
    });
  }

  #draw() {
    if (!this.#scene || this.#canvas.isEmpty) return;
    const theme = themeColors(this.#place.themeName);
    const hover = this.#canvas.toPicture(this.#pointed);
    const map = sceneMap(this.#scene, this.#words);
    const { hasBar = map !== null } = this.#scene;
    const bar = hasBar ? answerScale(LABELS[LABELS.length - 1], this.#words) : null;
    this.#painter.draw({ ...this.#scene, map, bar, theme, hover });
    const probe = hover && this.#painter.pick(hover.x, hover.y);
    setText(this.#readout, probe ? describeProbe(probe, this.#words).join(' · ') : HINT);
    if (theme !== this.#legendTheme) this.#legend?.draw(theme);
    this.#legendTheme = theme;
    this.#onDraw?.();
  }
}

const NO_POINTS = { x1: new Float64Array(0), x2: new Float64Array(0), y: new Float64Array(0) };

/**
 * A single point, to be shown with what a network says of it.
 *
 * @param {number} x1
 * @param {number} x2
 * @param {boolean} isOne whether it is of class 1, otherwise of class 0
 */
export function onePoint(x1, x2, isOne) {
  const y = Float64Array.of(isOne ? 1 : 0);
  const train = { x1: Float64Array.of(x1), x2: Float64Array.of(x2), y };
  return { train, test: NO_POINTS, points: /** @type {const} */ ('train') };
}

/**
 * @param {PlaneScene} scene
 * @param {import('../../views/text/whole-words.js').WholeWords} [words]
 */
export function sceneMap({ grid, crossings, resolution = 0 }, words) {
  return grid ? answerMap({ grid, crossings, resolution }, LABELS, words) : null;
}

/** @param {PlaneScene} scene */
function describeScene(scene) {
  const map = sceneMap(scene);
  const { metrics } = scene;
  return map ? describeBoundary(map, { metrics }) : describePoints(scene, LABELS);
}
