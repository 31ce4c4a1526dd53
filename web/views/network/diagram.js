/** The network as a diagram: layers as columns, weights as lines, biases as arcs. */

import { largestMagnitude, layOutNetwork, shareLines, strongestWeights } from './layout.js';
import { paintHeader, paintInput, paintLegend, paintNeuron } from './marks.js';
import { nameWidth, paintOutputName } from './names.js';
import { describeHit, hitEdge, hitNeuron, inputName } from './probe.js';
import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { contextOf, paintTooltip, sizeCanvas } from '../surface.js';

/** @typedef {import('../../state/parameters.js').LayerParameters} LayerParameters */
/** @typedef {import('./probe.js').NetworkHit} NetworkHit */
/** @typedef {import('../surface.js').Context} Context */

/**
 * @typedef {object} NetworkPicture
 * @property {number[]} layerSizes from the inputs to the output
 * @property {string[]} activations one a layer after the inputs
 * @property {readonly string[]} [inputs] what each input is called; otherwise x₁, x₂, …
 * @property {readonly (string | number)[]} [outputs] the class of each, where there are several
 * @property {LayerParameters[]} layers one a layer after the inputs
 * @property {import('../palette.js').Theme} theme
 * @property {{ x: number, y: number } | null} [hover] CSS pixels from the canvas' top left corner
 */

/** More lines would be a grey mass, and cost more than a frame has. */
const MAXIMUM_LINES = 640;
/** Lines are drawn in this many classes of thickness, so that a class has one style. */
const THICKNESSES = 12;
const MINIMUM_LINE_WIDTH = 0.6;
/** Opacity of what the pointer does not mean. */
const FADED = 0.12;

export class NetworkDiagram {
  /** @type {HTMLCanvasElement} */
  #canvas;
  #words;
  #size = { width: 0, height: 0 };
  /** @type {NetworkPicture | null} */
  #picture = null;
  /** @type {LayerParameters[]} */
  #layers = [];
  /** Per layer, indices of the weights drawn. @type {Uint32Array[]} */
  #drawn = [];
  #layout = layOutNetwork([], 0, 0);
  #largestWeight = 0;

