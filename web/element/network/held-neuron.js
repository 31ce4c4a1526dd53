import { heldNeuron, markedNeuron } from '../../state/look.js';
import { isSameNeuron, printNeuron } from '../../state/neuron.js';
import { splitLayers } from '../../state/parameters.js';
import { NeuronCard } from '../../views/network/neuron-card.js';
import { formulaOf } from '../../views/network/probe.js';
import { PushedWeight } from './pushed-weight.js';

/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('../../state/types.js').Neuron} Neuron */
/** @typedef {import('../../views/network/lines.js').EdgeHit} EdgeHit */
/** @typedef {import('../../views/network/neurons.js').Mark} Mark */
/** @typedef {import('./neuron-view.js').NeuronView} NeuronView */

/** How often it is looked which neurons are dead, or twins, while it trains. */
const INTERVAL_MS = 500;

/**
 * The neuron that is pointed at or held, with its formula; its weights can be changed, and who has pushed
 * them is shown.
 */
export class HeldNeuron {
  #texts;
  #controls;
  #card;
  #pushed;
  #activity;
  #onMarks;
  /** @type {Scene | null} */
  #scene = null;
  /** Of the neurons, by layer after the inputs. @type {(Mark | null)[][]} */
  marks = [];
  /** Which neuron each repeats, from 0. @type {number[][]} */
  #twins = [];

  /**
   * @param {object} options
   * @param {import('../../languages/en.js').Texts['stage']} options.texts
   * @param {import('../../views/text/whole-words.js').WholeWords} options.words
   * @param {import('../controls.js').Controls} options.controls
   * @param {import('../pictures.js').Pictures} options.pictures
   * @param {() => void} options.onMarks called when other neurons are marked
   */
  constructor({ texts, words, controls, pictures, onMarks }) {
    this.#onMarks = onMarks;
    this.#texts = texts;
    this.#controls = controls;
    this.#card = new NeuronCard(texts, words, {
      onEdit: (input, value) => this.#heldNeuron && this.edit(this.#heldNeuron, input, value),
      onChoose: (input) => {
        const held = this.#heldNeuron;
        const place = held && input !== undefined ? { ...held, input } : null;
        this.#pushed.choose(place);
      },
      onLetGo: () => this.letGo(),
      isTraining: () => this.#scene?.status === 'training',
    });
    this.element = this.#card.element;
    this.#pushed = new PushedWeight({ texts: texts.push, words, controls, pictures });
    this.#activity = pictures.schedule.add(
      () => this.#findMarks(),
      () => (this.#scene?.status === 'training' ? INTERVAL_MS : 0),
    );
  }

  /** @returns {Neuron | null} */
  get #heldNeuron() {
    return this.#scene && heldNeuron(this.#scene, this.#scene.description.layerSizes);
  }

  letGo() {
    this.#controls.point(null);
    if (this.#heldNeuron) this.#controls.commit({ neuron: '' });
  }

  /** @param {EdgeHit | null} edge whose line is pointed at */
  point(edge) {
    this.#pushed.point(edge && { ...edge, input: edge.from });
  }

  /** @param {EdgeHit} edge whose weight is to be changed */
  take({ layer, neuron, from }) {
    this.#controls.commit({ neuron: printNeuron({ layer, neuron }) });
    this.#card.chooseNext(from);
  }

  /**
   * @param {Neuron} neuron
   * @param {number | null} input of the layer before; null: the bias
   * @param {number} value
   */
  edit({ layer, neuron }, input, value) {
    if (layer === 0 || this.#scene?.config.hide.includes('network')) return;
    const place = `${layer}.${neuron + 1}`;
    this.#controls.edit([{ name: input === null ? `b${place}` : `w${place}.${input + 1}`, value }]);
  }

  /**
   * @param {Scene} scene
   * @param {NeuronView} neurons
   */
  show(scene, neurons) {
    const before = this.#scene;
    this.#scene = scene;
    const isOther = scene.frame.parameters !== before?.frame.parameters;
    if (scene.description !== before?.description) this.marks = [];
    if (isOther) this.#activity.soon();
    this.#pushed.show(scene, isOther);
    const shown = markedNeuron(scene, scene.description.layerSizes);
    this.#card.show(shown && this.#contentOf(scene, shown, neurons));
  }

  /**
   * @param {Scene} scene
   * @param {Neuron} shown
   * @param {NeuronView} neurons
   */
  #contentOf(scene, shown, neurons) {
    const { description, frame, config } = scene;
    const { layerSizes } = description;
    const layers = splitLayers(frame.parameters, layerSizes);
    const network = { ...description, ...neurons.names(description), layers };
    const { layer, neuron } = shown;
    const mark = this.marks[layer - 1]?.[neuron];
    const notes = [
      neurons.describe(scene, shown),
      mark ? `${this.wordsOf(mark, shown)}.` : '',
      layer > 1 ? this.#texts.previous(layer - 1) : '',
    ];
    const isHeld = isSameNeuron(shown, this.#heldNeuron);
    return {
      name: neurons.title(shown, description),
      note: notes.filter(Boolean).join(' '),
      formula: layer > 0 ? formulaOf(shown, network) : null,
      held: isHeld ? printNeuron(shown) : '',
      canEdit: isHeld && layer > 0 && !config.hide.includes('network'),
    };
  }

  /**
   * @param {Mark} mark
   * @param {Neuron} neuron
   */
  wordsOf(mark, { layer, neuron }) {
    if (mark === 'dead') return this.#texts.dead;
    return this.#texts.twin((this.#twins[layer - 1]?.[neuron] ?? 0) + 1);
  }

  async #findMarks() {
    const scene = this.#scene;
    // Whoever asks has an experiment made, where there is none any more.
    if (!scene || scene.frame.diverged || !this.#controls.store.state.frame) return;
    try {
      const found = await this.#controls.ask((client) => client.neuronActivity());
      if (scene.description !== this.#scene?.description) return;
      this.#twins = found.map(({ twinOf }) => [...twinOf]);
      const before = String(this.marks);
      this.marks = found.map(({ dead, twinOf }) =>
        [...dead].map((isDead, neuron) => {
          if (isDead) return 'dead';
          return twinOf[neuron] === neuron ? null : 'twin';
        }),
      );
      if (String(this.marks) !== before) this.#onMarks();
    } catch {
      // There is no experiment any more, or it has failed, which is told elsewhere.
    }
  }
}
