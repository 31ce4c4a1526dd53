import { gridPoints } from './problem.js';

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

  const X = tf.tensor2d(Array.from(problem.y, (_, i) => [problem.X[0][i], problem.X[1][i]]));
  const y = tf.tensor2d(Array.from(problem.y, (label) => [label]));
  const points = tf.tensor2d(gridPoints(problem));
  const optimizer = tf.train.sgd(problem.learningRate);
  return {
    train(epochs) {
      let loss = NaN;
      for (let epoch = 0; epoch < epochs; ++epoch) {
        const cost = optimizer.minimize(() => tf.losses.sigmoidCrossEntropy(y, logits(X)), true);
        [loss] = cost.dataSync();
        cost.dispose();
      }
      return loss;
    },
    grid: () => tf.tidy(() => tf.sigmoid(logits(points)).dataSync()),
  };
}
