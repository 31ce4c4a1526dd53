/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {{ layer: number, neuron: number, input: number | null }} Parameter of a neuron: layer 1 is the
 *   first after the inputs; `input` null is the bias */

/** How often it follows the training. */
const INTERVAL_MS = 200;

/**
 * Which training points have pushed a weight, and how far: each one's share of the last gradient.
 */
export class PushedWeight {
  #texts;
  #words;
  #controls;
  #pictures;
  #request;
  /** @type {Scene | null} */
  #scene = null;
  /** Whose line is pointed at. @type {Parameter | null} */
  #pointed = null;
  /** Whose number somebody is at. @type {Parameter | null} */
  #chosen = null;

  /**
   * @param {object} options
   * @param {import('../../languages/en.js').Texts['stage']['push']} options.texts
   * @param {import('../../views/text/whole-words.js').WholeWords} options.words
   * @param {Pick<import('../controls.js').Controls, 'ask' | 'store'>} options.controls
   * @param {import('../pictures.js').Pictures} options.pictures
   */
  constructor({ texts, words, controls, pictures }) {
    this.#texts = texts;
    this.#words = words;
    this.#controls = controls;
    this.#pictures = pictures;
    this.#request = pictures.schedule.add(
      () => this.#update(),
      () => (this.#scene?.status === 'training' ? INTERVAL_MS : 0),
    );
  }

  /** @param {Parameter | null} parameter */
  point(parameter) {
    this.#pointed = parameter;
    this.#request.now();
  }

  /** @param {Parameter | null} parameter */
  choose(parameter) {
    this.#chosen = parameter;
    this.#request.now();
  }

  /**
   * @param {Scene} scene
   * @param {boolean} isOther whether the network's parameters are others
   */
  show(scene, isOther) {
    this.#scene = scene;
    if (isOther && (this.#pointed ?? this.#chosen)) this.#request.soon();
  }

  async #update() {
    const parameter = this.#pointed ?? this.#chosen;
    const isGone = !this.#controls.store.state.frame;
    if (!parameter || isGone || this.#scene?.frame.diverged) return this.#clear();
    const { layer, neuron, input } = parameter;
    try {
      const place = { layer: layer - 1, neuron, input };
      const found = await this.#controls.ask((client) => client.shares(place));
      // Somebody points elsewhere by now.
      if (parameter !== (this.#pointed ?? this.#chosen)) return;
      this.#pictures.showShares({ values: found.shares, words: this.#wordsOf(found) });
    } catch {
      this.#clear();
    }
  }

  #clear() {
    this.#pictures.showShares(null);
  }

  /** @param {{ shares: Float64Array, penalty: number, updates: number }} found */
  #wordsOf({ shares, penalty, updates }) {
    const { formats } = this.#words;
    const sum = formats.scientific(shares.reduce((total, share) => total + share, 0));
    const texts = this.#texts;
    const sentences = [updates > 0 ? texts.sum(sum) : texts.next(sum)];
    if (penalty !== 0) sentences.push(texts.penalty(formats.scientific(penalty)));
    sentences.push(texts.legend);
    return sentences.join(' ');
  }
}
