import { generatorKey, hasBest, labelsOf, problemOf } from '../state/problem.js';
import { h, setHidden, setText, svg } from '../views/dom.js';
import { tieLines } from '../views/plane/best-line.js';

/** @typedef {import('../state/lab-state.js').Scene} Scene */

/** Points along each side of the grid that the line is traced on. */
const RESOLUTION = 200;

/**
 * The line that nobody's can beat on fresh points, drawn over the network's when it is asked for, and how
 * often it is right. Nothing is computed before; then once for the data.
 */
export class BestLine {
  #texts;
  #formats;
  #ask;
  #pictures;
  #input = h('input', { type: 'checkbox', onchange: () => this.#update() });
  #note = h('p', { class: 'best-note', role: 'status' });
  #element;
  /** @type {Scene | null} */
  #scene = null;
  /** The data that what is shown belongs to. */
  #shown = '';

  /**
   * @param {object} options
   * @param {import('../languages/en.js').Texts['best']} options.texts
   * @param {import('../views/text/formats.js').Formats} options.formats
   * @param {import('./panel-section.js').SectionOptions['ask']} options.ask
   * @param {import('./plane.js').BoundaryView} options.boundary among whose options it is
   * @param {import('./pictures.js').Pictures} options.pictures
   */
  constructor({ texts, formats, ask, boundary, pictures }) {
    this.#texts = texts;
    this.#formats = formats;
    this.#ask = ask;
    this.#pictures = pictures;
    const sample = svg(
      'svg',
      { class: 'best-sample', viewBox: '0 0 26 10', 'aria-hidden': 'true' },
      svg('path', { d: 'M1 5h24' }),
    );
    const label = h('label', { class: 'check best-switch', title: texts.help }, this.#input);
    label.append(sample, h('span', {}, texts.label));
    this.#element = h('div', { class: 'best-line', part: 'best', hidden: true }, label, this.#note);
    // Last: what has been there from the first must not move.
    boundary.options.append(this.#element);
  }

  /** @param {Scene} scene called with every frame */
  show(scene) {
    const before = this.#scene;
    this.#scene = scene;
    // What is loading has not got its points yet.
    if (scene.description === before?.description || scene.status === 'loading') return;
    setHidden(this.#element, !hasBest(scene.config));
    this.#update();
  }

  async #update() {
    const scene = this.#scene;
    if (!scene) return;
    const { config, description } = scene;
    const isWanted = this.#input.checked && hasBest(config);
    const { bounds, test } = description;
    const key = isWanted ? `${generatorKey(config)} ${bounds} ${test.y.length}` : '';
    if (key === this.#shown) return;
    this.#shown = key;
    this.#take(null);
    if (key === '') return;
    try {
      const { accuracy, ...best } = await this.#ask((client) => client.best(RESOLUTION));
      if (key !== this.#shown) return;
      const classes = labelsOf(problemOf(config));
      const answer = { ...best, resolution: RESOLUTION };
      const lines = tieLines(answer, classes, bounds);
      this.#take({ lines, words: this.#wordsOf(config, accuracy, test) });
    } catch {
      // Whatever has failed is said where it concerns the experiment; the next change tries again.
      this.#shown = '';
    }
  }

  /**
   * @param {Scene['config']} config
   * @param {number} accuracy
   * @param {import('../state/types.js').Points} test
   */
  #wordsOf({ dataset }, accuracy, test) {
    const points = Reflect.get(this.#texts.points, dataset);
    const share = this.#formats.share(accuracy);
    // What rounds to all of them is all of them to a reader.
    const isAll = share === this.#formats.share(1);
    if (isAll) return this.#texts.all(points);
    return this.#texts.sentence(points, share, this.#formats.count(test.y.length));
  }

  /** @param {import('./plane.js').Overlay | null} best */
  #take(best) {
    setText(this.#note, best ? best.words : '');
    const words = best ? `${this.#texts.drawn} ${best.words}` : '';
    this.#pictures.showOverlay(best && { ...best, words });
  }
}
