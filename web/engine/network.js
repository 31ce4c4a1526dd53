/**
 * A network, and what can be asked of it.
 *
 * @module
 */

import { flatten, toRows } from '../state/matrix.js';
import { joinLayers, splitRows } from '../state/model.js';
import { Handle } from './handle.js';

/** @import { RandomState } from './handle.js' */
/** @import { Matrix } from '../state/matrix.js' */
/** @import { LayerValues } from '../state/model.js' */
/** @import { InitName, LossName, Neuron, RuleName } from '../state/types.js' */
/** @import { EmbindNetwork, FeatureMap, NeuronActivity } from './generated/moonlab.js' */

/**
 * What one layer computed and what came back to it, each a row a neuron and a column a sample.
 * @typedef {object} LayerTrace
 * @property {Float64Array[]} z weights · inputs + biases
 * @property {Float64Array[]} output activation(z), the next layer's inputs
 * @property {Float64Array[]} outputGradient ∂L/∂output of the mean loss; without labels no rows
 * @property {Float64Array[]} delta ∂L/∂z of the mean loss; without labels no rows
 */

/**
 * A multi-layer perceptron. Features are (n_inputs, n_samples), targets (n_outputs, n_samples).
 *
 * @extends {Handle<EmbindNetwork>}
 */
export class Network extends Handle {
  /**
   * @param {EmbindNetwork} object
   * @param {number[]} layerSizes inputs, hidden neurons…, outputs
   */
  constructor(object, layerSizes) {
    super(object);
    this.layerSizes = layerSizes;
  }

  /**
   * Draws the weights from the stream, layer by layer; biases become 0.
   *
   * @param {InitName | number} init a named way, or the factor on N(0, 1)
   * @param {RandomState} randomState
   */
  initialize(init, randomState) {
    if (typeof init === 'number') this.object.initializeScaled(init, randomState.object);
    else this.object.initialize(init, randomState.object);
  }

  /** @returns {Float64Array} in the order of state/parameters.js */
  parameters() {
    return this.object.parameters();
  }

  /** @param {Float64Array} values as parameters() gives them */
  setParameters(values) {
    this.object.setParameters(values);
  }

  /** @returns the parameters by layer */
  layers() {
    return splitRows(this.parameters(), this.layerSizes);
  }

  /** @param {LayerValues[]} layers */
  setLayers(layers) {
    this.setParameters(joinLayers(layers, this.layerSizes));
  }

  /** @returns {string} the printed architecture, a line a layer */
  describe() {
    return this.object.describe();
  }

  /**
   * @param {Matrix} X (n_inputs, n_samples)
   * @returns {Float64Array[]} (n_outputs, n_samples)
   */
  forward(X) {
    return toRows(
      this.object.forward(flatten(X, 'X')),
      this.layerSizes[this.layerSizes.length - 1],
    );
  }

  /**
   * @param {Matrix} X
   * @param {Matrix} y
   * @param {object} [options]
   * @param {RuleName} [options.rule]
   * @param {LossName} [options.loss]
   * @returns the gradient (or what the simplified rule takes for it) by layer
   */
  gradient(X, y, { rule = 'backprop', loss = 'binary_cross_entropy' } = {}) {
    const flat = this.object.gradient(rule, flatten(X, 'X'), flatten(y, 'y'), loss);
    return splitRows(flat, this.layerSizes);
  }

  /**
   * Central differences, one parameter at a time.
   *
   * @param {Matrix} X
   * @param {Matrix} y
   * @param {object} [options]
   * @param {LossName} [options.loss]
   * @param {number} [options.epsilon] > 0
   * @returns the gradient by layer
   */
  numericalGradient(X, y, { loss = 'binary_cross_entropy', epsilon = 1e-6 } = {}) {
    const flat = this.object.numericalGradient(flatten(X, 'X'), flatten(y, 'y'), loss, epsilon);
    return splitRows(flat, this.layerSizes);
  }

