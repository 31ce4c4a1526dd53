/** @type {import('../quantities.js').Quantity[]} */
export const ACTIVATIONS_QUANTITIES = [
  {
    id: 'relu',
    title: 'ReLU',
    note: 'The number itself where it is positive, else 0. A layer applies it to each of its sums; the shape stays.',
    numpy: 'np.maximum(0, x)',
    tex: String.raw`\operatorname{ReLU}(x) = \max(0, x)`,
    cpp: { file: 'engine/src/kernels.cpp', starts: 'void activate' },
  },
  {
    id: 'tanh',
    title: 'tanh',
    note: 'A number between −1 and 1, with the sign of x.',
    numpy: 'np.tanh(x)',
    tex: String.raw`\begin{aligned} \tanh x &= \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}} \\ &= 2\,\sigma(2x) - 1 \end{aligned}`,
    cpp: { file: 'engine/src/elementary.hpp', starts: 'struct Tanh {' },
  },
  {
    id: 'activation-slope',
    title: 'Slope f′(x) of an activation function',
    note: 'How much the output changes per unit of x. The engine computes it from the output a = f(x), which it has at hand; the notebook leaves derivatives to its sequel.',
    numpy:
      'relu_slope = (a > 0).astype(float)\nsigmoid_slope = a * (1 - a)\ntanh_slope = 1 - a ** 2',
    tex: String.raw`\begin{aligned} \operatorname{ReLU}'(x) &= \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} \\ \sigma'(x) &= \sigma(x)\,(1 - \sigma(x)) \\ \tanh'(x) &= 1 - \tanh^2 x \end{aligned}`,
    cpp: { file: 'engine/src/activation.cpp', starts: 'double derivative_from_value' },
  },
  {
    id: 'merged-layers',
    title: 'Two linear layers as one',
    note: 'The weights and the bias of the one layer that does what two in a row do, as long as nothing bends the numbers between them.',
    numpy: 'W = np.dot(W2, W1)\nb = np.dot(W2, b1) + b2',
    tex: String.raw`\begin{aligned} & W_2 (W_1 x + b_1) + b_2 \\ & \quad = \underbrace{W_2 W_1}_{W} x + \underbrace{W_2 b_1 + b_2}_{b} \end{aligned}`,
    cpp: { file: 'engine/src/algebra.cpp', starts: 'Matrix weighted_sums' },
  },
];
