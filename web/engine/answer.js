import { FEATURES, namesOf } from '../state/choices.js';
import { findCrossings } from './crossings.js';
import { using } from './handle.js';

/** @import { Neuron } from '../state/types.js' */

/**
 * What a network says over the plane.
 *
 * @param {Pick<import('./data.js').DataMaker, 'inputsOf'>} engine
 * @param {import('./network.js').Network} network
 * @param {object} plane
 * @param {ArrayLike<number>} plane.bounds x1 from, to, x2 from, to
 * @param {number} plane.resolution points a side
 * @param {import('./generated/moonlab.js').FeatureMap} plane.map what the network is given of a point
 * @param {import('../state/types.js').ProblemName} plane.problem
 * @param {Neuron | null} plane.neuron whose map comes besides, if the network has it
 * @returns {import('../state/types.js').Answer}
 */
export function answerOf(engine, network, { bounds, resolution, map, problem, neuron }) {
  const [grid, values] = gridsOf(network, { bounds, resolution, map, neuron });
  const neuronMap = neuron && values ? { ...neuron, values } : null;
  if (problem === 'regression') {
    return { grid, crossings: new Float64Array(0), resolution, neuronMap };
  }
  const crossings = findCrossings({ grid, resolution, bounds }, (points) =>
    network.forward(engine.inputsOf(points, map)),
  );
  return { grid, crossings, resolution, neuronMap };
}

/**
 * @param {import('./network.js').Network} network
 * @param {Pick<Parameters<typeof answerOf>[2], 'bounds' | 'resolution' | 'map' | 'neuron'>} plane
 * @returns {Float64Array[]} the outputs, and the neuron's map if there is one
 */
function gridsOf(network, { bounds, resolution, map, neuron }) {
  const { layerSizes } = network;
  if (!neuron || !isIn(layerSizes, neuron)) {
    return [network.decisionGrid(bounds, resolution, undefined, map)];
  }
  // Together, in one pass.
  const layer = layerSizes.length - 1;
  const outputs = Array.from({ length: layerSizes[layer] }, (_, i) => ({ layer, neuron: i }));
  const values = network.neuronMaps([...outputs, neuron], bounds, resolution, map);
  const end = outputs.length * resolution ** 2;
  return [values.subarray(0, end), values.subarray(end)];
}

/**
 * @param {number[]} layerSizes
 * @param {Neuron} neuron
 */
function isIn(layerSizes, { layer, neuron }) {
  return neuron >= 0 && neuron < (layerSizes[layer] ?? 0);
}

/**
 * What a network could be given of the points of the plane.
 *
 * @param {Pick<import('./start.js').NetworkMaker, 'createNetwork'>} engine
 * @param {number} resolution points a side
 * @param {ArrayLike<number>} bounds x1 from, to, x2 from, to
 * @param {import('../state/types.js').Scaler | null} scaler of the points
 * @returns {Float64Array} (features, resolution, resolution), all that there are in the table's order, from the
 *   lowest x2
 */
export function featureMapsOf(engine, resolution, bounds, scaler) {
  const features = namesOf(FEATURES);
  const inputs = features.map((_, neuron) => ({ layer: 0, neuron }));
  return using([engine.createNetwork([features.length, 1], ['linear'])], (network) =>
    network.neuronMaps(inputs, bounds, resolution, { features, scaler }),
  );
}
