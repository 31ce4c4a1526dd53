/** @type {import('../quantities.js').Quantity[]} */
export const BACKPROPAGATION_QUANTITIES = [
  {
    id: 'output-delta',
    title: 'The output’s error δ',
    note: 'How the mean loss changes with the output’s weighted sums: a row for each output neuron, a column for each of the m samples. The m of the mean is divided by here, once, rather than in each gradient. This form holds for a sigmoid under binary cross-entropy. The notebook calls ŷ − y the error, and uses it for every layer.',
    numpy: 'delta = (y_pred - y) / m',
    tex: String.raw`\delta^{(\text{last})} = \frac{\partial L}{\partial z^{(\text{last})}} = \frac{1}{m} \left( \hat{y} - y \right)`,
    cpp: { file: 'engine/src/trace.cpp', starts: 'void start_backward' },
  },
  {
    id: 'hidden-delta',
    title: 'A hidden layer’s δ',
    note: 'How the mean loss changes with a hidden layer’s weighted sums: what the layer behind reports, back through its weights, times the slopes of the activation, which for tanh are 1 − a². A row for each neuron, a column for each sample. The notebook leaves this out.',
    numpy:
      'd_output = np.dot(next_layer.weights.T, next_delta)\ndelta = d_output * (1 - layer.output**2)',
    tex: String.raw`\begin{aligned} \frac{\partial L}{\partial a^{(l)}} &= \left(W^{(l+1)}\right)^{\mathsf{T}} \delta^{(l+1)} \\ \delta^{(l)} &= \frac{\partial L}{\partial a^{(l)}} \odot f'\!\left(z^{(l)}\right) \end{aligned}`,
    cpp: {
      file: 'engine/src/trace.cpp',
      starts:
        'std::vector<LayerTrace> trace(const Network& network, const Dataset& data, Loss loss)',
    },
  },
  {
    id: 'weight-gradient',
    title: 'Gradient of the weights',
    note: 'The slope of the mean loss along every weight, in the shape of the weights. The notebook’s line has the error of the output in the place of δ, whatever the layer.',
    numpy: 'grad_weights = delta @ layer.inputs.T\ngrad_biases = delta.sum(axis=1, keepdims=True)',
    tex: String.raw`\begin{aligned} \frac{\partial L}{\partial W^{(l)}} &= \delta^{(l)} \left(a^{(l-1)}\right)^{\mathsf{T}} \\ \frac{\partial L}{\partial b^{(l)}} &= \sum_{i=1}^{m} \delta^{(l)}_i \end{aligned}`,
    cpp: { file: 'engine/src/pass.cpp', starts: 'void add_backprop' },
  },
  {
    id: 'central-difference',
    title: 'Central difference',
    note: 'The slope measured instead of derived: the loss a little above and a little below, along one parameter at a time. Two forward passes for each.',
    numpy: '(loss_at(w + epsilon) - loss_at(w - epsilon)) / (2 * epsilon)',
    tex: String.raw`\frac{\partial L}{\partial w} \approx \frac{L(w + \varepsilon) - L(w - \varepsilon)}{2 \varepsilon}`,
    cpp: { file: 'engine/src/gradient.cpp', starts: 'Gradient numerical_gradient' },
  },
];
