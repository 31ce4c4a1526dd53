/** @type {import('../quantities.js').Quantity[]} */
export const ARCHITECTURES_QUANTITIES = [
  {
    id: 'test-accuracy',
    title: 'Test accuracy',
    note: 'One number for a network: the share of the test points, which it has not been trained on, that get the right class. A point is given class 1 if its probability is more than one half.',
    numpy: 'y_pred_test = nn.forward(X_test)\ntest_acc = np.mean((y_pred_test > 0.5) == y_test)',
    tex: String.raw`\frac{1}{m} \sum_{i=1}^{m} \left[ \left( \hat{y}_i > \tfrac{1}{2} \right) = y_i \right]`,
    cpp: { file: 'engine/src/loss.cpp', starts: 'double accuracy' },
  },
  {
    id: 'multiply-adds',
    title: 'Multiply-adds of an epoch',
    note: 'One number for a network and a rule: how many times a number is multiplied by another and added to a sum. For exact backpropagation on m samples: W are all weights, W₁ those of the first layer, P all parameters.',
    numpy:
      'z = np.dot(self.weights, inputs) + self.biases\n# and in the loop over the layers:\ngrad_weights = np.dot(error, layer.inputs.T) / X.shape[1]',
    tex: String.raw`m \left( \underbrace{W}_{\text{forward}} + \underbrace{W + (W - W_1)}_{\text{backward}} \right) + \underbrace{P}_{\text{step}}`,
    cpp: { file: 'engine/src/kernels.cpp', starts: 'void dense_backward' },
  },
  {
    id: 'first-weights',
    title: 'First weights',
    note: 'A matrix for each layer, (neurons, inputs): random numbers from the bell curve, times a scale. The notebook’s scale is 0.01 for every layer; Xavier’s and He’s depend on how many connections a neuron has.',
    numpy: 'self.weights = np.random.randn(n_neurons, n_inputs) * 0.01',
    tex: String.raw`W_{jk} \sim s \cdot \mathcal{N}(0, 1), \quad s = 0.01 \;\text{ or }\; \sqrt{\frac{2}{n_\text{in} + n_\text{out}}} \;\text{(Xavier)} \;\text{ or }\; \sqrt{\frac{2}{n_\text{in}}} \;\text{(He)}`,
    cpp: { file: 'engine/src/network.cpp', starts: 'double scale_of' },
  },
];
