import { labelsOf, labelsShown } from '../state/problem.js';
import { entryOfKey } from '../state/schema.js';
import { settingWords } from '../state/setting-words.js';
import { h, setAttribute, setHidden, setText } from '../views/dom.js';
import { pointLegend } from '../views/plane/legend.js';
import { picture } from '../views/picture.js';
import { PlaneCanvas } from '../views/plane/canvas.js';
import { sceneMap } from '../views/plane/map.js';
import { describeProbe } from '../views/plane/probe.js';
import { radioSwitch } from '../views/controls/radio-switch.js';
import { watchCrosshair } from '../views/input.js';
import { FittedCanvas } from '../views/fitted-canvas.js';

/** @typedef {import('../state/lab-state.js').Scene} Scene */
/** @typedef {import('../views/palette.js').Theme} Theme */
/** @typedef {import('../state/types.js').Points} Points */

/** While points are drawn, they are all there is to see. */
const DRAWING = /** @type {const} */ ({
  test: { x1: new Float64Array(), x2: new Float64Array(), y: new Float64Array() },
  points: 'train',
  map: null,
  lines: undefined,
});

/** @type {Overlay} */
const NO_OVERLAY = { lines: [], words: '' };

/**
 * @typedef {object} Place that somebody has pressed
 * @property {{ x1: number, x2: number }} position
 * @property {[number, number, number, number]} bounds of the picture
 *
 * @typedef {{ values: Float64Array, words: string }} Shares of the training points, and what they say
 *
 * @typedef {{ lines: import('../views/plane/marks.js').Line[], words: string }} Overlay
 */

/**
 * The elements of the decision boundary.
 *
 * @param {import('../languages/en.js').FirstTexts} texts
 * @param {object} classes
 * @param {readonly number[]} classes.labels at first; none: points have values
 * @param {(label: number) => string | number} classes.nameOf what they are called
 * @param {(patch: Partial<Record<'points' | 'surface', string>>) => void} commit changes what is shown
 */
export function createBoundary(texts, { labels, nameOf }, commit) {
  const [points, surface] = /** @type {const} */ (['points', 'surface']).map((key) => {
    const entry = /** @type {import('../state/types.js').ChoiceEntry} */ (entryOfKey(key));
    const choice = radioSwitch({
      name: entry.attribute,
      ...settingWords(texts, entry),
      onCommit: (value) => commit({ [key]: value }),
    });
    choice.element.classList.add('plane-switch');
    setAttribute(choice.element, 'part', key);
    return choice;
  });
  const legend = pointLegend(texts.legend, labels, nameOf);
  const readout = h('output', { class: 'readout', part: 'captions' }, texts.readoutHint);
  const options = h('div', { class: 'plane-options' }, surface.element);
  const view = picture({
    id: 'boundary',
    title: texts.boundary,
    focusable: true,
    header: [points.element],
    footer: [legend.element, readout, options],
  });
  return { ...view, title: texts.boundary, points, surface, options, legend, readout };
}

/** @typedef {ReturnType<typeof createBoundary>} BoundaryView */
/** @typedef {import('../views/input.js').Position} Position */
/** @typedef {import('../views/plane/probe.js').NearestPoint} NearestPoint */

/**
 * The decision boundary with all that belongs to it: crosshair, readout, legend, description.
 */
export class PlanePicture {
  #view;
  #words;
  #hints;
  #painter;
  #canvas;
  /** @type {import('../views/input.js').Position | null} */
  #pointed = null;
  /** What the legend shows. */
  #legendLook = '';
  /** Points that are being drawn. @type {Points | null} */
  #drawn = null;
  /** Lines over the network's, and what they are in words. */
  #overlay = NO_OVERLAY;
  /** Points that are to be ringed. @type {import('../views/plane/marks.js').PlaneMarks['marked']} */
  #marked = null;
  /** Of the training points in a gradient. @type {Shares | null} */
  #shares = null;
  /** @type {Scene | null} */
  #scene = null;
  /**
   * What is shown instead of the answer.
   *
   * @type {(scene: Scene) => { map: import('../views/plane/map.js').PlaneMap, title: string,
   *   describe: () => string } | null}
   */
  substitute = () => null;
  /**
   * Puts the picture into words, once that has come.
   *
   * @type {ReturnType<typeof import('../views/plane/description.js').planeDescriber> | null}
   */
  describer = null;
  /** Called with the point that is pointed at. @type {(nearest: NearestPoint | null) => void} */
  onProbe = () => {};
  /** Called when somebody presses a place of the plane. @type {(place: Place) => void} */
  onPress = () => {};
  /**
   * Called while somebody drags over the plane: where a point is to be left, if at all.
   *
   * @type {(position: Position) => Position | null}
   */
  spray = () => null;

  /**
   * @param {BoundaryView} view
   * @param {import('../views/text/picture-words.js').PictureWords} words
   * @param {{ readout: string, drawing: string }} hints shown while nothing is pointed at
   * @param {() => void} onChange called when it must be drawn again
   */
  constructor(view, words, hints, onChange) {
    this.#view = view;
    this.#words = words;
    this.#hints = hints;
    this.#painter = new PlaneCanvas(view.canvas, { words });
    this.#canvas = new FittedCanvas(view.stage, this.#painter, onChange);
    watchCrosshair(
      view.canvas,
      (position, by) => {
        this.#pointed = position;
        // Who points with the mouse sees it; read out with every movement, it would be a torrent.
        view.readout.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
        onChange();
      },
      (position) => this.#press(position),
      (position) => {
        const place = this.spray(position);
        if (place) this.#press(place);
      },
    );
  }

