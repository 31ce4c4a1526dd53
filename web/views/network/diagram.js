/** The network: layers as columns, each neuron as a map of what it gives, weights as lines. */

import { Ground } from './ground.js';
import { largestMagnitude, hitEdge } from './lines.js';
import { layOutNetwork } from './layout.js';
import { MapTiles } from './map-tiles.js';
import { nameWidth, paintOutputName } from './names.js';
import {
  paintBias,
  paintEmpty,
  IDLE_SIZE,
  paintIdle,
  paintInputFrame,
  paintMark,
  paintRing,
} from './neurons.js';
import { describeEdge } from './probe.js';
import { ENGLISH_WORDS } from '../text/whole-words.js';
import { contextOf, paintTooltip, sizeCanvas } from '../surface.js';

/** @typedef {import('../../state/parameters.js').LayerParameters} LayerParameters */
/** @typedef {import('./lines.js').EdgeHit} EdgeHit */
/** @typedef {import('../surface.js').Context} Context */
/** @typedef {import('./lines.js').NeuronHit} NeuronHit */

/**
 * @typedef {import('./map-tiles.js').NetworkMaps & NetworkParts} NetworkPicture
 *
 * @typedef {object} NetworkParts
 * @property {readonly string[]} inputs what each input is called
 * @property {readonly boolean[]} [offered] all the inputs that there can be, whether each is given
 * @property {import('./map-tiles.js').NetworkMaps | null} [features] the maps of these
 * @property {readonly (string | number)[]} [outputs] the class of each, where there are several
 * @property {LayerParameters[]} layers one a layer after the inputs
 * @property {readonly (readonly (import('./neurons.js').Mark | null)[])[]} [marks] of neurons, by layer
 *   after the inputs
 * @property {NeuronHit | EdgeHit | null} [pointed] at which somebody points, or which is held
 * @property {{ x: number, y: number } | null} [hover] where, in CSS pixels from the canvas' top left
 *   corner, if that is a line
 * @property {import('../palette.js').Theme} theme
 */

/** Opacity of inputs that are not given. */
const IDLE = 0.45;

export class NetworkDiagram {
  /** @type {HTMLCanvasElement} */
  #canvas;
  #ground;
  #words;
  #tiles;
  #features;
  #size = { width: 0, height: 0 };
  /** @type {NetworkPicture | null} */
  #picture = null;
  /** What the layout is of. */
  #laidOut = '';
  layout = layOutNetwork({ layerSizes: [1, 1] }, { width: 1, height: 1 });

