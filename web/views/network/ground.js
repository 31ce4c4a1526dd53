import {
  largestMagnitude,
  paintStrokes,
  shareLines,
  strokesOf,
  strongestWeights,
} from './lines.js';
import { contextOf, sizeCanvas } from '../surface.js';

/** @typedef {import('../../state/parameters.js').LayerParameters} LayerParameters */
/** @typedef {import('./lines.js').NeuronHit} NeuronHit */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./lines.js').EdgeHit} EdgeHit */

/**
 * @typedef {object} Lines of a picture
 * @property {LayerParameters[]} layers one a layer after the inputs
 * @property {NeuronHit | EdgeHit | null} [pointed] whose lines stand out
 * @property {import('../palette.js').Theme} theme
 */

/** More lines would be a grey mass, and cost more than a frame has. */
const MAXIMUM_LINES = 640;
/** Opacity of what is not pointed at. */
const FADED = 0.1;

/**
 * The lines by themselves, which change less often than the maps, and take longer than all of these: they can
 * be painted in two halves, behind those that are shown.
 */
export class Ground {
  #shown;
  #next;
  #size = { width: 0, height: 0 };
  /** What the second half waits with. @type {(() => void) | null} */
  #rest = null;
  /** Per layer, indices of the weights that are shown. @type {Uint32Array[]} */
  drawn = [];
  /** The greatest magnitude of a weight of these. */
  largestWeight = 0;
  /** Whether they may be older than the lines that were told last. */
  isBehind = false;

  /** @param {Document} document that canvases come from */
  constructor(document) {
    this.#shown = document.createElement('canvas');
    this.#next = document.createElement('canvas');
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} dpr device pixels per CSS pixel
   */
  resize(width, height, dpr) {
    this.#size = { width, height };
    this.#rest = null;
    for (const canvas of [this.#shown, this.#next]) sizeCanvas(canvas, width, height, dpr);
  }

  get canvas() {
    return this.#shown;
  }

  /** Whether half of the next lines are painted. */
  get isUnderWay() {
    return this.#rest !== null;
  }

  /**
   * @param {Lines} lines
   * @param {NetworkLayout} layout
   */
  paint(lines, layout) {
    this.#begin(lines, layout, 1);
    this.#end();
    this.isBehind = false;
  }

  /**
   * @param {Lines} lines half of which are painted; where others are under way, their second half is
   * @param {NetworkLayout} layout
   */
  paintHalf(lines, layout) {
    if (this.#rest) this.#end();
    else this.#begin(lines, layout, 0.5);
    this.isBehind = true;
  }

  #end() {
    this.#rest?.();
    this.#rest = null;
    [this.#shown, this.#next] = [this.#next, this.#shown];
  }

  /**
   * @param {Lines} lines
   * @param {NetworkLayout} layout
   * @param {number} share that is painted at once
   */
  #begin({ layers, pointed, theme }, layout, share) {
    const { width, height } = this.#size;
    const largest = Math.max(...layers.map(({ weights }) => largestMagnitude(weights)));
    const shares = shareLines(
      layers.map(({ weights }) => weights.length),
      MAXIMUM_LINES,
    );
    const drawn = layers.map(({ weights }, index) => strongestWeights(weights, shares[index]));
    const strokes = strokesOf(layout, layers, drawn, { largest, opacity: pointed ? FADED : 1 });
    if (pointed) {
      const own = linesOf(pointed, layers);
      strokes.push(...strokesOf(layout, layers, own, { largest, opacity: 1 }));
    }
    const context = contextOf(this.#next);
    const { maximumLineWidth } = layout;
    const paint = (/** @type {number} */ from, /** @type {number} */ to) =>
      paintStrokes(context, strokes.slice(from, to), { theme, maximumLineWidth });
    const middle = Math.ceil(share * strokes.length);
    context.clearRect(0, 0, width, height);
    paint(0, middle);
    this.#rest = () => {
      paint(middle, strokes.length);
      this.drawn = drawn;
      this.largestWeight = largest;
    };
  }
}

/**
 * @param {NeuronHit | EdgeHit} hit
 * @param {LayerParameters[]} layers
 * @returns {Uint32Array[]} per layer, indices of the weights that belong to it
 */
function linesOf(hit, layers) {
  return layers.map(({ inputs, outputs }, index) => {
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
