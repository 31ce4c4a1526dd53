/** @type {import('../quantities.js').Quantity[]} */
export const LAYER_QUANTITIES = [
  {
    id: 'layer-weights',
    title: 'Weights W of a layer',
    note: 'A row for each neuron, a column for each input: (n_neurons, n_inputs). Drawn from a normal distribution, row by row, and made small.',
    numpy: 'self.weights = np.random.randn(n_neurons, n_inputs) * 0.01',
    tex: String.raw`\begin{aligned} W &= \begin{pmatrix} w_{11} & \cdots & w_{1n} \\ \vdots & & \vdots \\ w_{m1} & \cdots & w_{mn} \end{pmatrix} \\ w_{ij} &\sim 0.01 \cdot \mathcal{N}(0, 1) \end{aligned}`,
    cpp: { file: 'engine/src/layer.cpp', starts: 'void Layer::initialize' },
  },
  {
    id: 'layer-biases',
    title: 'Biases b of a layer',
    note: 'One for each neuron, as a column: (n_neurons, 1). They start at 0.',
    numpy: 'self.biases = np.zeros((n_neurons, 1))',
    tex: String.raw`b = \begin{pmatrix} 0 \\ \vdots \\ 0 \end{pmatrix}`,
    cpp: { file: 'engine/src/layer.cpp', starts: 'Layer::Layer' },
  },
  {
    id: 'layer-sums',
    title: 'Sums Z of a layer',
    note: 'The weighted sum of every neuron (row) for every sample (column): (n_neurons, n_samples). The column of biases is added to each column.',
    numpy: 'z = np.dot(self.weights, inputs) + self.biases',
    tex: String.raw`\begin{aligned} Z &= W X + b \\ z_{is} &= \sum_{j=1}^{n} w_{ij} \, x_{js} + b_i \end{aligned}`,
    cpp: { file: 'engine/src/algebra.cpp', starts: 'Matrix weighted_sums' },
  },
  {
    id: 'layer-output',
    title: 'Output A of a layer',
    note: 'The activation function of every sum by itself; the shape stays (n_neurons, n_samples). It is the next layer’s input.',
    numpy: 'output = self.activation(z)',
    tex: String.raw`\begin{aligned} A &= f(W X + b) \\ a_{is} &= f(z_{is}) \end{aligned}`,
    cpp: { file: 'engine/src/trace.cpp', starts: 'Matrix activated' },
  },
];
