/**
 * Maps of all neurons as TensorFlow Playground makes them: a network of objects, with one forward pass a
 * point (src/nn.ts: forwardProp; src/playground.ts: updateDecisionBoundary). Written anew after it, without
 * what training needs.
 *
 * @module
 */

/** @type {Record<string, (sum: number) => number>} */
const ACTIVATIONS = {
  relu: (sum) => Math.max(0, sum),
  tanh: (sum) => Math.tanh(sum),
  sigmoid: (sum) => 1 / (1 + Math.exp(-sum)),
};

class Unit {
  output = 0;
  /** @type {{ source: Unit, weight: number }[]} */
  links = [];

  /**
   * @param {string} id
   * @param {number} bias
   * @param {(sum: number) => number} activation
   */
  constructor(id, bias, activation) {
    this.id = id;
    this.bias = bias;
    this.activation = activation;
  }

  update() {
    let sum = this.bias;
    for (const { source, weight } of this.links) sum += weight * source.output;
    this.output = this.activation(sum);
  }
}

/**
 * @param {import('./problem.js').Problem} problem
 * @returns {() => Record<string, number[][]>} of each unit, by its id: its outputs by x1, then by x2
 */
export function createPlayground(problem) {
  const { bounds, resolution } = problem;
  const network = buildNetwork(problem);
  const units = network.flat();
  const table = () => Array.from({ length: resolution }, () => new Array(resolution).fill(0));
  const boundary = Object.fromEntries(units.map(({ id }) => [id, table()]));
  const [x1From, x1To, x2From, x2To] = bounds;
  const steps = resolution - 1;
  return () => {
    for (let i = 0; i < resolution; i += 1) {
      for (let j = 0; j < resolution; j += 1) {
        const x1 = x1From + ((x1To - x1From) * i) / steps;
        const x2 = x2From + ((x2To - x2From) * j) / steps;
        forward(network, [x1, x2]);
        for (const { id, output } of units) boundary[id][i][j] = output;
      }
    }
    return boundary;
  };
}

/**
 * @param {ReturnType<ReturnType<typeof createPlayground>>} boundary
 * @param {number} resolution
 * @returns {number[]} as Network's allNeuronMaps() has them: row by row from the lowest x2
 */
export function flatten(boundary, resolution) {
  const at = (/** @type {number[][]} */ map, /** @type {number} */ i) =>
    map[i % resolution][Math.floor(i / resolution)];
  return Object.values(boundary).flatMap((map) =>
    Array.from({ length: resolution ** 2 }, (_, i) => at(map, i)),
  );
}

/** @param {import('./problem.js').Problem} problem */
function buildNetwork({ layers, layerSizes, activation, output }) {
  const inputs = Array.from(
    { length: layerSizes[0] },
    (_, i) => new Unit(`x${i}`, 0, (sum) => sum),
  );
  const network = [inputs];
  layers.forEach(({ weights, biases }, layer) => {
    const activate = ACTIVATIONS[layer + 1 < layers.length ? activation : output];
    const units = Array.from(biases, (bias, i) => new Unit(`${layer}-${i}`, bias, activate));
    units.forEach((unit, i) => {
      unit.links = network[layer].map((source, j) => ({ source, weight: weights[i][j] }));
    });
    network.push(units);
  });
  return network;
}

/**
 * @param {Unit[][]} network
 * @param {number[]} point
 */
function forward([inputs, ...layers], point) {
  inputs.forEach((unit, i) => (unit.output = point[i]));
  for (const layer of layers) for (const unit of layer) unit.update();
}