  /**
   * @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing
   * @param {import('../text/picture-words.js').PictureWords} [words]
   */
  constructor(canvas, words = ENGLISH_PICTURES) {
    this.#canvas = canvas;
    this.#words = words;
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} [dpr] device pixels per CSS pixel
   */
  resize(width, height, dpr = 1) {
    this.#size = { width, height };
    sizeCanvas(this.#canvas, width, height, dpr);
    if (this.#picture) this.draw(this.#picture);
  }

  /** @param {NetworkPicture} picture */
  draw(picture) {
    const { width, height } = this.#size;
    this.#picture = picture;
    this.#layers = picture.layers;
    this.#largestWeight = Math.max(...this.#layers.map(({ weights }) => largestMagnitude(weights)));
    const sizes = this.#layers.map(({ weights }) => weights.length);
    const shares = shareLines(sizes, MAXIMUM_LINES);
    this.#drawn = this.#layers.map(({ weights }, index) =>
      strongestWeights(weights, shares[index]),
    );
    const context = contextOf(this.#canvas);
    const names = nameWidth(context, picture.outputs ?? [], this.#size);
    this.#layout = layOutNetwork(picture.layerSizes, width, height, names);
    const hit = picture.hover ? this.hitTest(picture.hover.x, picture.hover.y) : null;
    context.clearRect(0, 0, width, height);
    context.globalAlpha = hit ? FADED : 1;
    this.#paintLines(context, this.#drawn);
    context.globalAlpha = 1;
    if (hit) this.#paintLines(context, this.#linesOf(hit));
    this.#paintNeurons(context, picture);
    if (names > 0) this.#paintNames(context, picture);
    paintHeader(context, this.#layout, picture, this.#words);
    paintLegend(context, this.#layout, this.#largestWeight, picture.theme, this.#words);
    if (hit && picture.hover) {
      const area = { left: 4, top: 4, right: width - 4, bottom: height - 4 };
      const lines = describeHit(hit, picture, this.#words);
      paintTooltip(context, picture.hover, lines, area, picture.theme);
    }
  }

  /**
   * @param {number} x CSS pixels from the canvas' left edge
   * @param {number} y CSS pixels from its top
   * @returns {NetworkHit | null} the neuron there, or else the weight
   */
  hitTest(x, y) {
    if (!this.#picture) return null;
    return (
      hitNeuron(this.#layout, this.#layers, x, y) ??
      hitEdge(this.#layout, this.#layers, this.#drawn, x, y)
    );
  }

  /** The greatest magnitude of a weight in the last picture. */
  get largestWeight() {
    return this.#largestWeight;
  }

  /**
   * @param {NetworkHit} hit
   * @returns {Uint32Array[]} per layer, indices of the weights that belong to it
   */
  #linesOf(hit) {
    return this.#layers.map(({ inputs, outputs }, index) => {
      const layer = index + 1;
      if (hit.kind === 'edge') {
        return Uint32Array.from(hit.layer === layer ? [hit.neuron * inputs + hit.from] : []);
      }
      if (hit.layer === layer) {
        return Uint32Array.from({ length: inputs }, (_, from) => hit.neuron * inputs + from);
      }
      if (hit.layer === layer - 1) {
        return Uint32Array.from({ length: outputs }, (_, to) => to * inputs + hit.neuron);
      }
      return new Uint32Array(0);
    });
  }

  /**
   * @param {Context} context
   * @param {Uint32Array[]} lines per layer, indices of weights
   */
  #paintLines(context, lines) {
    const theme = /** @type {NetworkPicture} */ (this.#picture).theme;
    const opacity = context.globalAlpha;
    const span = this.#layout.maximumLineWidth - MINIMUM_LINE_WIDTH;
    this.#sortLines(lines).forEach((ends, key) => {
      const thickness = (key >> 1) / THICKNESSES;
      const isNegative = key % 2 === 1;
      const width = MINIMUM_LINE_WIDTH + span * thickness;
      context.lineWidth = width;
      context.strokeStyle = isNegative ? theme.weights.negative : theme.weights.positive;
      context.globalAlpha = opacity * (0.35 + 0.65 * thickness);
      context.setLineDash(isNegative ? [3 + 1.6 * width, 2 + 1.2 * width] : []);
      strokeEach(context, ends);
    });
    context.setLineDash([]);
    context.globalAlpha = opacity;
  }

  /**
   * Thickness is relative to the largest weight of the whole network, but to 1 at least: so layers can
   * be compared, and weights can be seen to grow from a small start.
   *
   * @param {Uint32Array[]} lines per layer, indices of weights
   * @returns {Map<number, number[]>} the ends x0, y0, x1, y1 of each line, by twice the class of
   *   thickness, plus 1 if negative; thin ones first
   */
  #sortLines(lines) {
    const { columns } = this.#layout;
    const scale = THICKNESSES / Math.max(1, this.#largestWeight);
    /** @type {Map<number, number[]>} */
    const classes = new Map();
    this.#layers.forEach(({ inputs, weights }, layer) => {
      const [before, after] = [columns[layer], columns[layer + 1]];
      for (const index of lines[layer]) {
        const weight = weights[index];
        const thickness = Math.min(THICKNESSES, Math.ceil(Math.abs(weight) * scale));
        if (Number.isNaN(thickness)) continue;
        const key = 2 * thickness + (weight < 0 ? 1 : 0);
        const ends = classes.get(key) ?? [];
        classes.set(key, ends);
        ends.push(before.x, before.y[index % inputs]);
        ends.push(after.x, after.y[Math.floor(index / inputs)]);
      }
    });
    return new Map([...classes].sort(([a], [b]) => a - b));
  }

  /**
   * @param {Context} context
   * @param {NetworkPicture} picture
   */
  #paintNeurons(context, { activations, inputs, outputs, theme }) {
    const magnitudes = this.#layers.map(({ biases }) => largestMagnitude(biases));
    const largestBias = Math.max(1, ...magnitudes);
    this.#layout.columns.forEach(({ x, y: rows, radius }, layer) => {
      rows.forEach((y, index) => {
        const circle = { x, y, radius };
        if (layer === 0) {
          paintInput(context, circle, inputName(index, inputs), theme);
          return;
        }
        const bias = this.#layers[layer - 1].biases[index];
        const activation = activations[layer - 1];
        const label = outputs && layer === this.#layers.length ? index : undefined;
        paintNeuron(context, circle, { activation, bias, largestBias, label, theme });
      });
    });
  }

  /**
   * @param {Context} context
   * @param {NetworkPicture} picture
   */
  #paintNames(context, { outputs = [], theme }) {
    const { columns, width } = this.#layout;
    const { x, y: rows, radius } = columns[columns.length - 1];
    rows.forEach((y, index) => {
      paintOutputName(context, { x, y, radius }, outputs[index], { width, theme });
    });
  }
}

/**
 * Each line by itself: together they would be one path that crosses itself over and over, which
 * takes twice as long to fill.
 *
 * @param {Context} context
 * @param {number[]} ends x0, y0, x1, y1 of each line
 */
function strokeEach(context, ends) {
  for (let start = 0; start < ends.length; start += 4) {
    context.beginPath();
    context.moveTo(ends[start], ends[start + 1]);
    context.lineTo(ends[start + 2], ends[start + 3]);
    context.stroke();
  }
}
