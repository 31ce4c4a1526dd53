/** @typedef {import('./session.js').Session} Session */

/** Points a side that the engine computes. */
const MAX_RESOLUTION = 2000;

/**
 * @param {Session} session
 * @param {number} layer 0 is the inputs
 * @param {number} neuron from 1
 * @param {number} resolution points a side
 * @returns {Promise<Float64Array>} what it gives over the picture's plane, row by row from the lowest x2
 * @throws {RangeError} that says what came and what is allowed
 */
export function neuronMap(session, layer, neuron, resolution) {
  return session.ask((client) => {
    const layerSizes = session.state.description?.layerSizes ?? [];
    check('layer', layer, 0, layerSizes.length - 1);
    check('neuron', neuron, 1, layerSizes[layer], ` in layer ${layer}`);
    check('resolution', resolution, 2, MAX_RESOLUTION);
    return client.neuronMap(layer, neuron - 1, resolution);
  });
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} min
 * @param {number} max
 * @param {string} [where]
 * @throws {RangeError}
 */
function check(name, value, min, max, where = '') {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new RangeError(
    `neuronMap: ${name} is ${value}; allowed are whole numbers from ${min} to ${max}${where}`,
  );
}