  /**
   * @param {Matrix} X
   * @param {Matrix} y
   * @param {object} [options]
   * @param {LossName} [options.loss]
   * @returns {{ loss: number, accuracy: number, r2?: number }} r2 of two samples or more under squared
   *   error, with one output
   */
  evaluate(X, y, { loss = 'binary_cross_entropy' } = {}) {
    return this.object.evaluate(flatten(X, 'X'), flatten(y, 'y'), loss);
  }

  /**
   * What the neurons of each layer do on a data set.
   *
   * @param {Matrix} X (n_inputs, n_samples)
   */
  activities(X) {
    return this.object.activities(flatten(X, 'X'), true);
  }

  /**
   * The same without the effective ranks, which take most of the time: for questions that are often asked.
   *
   * @param {Matrix} X (n_inputs, n_samples)
   * @returns {NeuronActivity[]} one entry for each layer, the output layer included
   */
  neuronActivity(X) {
    return this.object
      .activities(flatten(X, 'X'), false)
      .map(({ dead, twinOf }) => ({ dead, twinOf }));
  }

  /**
   * One pass with everything kept: forward, and back again where there are labels. For the last
   * layer's outputGradient where a sigmoid is saturated, see trace.hpp.
   *
   * @param {Matrix} X (n_inputs, n_samples)
   * @param {Matrix | null} [y] (n_outputs, n_samples)
   * @param {object} [options]
   * @param {LossName} [options.loss]
   * @returns {LayerTrace[]} one entry a layer
   */
  trace(X, y = null, { loss = 'binary_cross_entropy' } = {}) {
    const layers = y
      ? this.object.trace(flatten(X, 'X'), flatten(y, 'y'), loss)
      : this.object.traceForward(flatten(X, 'X'));
    return layers.map(({ z, output, outputGradient, delta }, i) => {
      const nNeurons = this.layerSizes[i + 1];
      return {
        z: toRows(z, nNeurons),
        output: toRows(output, nNeurons),
        outputGradient: y ? toRows(outputGradient, nNeurons) : [],
        delta: y ? toRows(delta, nNeurons) : [],
      };
    });
  }

  /**
   * The outputs of a network over a regular grid of the plane.
   *
   * @param {ArrayLike<number>} bounds x1 min, x1 max, x2 min, x2 max
   * @param {number} resolution points a side, 2 to 2000
   * @param {Float64Array} [into] as many numbers to write over: sooner done than a new array
   * @param {FeatureMap} [map] what the network is given of a point; x1 and x2 if missing
   * @returns {Float64Array} (n_outputs, resolution, resolution): for each output resolution² values, row
   *   by row from the lowest x2; `into`, if given
   */
  decisionGrid(bounds, resolution, into, map) {
    return this.object.decisionGrid(bounds, resolution, into, map);
  }

  /**
   * What neurons give over the points of decisionGrid(), in one pass.
   *
   * @param {Neuron[]} neurons one or more
   * @param {ArrayLike<number>} bounds x1 min, x1 max, x2 min, x2 max
   * @param {number} resolution points a side, 2 to 2000
   * @param {FeatureMap} [map] what the network is given of a point; x1 and x2 if missing
   * @returns {Float64Array} (n_neurons, resolution, resolution), from the lowest x2
   */
  neuronMaps(neurons, bounds, resolution, map) {
    const places = neurons.flatMap(({ layer, neuron }) => [layer, neuron]);
    return this.object.neuronMaps(places, bounds, resolution, map);
  }

  /**
   * The same of all inputs, and then of all neurons, layer by layer.
   *
   * @param {ArrayLike<number>} bounds x1 min, x1 max, x2 min, x2 max
   * @param {number} resolution points a side, 2 to 2000
   * @param {Float32Array} [spare] written over if it has as many numbers: sooner done than a new array
   * @param {FeatureMap} [map] what the network is given of a point; x1 and x2 if missing
   * @returns {Float32Array} rounded: (n_inputs and n_neurons, resolution, resolution), from the lowest x2
   */
  allNeuronMaps(bounds, resolution, spare, map) {
    const count = this.layerSizes.reduce((sum, size) => sum + size, 0);
    const into = spare?.length === count * resolution ** 2 ? spare : undefined;
    return this.object.allNeuronMaps(bounds, resolution, into, map);
  }
}
