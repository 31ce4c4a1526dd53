/**
 * What is seen of a run's network: its answer over the plane, its neurons' maps, frame by frame.
 *
 * @module
 */

/** @import { Answer, Frame } from '../state/types.js' */
/** @import { Bounds, Look } from './protocol.js' */

/**
 * @typedef {Pick<import('../engine/experiment.js').Experiment, 'answer' | 'allNeuronMaps'>} Scene
 * @typedef {Answer & Pick<Frame, 'maps' | 'mapResolution' | 'isSketch'>} Views of a frame
 */

/** Points along each side of a frame's grid, unless others are asked for: as the notebook draws it. */
const GRID_RESOLUTION = 200;

/** A grid may take so long while it trains; then it is coarser. */
const MOST_GRID_MS = 12;
/** A finer one has to fit in this share of it, so that it does not come and go. */
const CALM = 0.6;
/** Of the points a side that are asked for: each takes half as long as the one before. */
const SHARES = [1, 0.7, 0.5, 0.35, 0.25, 0.2];
/** Which of them is fine enough for a hand that moves. */
const HASTY_SHARE = 2;
/** Coarser, a boundary has corners. */
const LEAST_RESOLUTION = 40;

/** All maps of a frame may take so long on average: more, and only every second frame has them, … */
const MOST_MAPS_MS = 2;
/** Maps that change less often look as if they stood still. */
const MOST_FRAMES = 8;

/** What pictures may take besides the time that a frame is given for training: all else is taken from it. */
const FREE_MS = 4;

/** What a point takes about, in milliseconds a parameter of the network: a guess, until it is known. */
const GUESSED_MS = 3e-7;

/** How long a picture takes a point: the least of the last three times, which nothing has disturbed. */
class Cost {
  #now;
  #guess;
  /** @type {number[]} */
  #last = [];

  /**
   * @param {() => number} now milliseconds
   * @param {number} guess milliseconds
   */
  constructor(now, guess) {
    this.#now = now;
    this.#guess = guess;
  }

  /**
   * @template T
   * @param {number} resolution points a side
   * @param {() => T} compute
   * @returns {T}
   */
  measure(resolution, compute) {
    const started = this.#now();
    const value = compute();
    this.#last = [(this.#now() - started) / resolution ** 2, ...this.#last].slice(0, 3);
    return value;
  }

  /**
   * @param {number} resolution
   * @returns {number} milliseconds
   */
  of(resolution) {
    return Math.min(...(this.#last.length > 0 ? this.#last : [this.#guess])) * resolution ** 2;
  }
}

/**
 * Makes them, as fine as they are asked for; while it trains, as fine as there is time for.
 */
export class Pictures {
  #scene;
  #bounds;
  #gridCost;
  #mapsCost;
  /** @type {Required<Look>} */
  #look = { resolution: GRID_RESOLUTION, maps: 0, neuron: null };
  /** Which of SHARES the grid has while it trains. */
  #share = 0;
  /** Frames since the last that had maps. */
  #without = 0;
  /** Where the next maps may go. @type {Float32Array | undefined} */
  #spare;

  /**
   * @param {Scene} scene
   * @param {object} plane
   * @param {Bounds} plane.bounds
   * @param {number} plane.parameterCount of the network
   * @param {() => number} now milliseconds
   */
  constructor(scene, { bounds, parameterCount }, now) {
    this.#scene = scene;
    this.#bounds = bounds;
    this.#gridCost = new Cost(now, GUESSED_MS * parameterCount);
    this.#mapsCost = new Cost(now, GUESSED_MS * parameterCount);
  }

  /** @param {Look} changes what is not named stays */
  look(changes) {
    this.#look = { ...this.#look, ...changes };
  }

  /** @param {Float32Array | undefined} maps that nobody wants any more, to be written over */
  reuse(maps) {
    this.#spare = maps ?? this.#spare;
  }

  /** @returns {Views} as fine as they are asked for */
  finest() {
    const { resolution, maps } = this.#look;
    return this.#at(resolution, maps);
  }

  /**
   * @param {{ isHasty?: boolean }} [how] whether a hand is moving, which more points would only hold up
   * @returns {Views} as fine as there is time for; not every one has maps
   */
  next({ isHasty = false } = {}) {
    const { resolution, maps } = this.#look;
    this.#share = Math.max(this.#nextShare, isHasty ? HASTY_SHARE : 0);
    const at = { resolution: this.#resolutionAt(this.#share), maps: this.#nextMaps };
    const isSketch = at.resolution < resolution || at.maps < maps;
    return { ...this.#at(at.resolution, at.maps), isSketch };
  }

  /** What the next one will take more of a frame's time than it may, in milliseconds. */
  get excessMs() {
    const resolution = this.#resolutionAt(this.#nextShare);
    const ms = this.#gridCost.of(resolution) + this.#mapsCost.of(this.#nextMaps);
    return Math.max(0, ms - FREE_MS);
  }

  get #nextShare() {
    const fits = SHARES.findIndex((_, share) => {
      const most = share < this.#share ? CALM * MOST_GRID_MS : MOST_GRID_MS;
      return this.#gridCost.of(this.#resolutionAt(share)) <= most;
    });
    return fits < 0 ? SHARES.length - 1 : fits;
  }

  /** @param {number} share */
  #resolutionAt(share) {
    const { resolution } = this.#look;
    return Math.min(resolution, Math.max(LEAST_RESOLUTION, Math.round(SHARES[share] * resolution)));
  }

  get #nextMaps() {
    const { maps } = this.#look;
    const frames = Math.ceil(this.#mapsCost.of(maps) / MOST_MAPS_MS);
    return this.#without + 1 >= Math.min(frames, MOST_FRAMES) ? maps : 0;
  }

  /**
   * @param {number} resolution of the grid; 0 leaves it out
   * @param {number} mapResolution the same, of the maps
   * @returns {Views}
   */
  #at(resolution, mapResolution) {
    const views = { ...noViews(), resolution, mapResolution };
    if (resolution > 0) {
      const { neuron } = this.#look;
      const answer = () => this.#scene.answer(resolution, this.#bounds, neuron);
      Object.assign(views, this.#gridCost.measure(resolution, answer));
    }
    this.#without += 1;
    if (mapResolution > 0) {
      // Other values are known by another array.
      const spare = this.#spare && new Float32Array(this.#spare.buffer);
      this.#spare = undefined;
      const maps = () => this.#scene.allNeuronMaps(mapResolution, this.#bounds, spare);
      views.maps = this.#mapsCost.measure(mapResolution, maps);
      this.#without = 0;
    }
    return views;
  }
}

/** @returns {Views} of a frame that nobody sees */
export function noViews() {
  // New ones: their buffers are transferred to the page.
  return {
    grid: new Float64Array(0),
    crossings: new Float64Array(0),
    resolution: 0,
    neuronMap: null,
    maps: new Float32Array(0),
    mapResolution: 0,
    isSketch: false,
  };
}
