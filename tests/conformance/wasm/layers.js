/**
 * @typedef {import('../../../web/engine/engine.js').Engine} Engine
 * @typedef {import('../../../web/state/model.js').LayerValues} LayerValues
 * @typedef {import('./fields.js').Fields} Fields
 * @typedef {import('./comparison.js').Comparison} Comparison
 *
 * Computes a case with the engine and compares. One function a kind of golden file.
 * @typedef {(golden: Fields, comparison: Comparison, engine: Engine) => void} Check
 */

/**
 * @param {Fields} golden
 * @param {Engine} engine
 * @returns the network that `layer_sizes` and `activations` describe, all parameters 0
 */
export function readNetwork(golden, engine) {
  return engine.createNetwork(golden.counts('layer_sizes'), golden.texts('activations'));
}

/**
 * @param {Fields} golden
 * @param {string} name
 * @returns {(LayerValues & { path: string })[]} the layers in the field, each with where it stands
 */
export function readLayers(golden, name) {
  return golden.objects(name).map((layer, i) => ({
    weights: layer.matrix('weights'),
    biases: layer.numbers('biases'),
    path: golden.path(`${name}[${i}]`),
  }));
}

/**
 * Compares weights and biases with those of the field `name`.
 *
 * @param {Fields} golden
 * @param {string} name
 * @param {LayerValues[]} ours
 * @param {Comparison} comparison
 */
export function compareLayers(golden, name, ours, comparison) {
  const theirs = readLayers(golden, name);
  if (theirs.length !== ours.length) {
    throw new Error(`${golden.path(name)}: ${theirs.length} layers; allowed: ${ours.length}`);
  }
  theirs.forEach(({ weights, biases, path }, i) => {
    comparison.close(`${path}.weights`, ours[i].weights, weights);
    comparison.close(`${path}.biases`, ours[i].biases, biases);
  });
}
