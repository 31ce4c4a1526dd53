import { signOf } from '../state/choices.js';
import { splitLayers } from '../state/parameters.js';
import { NetworkDiagram } from '../views/network/diagram.js';
import { describeNetwork } from '../views/network/probe.js';
import { watchCrosshair } from '../views/input.js';
import { FittedCanvas } from '../views/fitted-canvas.js';

/** @typedef {import('../state/lab-state.js').Scene} Scene */

/**
 * The network diagram, its weights and biases shown where the pointer is, and its description.
 */
export class DiagramPicture {
  #view;
  #words;
  #painter;
  #onChange;
  /** From the first drawing on. @type {FittedCanvas | null} */
  #canvas = null;
  /** @type {import('../views/input.js').Position | null} */
  #pointed = null;

  /**
   * @param {import('../views/picture.js').Picture} view
   * @param {import('../views/text/picture-words.js').PictureWords} words
   * @param {() => void} onChange called when it must be drawn again
   */
  constructor(view, words, onChange) {
    this.#view = view;
    this.#words = words;
    this.#painter = new NetworkDiagram(view.canvas, words);
    this.#onChange = onChange;
    watchCrosshair(view.canvas, (position) => {
      this.#pointed = position;
      onChange();
    });
  }

  /**
   * @param {import('../views/palette.js').Theme} theme
   * @param {Scene} scene
   */
  draw(theme, { frame: { parameters }, description }) {
    this.#canvas ??= new FittedCanvas(this.#view.stage, this.#painter, this.#onChange);
    if (this.#canvas.isEmpty) return;
    const hover = this.#canvas.toPicture(this.#pointed);
    const layers = splitLayers(parameters, description.layerSizes);
    this.#painter.draw({ ...description, ...this.#names(description), layers, theme, hover });
  }

  /** @param {Scene} scene */
  describe({ description }) {
    if (!this.#canvas || this.#canvas.isEmpty) return;
    const { largestWeight } = this.#painter;
    const network = { ...description, ...this.#names(description), largestWeight };
    this.#view.describe(describeNetwork(network, this.#words));
  }

  /** @param {Scene['description']} description */
  #names({ features, layerSizes }) {
    const inputs = features.map(signOf);
    const count = layerSizes[layerSizes.length - 1];
    if (count === 1) return { inputs };
    return {
      inputs,
      outputs: Array.from({ length: count }, (_, label) => this.#words.nameOf(label)),
    };
  }
}
