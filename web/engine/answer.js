import { findCrossings } from './crossings.js';

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
 * @param {Float64Array} [plane.grid] what it says there, if that is known
 * @returns {import('../state/types.js').Answer}
 */
export function answerOf(engine, network, plane) {
  const { bounds, resolution, map, problem } = plane;
  const grid = plane.grid ?? network.decisionGrid(bounds, resolution, undefined, map);
  if (problem === 'regression') return { grid, crossings: new Float64Array(0), resolution };
  const crossings = findCrossings({ grid, resolution, bounds }, (points) =>
    network.forward(engine.inputsOf(points, map)),
  );
  return { grid, crossings, resolution };
}
