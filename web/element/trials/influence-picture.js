import { labelsOf, problemOf } from '../../state/problem.js';
import { strongest } from '../../state/influence.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { figure } from '../../views/figure.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { watchPointer } from '../../views/input.js';
import { themeColors } from '../../views/palette.js';
import { PlaneCanvas } from '../../views/plane/canvas.js';
import { sceneMap } from '../../views/plane/map.js';
import { Schedule } from '../../views/schedule.js';
import { namesOf, pictureWords } from '../../views/text/picture-words.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { choice } from './choice.js';
import { influenceList } from './influence-list.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/influence.js').Effect} Effect */
/** @typedef {import('../../state/influence.js').EffectName} EffectName */
/** @typedef {import('../../state/types.js').Answer} Answer */
/** @typedef {import('./results.js').Influence} Influence */

/** So many points are listed. */
const LISTED = 8;
/** Less than so much of the strongest would be a disc no larger than the point itself: they only crowd. */
const LEAST_SHARE = 0.05;
const INTERVAL_MS = 150;

/** The training points on the plane, each with what its absence does; and the strongest in a table. */
export class InfluencePicture {
  #options;
  #words;
  #onChoose;
  #plane;
  #fitted;
  #describe;
  #theme = themeColors('light');
  /** @type {Influence | null} */
  #shown = null;
  /** @type {EffectName} */
  #effect = 'loss';
  /** The point that is left out of the answer that is shown. @type {{ index: number, answer: Answer | null } | null} */
  #chosen = null;
  #pointed = -1;
  #legend = h('p', { class: 'panel-note' });
  #reading = h('p', { class: 'sweep-reading', 'aria-live': 'polite' });
  #effects = h('div');
  #list = h('div');
  #drawing = new Schedule().add(
    () => this.draw(),
    () => INTERVAL_MS,
  );

  /**
   * @param {PanelOptions} options
   * @param {(index: number) => void} onChoose called with the point whose absence is to be shown
   */
  constructor(options, onChoose) {
    const words = options.texts.influence;
    this.#options = options;
    this.#words = words;
    this.#onChoose = onChoose;
    const { element, canvas, stage, describe } = figure({ id: 'influence', title: words.picture });
    this.#describe = describe;
    const spoken = pictureWords(options.texts, options.formats);
    this.#plane = new PlaneCanvas(canvas, { isSlim: true, words: spoken });
    this.#fitted = new FittedCanvas(stage, this.#plane, () => this.#paint());
    watchPointer(canvas, (position) => this.#point(position));
    this.element = h(
      'div',
      { class: 'influence-results', hidden: true },
      h('div', { class: 'influence-plane' }, element, this.#legend),
      h('div', { class: 'sweep-words' }, this.#effects, this.#reading, this.#list),
    );
    if (options.results.influence) this.begin(options.results.influence);
  }

  /** @param {import('../../views/palette.js').ThemeName} name */
  setTheme(name) {
    if (themeColors(name) === this.#theme) return;
    this.#theme = themeColors(name);
    this.#paint();
  }

  /** @param {Influence} influence of which effects may be still to come */
  begin(influence) {
    this.#shown = influence;
    this.#options.results.influence = influence;
    this.#chosen = null;
    this.#pointed = -1;
    const { effect, effects } = this.#words;
    const named = { loss: effects.loss, plane: this.#isOfValues ? effects.values : effects.plane };
    this.#effect = 'loss';
    this.#effects.replaceChildren(
      choice('influence-effect', effect, named, (value) => {
        this.#effect = /** @type {EffectName} */ (value);
        this.draw();
      }),
    );
    setHidden(this.element, false);
    this.draw();
  }

  /**
   * @param {number} index of the point that was left out
   * @param {Effect | null} effect
   */
  take(index, effect) {
    if (!this.#shown) return;
    this.#shown.effects[index] = effect;
    this.#drawing.soon();
  }

  /** The point that is left out of what is shown. @returns {number | null} */
  get chosen() {
    return this.#chosen?.index ?? null;
  }

  /**
   * Shows the answer without a point, or with all again.
   *
   * @param {{ index: number, answer: Answer | null } | null} chosen
   */
  choose(chosen) {
    this.#chosen = chosen;
    for (const button of this.#list.querySelectorAll('button')) {
      const isChosen = button.dataset.point === String(chosen?.index);
      button.setAttribute('aria-pressed', String(isChosen));
    }
    this.#read();
    this.#paint();
  }

  draw() {
    if (!this.#shown) return;
    setText(this.#legend, this.#words.legend[this.#effect]);
    this.#writeList(strongest(this.#shown.effects, this.#effect, LISTED));
    this.#read();
    this.#paint();
  }

  get #isOfValues() {
    return this.#shown?.config.problem === 'regression';
  }

  /** @param {number[]} indices of points */
  #writeList(indices) {
    const { caption, columns } = this.#words;
    const rows = indices.map((index) => ({
      index,
      name: this.#nameOf(index),
      numbers: this.#numbersOf(index),
    }));
    this.#describe(rows.map(({ name, numbers }) => `${name}: ${numbers.join(', ')}.`).join(' '));
    const { activeElement } = /** @type {ShadowRoot | Document} */ (this.#list.getRootNode());
    const focused = this.#list.contains(activeElement) ? activeElement : null;
    const point = focused?.getAttribute('data-point');
    const table = influenceList({
      caption,
      columns: [columns.point, columns.loss, this.#isOfValues ? columns.values : columns.plane],
      rows,
      chosen: this.chosen,
      onChoose: this.#onChoose,
    });
    this.#list.replaceChildren(scrollRegion(caption, table));
    // It is written anew while somebody walks through it.
    if (focused) {
      const again = table.querySelector(`[data-point="${point}"]`) ?? table.querySelector('button');
      if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    }
  }

  /** @param {number} index */
  #nameOf(index) {
    const { description, config } = /** @type {Influence} */ (this.#shown);
    const { number } = this.#options.formats;
    const { x1, x2, y } = description.train;
    const isOfValues = this.#isOfValues;
    const label = isOfValues ? number(y[index]) : String(namesOf(config.classNames)(y[index]));
    const place = this.#words.point(number(x1[index]), number(x2[index]));
    return `${place}, ${isOfValues ? this.#words.value(label) : this.#words.class(label)}`;
  }

  /** @param {number} index @returns {string[]} what its absence does to the loss, and to the plane */
  #numbersOf(index) {
    const effect = this.#shown?.effects[index];
    if (!effect) return [];
    const { formats } = this.#options;
    const change = formats.number(effect.loss, 3);
    return [
      effect.loss > 0 ? `+${change}` : change,
      this.#isOfValues ? formats.number(effect.plane, 3) : formats.share(effect.plane),
    ];
  }

  /** @param {{ x: number, y: number } | null} position CSS pixels from the canvas' corner */
  #point(position) {
    const at = this.#fitted.toPicture(position);
    const nearest = at && this.#plane.pick(at.x, at.y)?.nearest;
    this.#pointed = nearest?.index ?? -1;
    this.#read();
    this.#paint();
  }

  #read() {
    const words = this.#words;
    const index = this.#readIndex;
    const numbers = this.#numbersOf(index);
    if (numbers.length === 0) return setText(this.#reading, words.hint);
    const [loss, plane] = numbers;
    const say = this.#isOfValues ? words.effectOfValues : words.effectOn;
    const text = `${this.#nameOf(index)}: ${say(loss, plane)}`;
    setText(this.#reading, index === this.chosen ? `${text} ${words.isOut}` : text);
  }

  #paint() {
    if (!this.#shown || this.#fitted.isEmpty) return;
    const { config, description, answer } = this.#shown;
    const frame = this.#chosen?.answer ?? answer;
    const words = pictureWords(this.#options.texts, undefined, config.classNames);
    const labels = labelsOf(problemOf(config));
    const scene = frame && sceneMap({ frame, description }, labels, words, config.surface);
    const { x1, x2 } = description.train;
    const index = this.#readIndex;
    this.#plane.draw({
      ...{ map: scene?.map ?? null, valueRange: scene?.valueRange, theme: this.#theme },
      ...{ bounds: description.bounds, train: description.train, test: description.test },
      points: 'train',
      shares: this.#sharesOf(this.#shown),
      mark: index >= 0 ? { x1: x1[index], x2: x2[index] } : null,
    });
  }

  /** The point that is read of: that which somebody points at, or has chosen; −1: none. */
  get #readIndex() {
    return this.#pointed >= 0 ? this.#pointed : (this.chosen ?? -1);
  }

  /** @param {Influence} shown @returns {Float64Array} what is drawn as discs, those below 0 filled */
  #sharesOf({ description, effects }) {
    // A loss that falls without the point, a plane that changes.
    const sign = this.#effect === 'loss' ? 1 : -1;
    const shares = description.train.x1.map((_, i) => sign * (effects[i]?.[this.#effect] ?? 0));
    const least = LEAST_SHARE * shares.reduce((most, share) => Math.max(most, Math.abs(share)), 0);
    return shares.map((share) => (Math.abs(share) < least ? 0 : share));
  }
}
