import { compareLayers, readLayers, readNetwork } from './layers.js';

/** @typedef {import('./layers.js').Check} Check */

/** @type {Check} */
export function checkActivations(golden, comparison, engine) {
  const activation = golden.text('activation');
  const x = golden.numbers('x');
  comparison.close('value', engine.activate(activation, x), golden.numbers('value'));
  const derivative = engine.activationDerivative(activation, x);
  comparison.close('derivative', derivative, golden.numbers('derivative'));
}

/** @type {Check} */
export function checkNeuron(golden, comparison, engine) {
  const inputs = golden.numbers('inputs');
  const layer = { weights: [golden.numbers('weights')], biases: [golden.number('bias')] };
  const run = (/** @type {string} */ activation) => {
    const network = engine.createNetwork([inputs.length, 1], [activation]);
    network.setLayers([layer]);
    const [[output]] = network.forward(inputs.map((input) => [input]));
    network.dispose();
    return output;
  };
  comparison.close('z', run('linear'), golden.number('z'));
  comparison.close('output', run('sigmoid'), golden.number('output'));
}

/** @type {Check} */
export function checkForward(golden, comparison, engine) {
  const network = readNetwork(golden, engine);
  const stream = engine.createRandomState(golden.count('seed'));
  network.initialize(golden.number('weight_scale'), stream);
  compareLayers(golden, 'layers', network.layers(), comparison);
  comparison.close('output', network.forward(golden.matrix('X')), golden.matrix('output'));
  network.dispose();
  stream.dispose();
}

/**
 * What a case of the losses may ask for.
 *
 * @type {Record<string, 'binaryCrossEntropy' | 'categoricalCrossEntropy' | 'meanSquaredError'
 *   | 'accuracy' | 'r2Score'>}
 */
const MEASURES = {
  binary_cross_entropy: 'binaryCrossEntropy',
  categorical_cross_entropy: 'categoricalCrossEntropy',
  mean_squared_error: 'meanSquaredError',
  accuracy: 'accuracy',
  r2: 'r2Score',
};

/** @type {Check} */
export function checkLoss(golden, comparison, engine) {
  // Of one output a list of numbers, of several a list a row.
  const outputs = (/** @type {string} */ name) =>
    /** @type {any} */ (golden.hasRows(name) ? golden.matrix(name) : golden.numbers(name));
  const [yTrue, yPred] = [outputs('y_true'), outputs('y_pred')];
  const asked = Object.keys(MEASURES).filter((name) => golden.has(name));
  for (const name of asked) {
    comparison.close(name, engine[MEASURES[name]](yTrue, yPred), golden.number(name));
  }
  if (asked.length === 0) golden.number(Object.keys(MEASURES)[0]); // says that it is missing
}

/** @type {Check} */
export function checkGradients(golden, comparison, engine) {
  const network = readNetwork(golden, engine);
  network.setLayers(readLayers(golden, 'layers'));
  const X = golden.matrix('X');
  const y = golden.matrix('y');
  const loss = /** @type {import('../../../web/state/types.js').LossName} */ (golden.text('loss'));
  const found = network.evaluate(X, y, { loss });
  comparison.close('loss_value', found.loss, golden.number('loss_value'));
  compareLayers(golden, 'gradients', network.gradient(X, y, { loss }), comparison);
  network.dispose();
}

/**
 * Row by row: one sum over all of a large grid can lose more than the tolerance to rounding.
 *
 * @param {Float64Array} grid
 * @param {number} resolution
 */
function meanOf(grid, resolution) {
  const sumOf = (/** @type {ArrayLike<number>} */ values) =>
    Array.from(values).reduce((sum, value) => sum + value, 0);
  const rowSums = Array.from({ length: resolution }, (_, row) =>
    sumOf(grid.subarray(row * resolution, (row + 1) * resolution)),
  );
  return sumOf(rowSums) / grid.length;
}

/** @type {Check} */
export function checkBoundary(golden, comparison, engine) {
  const network = readNetwork(golden, engine);
  network.setLayers(readLayers(golden, 'layers'));
  const bounds = engine.dataBounds(golden.matrix('X'), golden.number('margin'));
  comparison.close('bounds', bounds, golden.numbers('bounds'));
  const resolution = golden.count('resolution');
  const grid = network.decisionGrid(bounds, resolution);
  const values = golden.counts('indices').map((index) => {
    if (index >= grid.length) throw new Error(`indices: ${index}; allowed: a place in the grid`);
    return grid[index];
  });
  comparison.close('values', values, golden.numbers('values'));
  comparison.close('mean', meanOf(grid, resolution), golden.number('mean'));
  network.dispose();
}
