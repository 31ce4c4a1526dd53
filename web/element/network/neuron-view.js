import { FEATURES, signOf } from '../../state/choices.js';
import { labelsShown } from '../../state/problem.js';
import { isSameNeuron } from '../../state/neuron.js';
import { shownNeuron } from '../../state/look.js';
import { mapRanges } from '../../views/network/map-scale.js';
import { describeNeuronMap } from '../../views/network/map-words.js';
import { valueRange } from '../../views/plane/map.js';

/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('../../state/types.js').Neuron} Neuron */
/** @typedef {import('../../views/plane/map.js').PlaneMap} PlaneMap */

/** What is off below 0 has no line where it turns on: its values tell. */
const KINKED = ['relu', 'softmax'];

/** @type {{ maps: Float32Array, index: number, values: Float32Array }} */
const NO_MAP = { maps: new Float32Array(), index: -1, values: new Float32Array() };

/**
 * Neurons as the reader meets them: what they are called, what their map is, in colours and in words.
 */
export class NeuronView {
  #texts;
  #words;
  /** What {@link ranges} were found for. @type {Float32Array | null} */
  #maps = null;
  /** @type {[number, number][]} */
  #ranges = [];
  /** The small map that was shown last. */
  #last = NO_MAP;

  /**
   * @param {import('../../languages/en.js').Texts['stage']} texts
   * @param {import('../../views/text/whole-words.js').WholeWords} words
   */
  constructor(texts, words) {
    this.#texts = texts;
    this.#words = words;
  }

  /**
   * @param {Scene} scene
   * @returns {[number, number][]} what the colours of each layer's maps stand for
   */
  ranges({ frame, description }) {
    if (frame.maps !== this.#maps && frame.maps.length > 0) {
      this.#maps = frame.maps;
      const isOfValues = labelsShown(description).length === 0;
      const values = isOfValues ? valueRange(description) : undefined;
      this.#ranges = mapRanges({ ...description, ...frame }, values);
    }
    return this.#ranges;
  }

  /**
   * @param {Float64Array} maps of all inputs that there could be
   * @returns {import('../../views/network/map-tiles.js').NetworkMaps} each in its own
   *   scale
   */
  features(maps) {
    const count = FEATURES.length;
    const shape = { layerSizes: FEATURES.map(() => 1), activations: [], maps };
    const mapResolution = Math.sqrt(maps.length / count);
    return { ...shape, mapResolution, ranges: mapRanges({ ...shape, mapResolution }) };
  }

  /**
   * @param {Scene['description']} description
   * @returns what inputs and outputs are called in pictures
   */
  names({ features, layerSizes }) {
    const count = layerSizes[layerSizes.length - 1];
    const { nameOf } = this.#words;
    return {
      inputs: features.map(signOf),
      outputs: count > 1 ? Array.from({ length: count }, (_, label) => nameOf(label)) : undefined,
    };
  }

  /**
   * @param {Neuron} neuron
   * @param {Scene['description']} description
   */
  title({ layer, neuron }, { features, layerSizes }) {
    const { input, hidden, output, outputOf } = this.#texts;
    if (layer === 0) return input(features[neuron]);
    if (layer < layerSizes.length - 1) return hidden(layer, neuron + 1);
    return layerSizes[layer] > 1 ? outputOf(this.#words.nameOf(neuron)) : output;
  }

  /**
   * @param {Scene} scene
   * @param {Neuron} neuron
   * @returns {{ values: Float32Array, resolution: number } | null} its small map; null before there is one, and
   *   once it is given away
   */
  #smallMap({ frame, description }, { layer, neuron }) {
    const { maps, mapResolution } = frame;
    if (maps.length === 0) return null;
    const first = description.layerSizes.slice(0, layer).reduce((sum, size) => sum + size, 0);
    return { values: this.#cut(maps, first + neuron, mapResolution), resolution: mapResolution };
  }

  /**
   * @param {Float32Array} maps
   * @param {number} index of the neuron, the inputs counted
   * @param {number} resolution
   * @returns {Float32Array} the same array for the same map
   */
  #cut(maps, index, resolution) {
    if (this.#last.maps !== maps || this.#last.index !== index) {
      const size = resolution ** 2;
      this.#last = { maps, index, values: maps.subarray(index * size, (index + 1) * size) };
    }
    return this.#last.values;
  }

  /**
   * @param {Scene} scene
   * @param {Neuron} neuron
   * @returns {string} what it gives over the plane; empty before that is known
   */
  describe(scene, neuron) {
    const map = this.#smallMap(scene, neuron);
    if (!map) return '';
    const range = this.ranges(scene)[neuron.layer];
    const { map: say } = this.#texts;
    return describeNeuronMap({ ...map, range }, scene.description, say, this.#words.formats);
  }

  /**
   * @param {Scene} scene
   * @returns {{ map: PlaneMap, title: string, describe: () => string } | null} what the large picture
   *   shows instead of the answer
   */
  substitute(scene) {
    const { frame, description } = scene;
    const shown = shownNeuron(scene, description.layerSizes);
    const small = shown && this.#smallMap(scene, shown);
    if (!small) return null;
    const { neuronMap, resolution } = frame;
    // The fine one comes with the next frame.
    const isFine = neuronMap && isSameNeuron(shown, neuronMap);
    const given = isFine ? { values: neuronMap.values, resolution } : small;
    const range = this.ranges(scene)[shown.layer];
    const name = this.title(shown, description);
    const activation = description.activations[shown.layer - 1];
    const levels = KINKED.includes(activation) ? [] : [(range[0] + range[1]) / 2];
    const palette = /** @type {const} */ ('diverging');
    return {
      map: { name, range, palette, ...given, levels, isOfNeuron: true },
      title: name,
      describe: () => this.describe(scene, shown),
    };
  }
}
