/** @type {import('../quantities.js').Quantity[]} */
export const NEURON_QUANTITIES = [
  {
    id: 'weighted-sum',
    title: 'Weighted sum z',
    note: 'One number for each neuron and sample: what the neuron makes of its inputs before it bends the sum.',
    numpy: 'z = np.dot(weights, inputs) + bias',
    tex: String.raw`z = \sum_{i=1}^{n} w_i x_i + b = \mathbf{w} \cdot \mathbf{x} + b`,
    cpp: { file: 'engine/src/algebra.cpp', starts: 'Matrix weighted_sums' },
  },
  {
    id: 'sigmoid',
    title: 'Sigmoid σ(z)',
    note: 'A number between 0 and 1, read as the probability of class 1.',
    numpy: 'output = 1 / (1 + np.exp(-z))',
    tex: String.raw`\sigma(z) = \frac{1}{1 + e^{-z}}`,
    cpp: { file: 'engine/src/elementary.hpp', starts: 'struct Sigmoid {' },
  },
];
