import { columnsOf, gridPoints } from './problem.js';

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
 * The library's own last layers, which bring the neurons before them, and what it is told of a sample.
 * Of a squared error it takes half of everybody else's slope, and tells the double as its loss.
 *
 * @type {Record<import('./problem.js').Problem['output'], { layer: (nOutputs: number) => object,
 *   target: (y: number[]) => number | number[], slope: number, loss: number }>}
 */
const ENDS = {
  sigmoid: {
    layer: (nOutputs) => ({ type: 'fc', num_neurons: nOutputs }),
    target: ([y]) => y,
    slope: 1,
    loss: 1,
  },
  softmax: {
    layer: (nOutputs) => ({ type: 'softmax', num_classes: nOutputs }),
    target: (y) => y.indexOf(1),
    slope: 1,
    loss: 1,
  },
  linear: {
    layer: (nOutputs) => ({ type: 'regression', num_neurons: nOutputs }),
    target: (y) => y,
    slope: 0.5,
    loss: 2,
  },
};

/**
 * @param {import('./problem.js').Problem} problem
 * @returns {import('./problem.js').Subject}
 */
export function createConvNet(problem) {
  const { target, slope, loss: factor } = ENDS[problem.output];
  const net = createNet(problem);
  const samples = columnsOf(problem.X).map(toVolume);
  const targets = columnsOf(problem.y).map(target);
  const points = problem.layerSizes[0] === 2 ? gridPoints(problem).map(toVolume) : [];
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: problem.learningRate / slope,
    momentum: 0,
    batch_size: samples.length,
    l2_decay: 0,
  });
  return {
    train(epochs) {
      let loss = NaN;
      for (let epoch = 0; epoch < epochs; ++epoch) {
        loss = 0;
        samples.forEach((sample, i) => (loss += trainer.train(sample, targets[i]).cost_loss));
      }
      return loss / factor / samples.length;
    },
    outputs: () => samples.flatMap((sample) => [...outputOf(net.forward(sample))]),
    grid: () => Float64Array.from(points, (point) => net.forward(point).probability),
  };
}

/** @param {any} last layer, or what it gives */
function outputOf(last) {
  return 'probability' in last ? [last.probability] : last.w;
}

/** @param {import('./problem.js').Problem} problem */
function createNet({ activation, output, layerSizes, layers }) {
  const hidden = layerSizes.slice(1, -1);
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: layerSizes[0] },
    ...hidden.map((neurons) => ({ type: 'fc', num_neurons: neurons, activation })),
    ENDS[output].layer(layerSizes[layerSizes.length - 1]),
  ]);
  const dense = net.layers.filter((/** @type {any} */ layer) => layer.layer_type === 'fc');
  layers.forEach(({ weights, biases }, i) => {
    weights.forEach((row, neuron) => dense[i].filters[neuron].w.set(row));
    dense[i].biases.w.set(biases);
  });
  if (output === 'sigmoid') net.layers.push(new SigmoidCrossEntropy());
  return net;
}

/** @param {number[]} point */
function toVolume(point) {
  return new convnetjs.Vol(point);
}