  /**
   * @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing
   * @param {import('../text/whole-words.js').WholeWords} [words]
   */
  constructor(canvas, words = ENGLISH_WORDS) {
    this.#canvas = canvas;
    this.#words = words;
    this.#ground = new Ground(canvas.ownerDocument);
    this.#tiles = new MapTiles(canvas.ownerDocument);
    this.#features = new MapTiles(canvas.ownerDocument);
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} [dpr] device pixels per CSS pixel
   */
  resize(width, height, dpr = 1) {
    this.#size = { width, height };
    sizeCanvas(this.#canvas, width, height, dpr, this.#words.direction);
    this.#ground.resize(width, height, dpr);
    this.#laidOut = '';
    if (this.#picture) this.draw(this.#picture);
  }

  /**
   * @param {NetworkPicture} picture
   * @param {{ lines?: 'all' | 'half' | 'none' }} [options] whether its lines are to be drawn anew: all, or half
   *   of them and the others with the next picture; otherwise they are only where something else than their
   *   weights has changed
   */
  draw(picture, { lines = 'all' } = {}) {
    const before = this.#picture;
    this.#picture = picture;
    const isMoved = this.#layOut(picture);
    if (lines === 'all' || isMoved || groundLook(before) !== groundLook(picture)) {
      this.#ground.paint(picture, this.layout);
    } else if (lines === 'half' || this.#ground.isUnderWay) {
      this.#ground.paintHalf(picture, this.layout);
    }
    this.#compose(picture);
  }

  /** Whether its lines may be older than the rest of it. */
  get isBehind() {
    return this.#ground.isBehind;
  }

  /** @param {NetworkPicture} picture */
  #compose(picture) {
    const { width, height } = this.#size;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#ground.canvas, 0, 0, width, height);
    this.#tiles.update(picture, picture.theme);
    if (picture.features) this.#features.update(picture.features, picture.theme);
    this.#paintInputs(context, picture);
    this.#paintNeurons(context, picture);
    this.#paintPointed(context, picture);
    if (picture.hover && picture.pointed?.kind === 'edge') {
      const area = { left: 4, top: 4, right: width - 4, bottom: height - 4 };
      const lines = describeEdge(picture.pointed, picture, this.#words);
      paintTooltip(context, picture.hover, lines, area, picture.theme);
    }
  }

  /**
   * @param {NetworkPicture} picture
   * @returns {boolean} whether anything lies elsewhere than before
   */
  #layOut({ layerSizes, offered, outputs = [] }) {
    const laidOut = [layerSizes, offered, outputs].join('|');
    if (laidOut === this.#laidOut) return false;
    this.#laidOut = laidOut;
    const names = nameWidth(contextOf(this.#canvas), outputs, this.#size);
    this.layout = layOutNetwork({ layerSizes, offered }, { ...this.#size, names });
    return true;
  }

  /**
   * @param {Context} context
   * @param {NetworkPicture} picture
   */
  #paintInputs(context, { theme, offered = [] }) {
    const [{ cells, size }] = this.layout.columns;
    cells.forEach((cell, index) => {
      const tile = { ...cell, size };
      this.#paintMap(context, index, tile, theme);
      paintInputFrame(context, tile, theme);
    });
    const idle = offered.flatMap((isGiven, index) => (isGiven ? [] : [index]));
    this.layout.idle.forEach((cell, index) => {
      context.globalAlpha = IDLE;
      const side = IDLE_SIZE * size;
      if (!this.#features.isEmpty) this.#features.paint(context, idle[index], cell.x, cell.y, side);
      context.globalAlpha = 1;
      paintIdle(context, { ...cell, size: side }, theme);
    });
  }

  /**
   * @param {Context} context
   * @param {NetworkPicture} picture
   */
  #paintNeurons(context, { layers, inputs, outputs, marks, theme }) {
    const { columns, width, hasNames } = this.layout;
    const largestBias = Math.max(1, ...layers.map(({ biases }) => largestMagnitude(biases)));
    let first = inputs.length;
    layers.forEach(({ biases }, layer) => {
      const { cells, size } = columns[layer + 1];
      cells.forEach((cell, index) => {
        const tile = { ...cell, size };
        this.#paintMap(context, first + index, tile, theme);
        paintBias(context, tile, biases[index], largestBias, theme);
        const mark = marks?.[layer]?.[index];
        if (mark) paintMark(context, tile, mark, theme);
        if (!outputs || !hasNames || layer < layers.length - 1) return;
        const output = { label: index, name: outputs[index] };
        paintOutputName(context, tile, output, { width, theme });
      });
      first += cells.length;
    });
  }

  /**
   * @param {Context} context
   * @param {number} index of the neuron, the inputs counted
   * @param {import('./neurons.js').Tile} tile
   * @param {import('../palette.js').Theme} theme
   */
  #paintMap(context, index, tile, theme) {
    if (this.#tiles.isEmpty) paintEmpty(context, tile, theme);
    else this.#tiles.paint(context, index, tile.x, tile.y, tile.size);
  }

  /**
   * A ring round the neuron that is pointed at, and in the colours of its weights round those that it
   * hears; round both ends of a line.
   *
   * @param {Context} context
   * @param {NetworkPicture} picture
   */
  #paintPointed(context, { pointed, layers, theme }) {
    if (!pointed) return;
    const { columns } = this.layout;
    const { layer, neuron } = pointed;
    const tileOf = (/** @type {number} */ column, /** @type {number} */ index) => ({
      ...columns[column].cells[index],
      size: columns[column].size,
    });
    paintRing(context, tileOf(layer, neuron), { color: theme.text, width: 2 });
    if (pointed.kind === 'edge') {
      paintRing(context, tileOf(layer - 1, pointed.from), { color: theme.text, width: 2 });
    } else if (layer > 0 && columns[layer - 1].across > 1) {
      // Its lines pass below other neurons.
      const { weights, inputs } = layers[layer - 1];
      const most = Math.max(1, this.largestWeight);
      for (let from = 0; from < inputs; from += 1) {
        const weight = weights[neuron * inputs + from];
        const width = 0.75 + (2.25 * Math.min(most, Math.abs(weight))) / most;
        const color = theme.weights[weight < 0 ? 'negative' : 'positive'];
        paintRing(context, tileOf(layer - 1, from), { color, width, isDashed: weight < 0 });
      }
    }
  }

  /**
   * @param {number} x CSS pixels from the canvas' left edge
   * @param {number} y CSS pixels from its top
   * @returns {EdgeHit | null} the weight whose line is there
   */
  hitEdge(x, y) {
    if (!this.#picture) return null;
    return hitEdge(this.layout, this.#picture.layers, this.#ground.drawn, x, y);
  }

  /** The greatest magnitude of a weight in the last picture. */
  get largestWeight() {
    return this.#ground.largestWeight;
  }
}

/**
 * @param {NetworkPicture | null} picture
 * @returns {string} what its lines look like, besides their weights
 */
function groundLook(picture) {
  return picture ? `${picture.theme.name} ${JSON.stringify(picture.pointed ?? null)}` : '';
}
