/** @type {import('../quantities.js').Quantity[]} */
export const NETWORK_QUANTITIES = [
  {
    id: 'forward-pass',
    title: 'Forward pass',
    note: 'All layers one after the other, each with what the one before it gave. Every matrix has a row for each neuron and a column for each sample.',
    numpy: 'output = X\nfor layer in self.layers:\n    output = layer.forward(output)',
    tex: String.raw`\begin{aligned} a^{(0)} &= x \\ a^{(l)} &= f^{(l)}\!\left(W^{(l)} a^{(l-1)} + b^{(l)}\right) \\ \hat{y} &= a^{(\text{last})} \end{aligned}`,
    cpp: {
      file: 'engine/src/trace.cpp',
      starts: 'std::vector<LayerTrace> trace(const Network& network, const Matrix& X)',
    },
  },
  {
    id: 'parameter-count',
    title: 'Number of parameters',
    note: 'How many numbers training may change: in each layer a weight for every pair of an input and a neuron, and a bias for every neuron.',
    numpy: 'sum(layer.weights.size + layer.biases.size\n    for layer in nn.layers)',
    tex: String.raw`\sum_{l} \left( n_l \, n_{l-1} + n_l \right)`,
    cpp: { file: 'engine/src/network.cpp', starts: 'std::size_t Network::n_parameters(' },
  },
];
