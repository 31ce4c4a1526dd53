/** The maps of all inputs and neurons, small: kept as one image, and painted from it. */

import { BAND_COUNT } from '../palette.js';
import { contextOf } from '../surface.js';

/** @typedef {import('../surface.js').Context} Context */
/** @typedef {import('../palette.js').Theme} Theme */

/**
 * @typedef {object} NetworkMaps
 * @property {Float32Array | Float64Array} maps of every input, then of every neuron, layer by layer; each row by row from
 *   the lowest x2. Compared by identity: new values need a new array
 * @property {number} mapResolution points a side of each
 * @property {readonly number[]} layerSizes from the inputs to the output
 * @property {readonly [number, number][]} ranges what the ends of the palette stand for, a layer
 */

/** Tiles beside each other in the image. */
const ACROSS = 16;
/** As many are painted anew at a time: those of a large network take turns. */
const AT_ONCE = 160;

export class MapTiles {
  /** @type {HTMLCanvasElement} */
  #image;
  /** @type {ImageData | null} */
  #pixels = null;
  /** @type {{ maps: NetworkMaps['maps'] | null, look: string }} what the image shows, or is on its way to */
  #shown = { maps: null, look: '' };
  #resolution = 0;
  #count = 0;
  /** The tile that is painted next. */
  #next = 0;

  /** @param {Document} document that canvases come from */
  constructor(document) {
    this.#image = document.createElement('canvas');
  }

  /**
   * @param {NetworkMaps} network
   * @param {Theme} theme
   */
  update(network, theme) {
    const { maps, mapResolution, layerSizes, ranges } = network;
    if (maps.length === 0) return;
    const look = [theme.name, mapResolution, layerSizes].join();
    const isNew = look !== this.#shown.look;
    if (maps === this.#shown.maps && !isNew) return;
    this.#shown = { maps, look };
    const rangeOf = layerSizes.flatMap((size, layer) => new Array(size).fill(ranges[layer]));
    if (isNew) this.#resize(rangeOf.length, mapResolution);
    const count = isNew ? this.#count : Math.min(AT_ONCE, this.#count);
    for (let done = 0; done < count; done += 1) {
      this.#paint(this.#next, maps, rangeOf[this.#next], theme);
      this.#next = (this.#next + 1) % this.#count;
    }
    const pixels = /** @type {ImageData} */ (this.#pixels);
    contextOf(this.#image).putImageData(pixels, 0, 0);
  }

  /** Whether there is one to be painted. */
  get isEmpty() {
    return this.#count === 0;
  }

  /**
   * @param {Context} context
   * @param {number} index of the neuron, the inputs counted
   * @param {number} x of its tile's middle
   * @param {number} y
   * @param {number} size CSS pixels
   */
  paint(context, index, x, y, size) {
    const side = this.#resolution;
    const [left, top] = [(index % ACROSS) * side, Math.floor(index / ACROSS) * side];
    context.drawImage(this.#image, left, top, side, side, x - size / 2, y - size / 2, size, size);
  }

  /**
   * @param {number} count
   * @param {number} resolution
   */
  #resize(count, resolution) {
    const width = Math.min(ACROSS, count) * resolution;
    const height = Math.ceil(count / ACROSS) * resolution;
    if (this.#pixels?.width !== width || this.#pixels.height !== height) {
      this.#pixels = new ImageData(width, height);
      Object.assign(this.#image, { width, height });
    }
    this.#resolution = resolution;
    this.#count = count;
    this.#next = 0;
  }

  /**
   * As paintMap, at the size of the map.
   *
   * @param {number} index
   * @param {NetworkMaps['maps']} maps
   * @param {[number, number]} range
   * @param {Theme} theme
   */
  #paint(index, maps, [low, high], { palettes }) {
    const { data, width } = /** @type {ImageData} */ (this.#pixels);
    const pixels = new Uint32Array(data.buffer);
    const { lookup } = palettes.diverging;
    const side = this.#resolution;
    const start = (Math.floor(index / ACROSS) * width + (index % ACROSS)) * side;
    const slope = BAND_COUNT / (high - low);
    const offset = BAND_COUNT + 1 + slope * low;
    let value = index * side * side;
    // Images grow downwards, x2 upwards.
    for (let row = side - 1; row >= 0; row -= 1) {
      const end = start + row * width + side;
      for (let pixel = end - side; pixel < end; pixel += 1) {
        const place = offset - slope * maps[value];
        // What is beyond the range is at its end; NaN is nowhere, at 0.
        pixels[pixel] = lookup[(place < 1 ? 1 : place > BAND_COUNT ? BAND_COUNT : place) | 0];
        value += 1;
      }
    }
  }
}
