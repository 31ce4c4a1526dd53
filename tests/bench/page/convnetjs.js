import { gridPoints } from './problem.js';

/** @type {any} The library's script puts it there; it has no types. */
const convnetjs = /** @type {any} */ (window).convnetjs;

/**
 * ConvNetJS, sample by sample as it works. It has no sigmoid output under cross-entropy, so that
 * layer is here, written as its own loss layers are: a softmax over two neurons would be more work.
 */
class SigmoidCrossEntropy {
  /** @param {any} input */
  forward(input) {
    this.in_act = input;
    this.probability = 1 / (1 + Math.exp(-input.w[0]));
    return this;
  }

  /** @param {number} y */
  backward(y) {
    const p = /** @type {number} */ (this.probability);
    this.in_act.dw = convnetjs.zeros(1);
    this.in_act.dw[0] = p - y;
    return -Math.log(y === 1 ? p : 1 - p);
  }

  getParamsAndGrads() {
    return [];
  }
}

/**
 * @param {import('./problem.js').Problem} problem
 * @returns {import('./problem.js').Subject}
 */
export function createConvNet(problem) {
  const net = createNet(problem);
  const samples = Array.from(problem.y, (_, i) => toVolume([problem.X[0][i], problem.X[1][i]]));
  const points = gridPoints(problem).map(toVolume);
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: problem.learningRate,
    momentum: 0,
    batch_size: samples.length,
    l2_decay: 0,
  });
  return {
    train(epochs) {
      let loss = NaN;
      for (let epoch = 0; epoch < epochs; ++epoch) {
        loss = 0;
        samples.forEach((sample, i) => (loss += trainer.train(sample, problem.y[i]).cost_loss));
      }
      return loss / samples.length;
    },
    grid: () => Float64Array.from(points, (point) => net.forward(point).probability),
  };
}

/** @param {import('./problem.js').Problem} problem */
function createNet({ activation, layerSizes, layers }) {
  const hidden = layerSizes.slice(1, -1);
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: layerSizes[0] },
    ...hidden.map((neurons) => ({ type: 'fc', num_neurons: neurons, activation })),
    { type: 'fc', num_neurons: 1 },
  ]);
  const dense = net.layers.filter((/** @type {any} */ layer) => layer.layer_type === 'fc');
  layers.forEach(({ weights, biases }, i) => {
    weights.forEach((row, neuron) => dense[i].filters[neuron].w.set(row));
    dense[i].biases.w.set(biases);
  });
  net.layers.push(new SigmoidCrossEntropy());
  return net;
}

/** @param {[number, number]} point */
function toVolume(point) {
  return new convnetjs.Vol(point);
}