  /** @returns {Scene['description'] | null} what is shown, or would be if nobody drew */
  get shown() {
    return this.#scene?.description ?? null;
  }

  /** @param {Points | null} points that are being drawn; null when none are */
  showDrawn(points) {
    this.#drawn = points;
    this.#offerSurfaces();
  }

  /** @param {Overlay | null} overlay */
  showOverlay(overlay) {
    this.#overlay = overlay ?? NO_OVERLAY;
  }

  /** There is one surface only where values are learned, and none while points are drawn. */
  #offerSurfaces() {
    const description = this.#scene?.description;
    const isOne = description !== undefined && labelsShown(description).length === 0;
    const isHidden = this.#drawn !== null || isOne;
    const { element } = this.#view.surface;
    if (element.hidden !== isHidden) setHidden(element, isHidden);
  }

  /** @param {import('../views/plane/marks.js').PlaneMarks['marked']} points */
  showMarked(points) {
    this.#marked = points;
  }

  /** @param {Shares | null} shares of the training points in a gradient, to be marked */
  showShares(shares) {
    this.#shares = shares;
  }

  /**
   * @param {Theme} theme
   * @param {Scene} scene
   */
  draw(theme, scene) {
    const { description, config } = scene;
    this.#scene = scene;
    const labels = labelsShown(description);
    this.#offerSurfaces();
    this.#drawLegend(this.#drawn ? labelsDrawn(labels, this.#drawn) : labels, theme);
    if (this.#canvas.isEmpty) return;
    const hover = this.#canvas.toPicture(this.#pointed);
    this.#painter.draw({
      ...description,
      ...this.#mapOf(scene, labels),
      points: config.points,
      theme,
      hover,
      lines: this.#overlay.lines,
      marked: this.#marked,
      shares: this.#shares?.values,
      ...(this.#drawn && { ...DRAWING, marked: null, shares: null, train: this.#drawn }),
    });
    this.#readOut(hover);
  }

  /** @param {Position | null} hover what is written of the place there */
  #readOut(hover) {
    const probe = hover && this.#painter.pick(hover.x, hover.y);
    this.onProbe(this.#drawn ? null : (probe?.nearest ?? null));
    const { readout, drawing } = this.#hints;
    const hint = this.#drawn ? drawing : (this.#shares?.words ?? readout);
    setText(this.#view.readout, probe ? describeProbe(probe, this.#words).join(' · ') : hint);
  }

  /**
   * The answer, or what is shown instead.
   *
   * @param {Scene} scene
   * @param {readonly number[]} labels
   */
  #mapOf(scene, labels) {
    const { map: answer, valueRange } = sceneMap(scene, labels, this.#words, scene.config.surface);
    const other = this.#drawn ? null : this.substitute(scene);
    const map = other?.map ?? answer;
    this.#view.retitle?.(other?.title ?? this.#view.title);
    // The bar is kept while points are drawn, so that nothing moves.
    return { map, valueRange, bar: map };
  }

  /**
   * @param {readonly number[]} labels
   * @param {Theme} theme
   */
  #drawLegend(labels, theme) {
    const look = `${theme.name} ${labels}`;
    if (this.#legendLook === look) return;
    this.#legendLook = look;
    this.#view.legend.update(labels);
    this.#view.legend.draw(theme);
  }

  /** @param {Scene} scene */
  describe(scene) {
    if (!this.describer) return;
    const { describeBoundary, describePoints } = this.describer;
    const drawn = this.#drawn && { ...DRAWING, train: this.#drawn };
    const labels = labelsShown(scene.description);
    const { metrics } = scene.frame;
    const other = this.substitute(scene);
    const describe = () =>
      other
        ? [`${other.title}.`, other.describe()]
        : [
            describeBoundary(sceneMap(scene, labels, this.#words).map, metrics),
            this.#overlay.words,
          ];
    const sentences = drawn
      ? [describePoints(drawn, labelsDrawn(labels, drawn.train))]
      : describe();
    this.#view.describe(sentences.join(' ').trimEnd());
  }

  /** @param {import('../views/input.js').Position} position */
  #press(position) {
    const { x, y } = /** @type {{ x: number, y: number }} */ (this.#canvas.toPicture(position));
    const place = this.#painter.pick(x, y);
    if (!place || !this.#scene) return;
    const { x1, x2 } = place;
    this.onPress({ position: { x1, x2 }, bounds: this.#scene.description.bounds });
  }
}

/**
 * @param {readonly number[]} labels of the experiment that is shown
 * @param {Points} drawn
 * @returns {readonly number[]} with those of points that are drawn; none where they have values
 */
function labelsDrawn(labels, { y }) {
  if (labels.length === 0) return labels;
  return labelsOf({ classes: y.reduce((most, label) => Math.max(most, label + 1), labels.length) });
}
