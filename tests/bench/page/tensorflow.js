import { columnsOf, gridPoints } from './problem.js';

/** @type {any} The library's script puts it there; its types are those of modules. */
const tf = /** @type {any} */ (window).tf;

/** Relative to this file. */
const WASM_FILES = '../node_modules/@tensorflow/tfjs-backend-wasm/dist/';

/** Its float32 SIMD build on one thread: all that a page without cross-origin isolation has. */
export async function startTensorFlow() {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  tf.setWasmPaths(new URL(WASM_FILES, import.meta.url).href);
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has no WebAssembly here');
}

/** What each output is, and what its loss is, from the sums of the last layer. */
const ENDS = {
  sigmoid: { output: tf.sigmoid, loss: tf.losses.sigmoidCrossEntropy },
  softmax: { output: tf.softmax, loss: tf.losses.softmaxCrossEntropy },
  linear: { output: (/** @type {any} */ z) => z, loss: tf.losses.meanSquaredError },
};

/**
 * @param {import('./problem.js').Problem} problem
 * @returns {import('./problem.js').Subject}
 */
export function createTensorFlow(problem) {
  const layers = problem.layers.map(({ weights, biases }) => ({
    weights: tf.variable(tf.transpose(tf.tensor2d(weights.map((row) => [...row])))),
    biases: tf.variable(tf.tensor1d([...biases])),
  }));
  const activate = problem.activation === 'relu' ? tf.relu : tf.tanh;
  const logits = (/** @type {any} */ X) =>
    layers.reduce((inputs, { weights, biases }, i) => {
      const z = tf.add(tf.matMul(inputs, weights), biases);
      return i < layers.length - 1 ? activate(z) : z;
    }, X);

  const { output, loss: lossOf } = ENDS[problem.output];
  const X = tf.tensor2d(columnsOf(problem.X));
  const y = tf.tensor2d(columnsOf(problem.y));
  const points = problem.layerSizes[0] === 2 ? tf.tensor2d(gridPoints(problem)) : null;
  const optimizer = tf.train.sgd(problem.learningRate);
  return {
    train(epochs) {
      let loss = NaN;
      for (let epoch = 0; epoch < epochs; ++epoch) {
        const cost = optimizer.minimize(() => lossOf(y, logits(X)), true);
        [loss] = cost.dataSync();
        cost.dispose();
      }
      return loss;
    },
    outputs: () => tf.tidy(() => output(logits(X)).dataSync()),
    grid: () => tf.tidy(() => output(logits(points)).dataSync()),
  };
}
