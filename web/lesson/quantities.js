/**
 * The quantities that a reader can see three ways: as the notebook's NumPy, as a formula, and as the
 * function of the engine that computes it.
 *
 * @module
 */

/**
 * @typedef {object} Quantity
 * @property {string} id as in `data-quantity`
 * @property {string} title
 * @property {string} note what it is, and its shape in words, in a sentence
 * @property {string} numpy the line or the lines that compute it
 * @property {string} tex the formula
 * @property {{ file: string, starts: string }} cpp where the engine computes it: the file from the
 *   project's root, and how the function's first line starts
 *
 * @typedef {Omit<Quantity, 'tex' | 'cpp'> & {
 *   formula: import('./parts/math.js').MathTree,
 *   cpp: { file: string, source: string },
 * }} RenderedQuantity the same as the page gets it
 */

/** Where the engine computes all that an optimiser does. */
const UPDATE = { file: 'engine/src/optimizer.cpp', starts: 'void Optimizer::update' };

/** In the order of the sections that introduce them. @type {Quantity[]} */
export default [
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
  {
    id: 'relu',
    title: 'ReLU',
    note: 'The number itself where it is positive, else 0. A layer applies it to each of its sums; the shape stays.',
    numpy: 'np.maximum(0, x)',
    tex: String.raw`\operatorname{ReLU}(x) = \max(0, x)`,
    cpp: { file: 'engine/src/activation_kernels.cpp', starts: 'void activate' },
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
  {
    id: 'moons',
    title: 'Two moons X, y',
    note: 'Two half circles that reach into each other, with normal noise of standard deviation σ on every point. Features stand in rows, samples in columns.',
    numpy: 'X, y = make_moons(n_samples=300, noise=0.2, random_state=42)\nX = X.T',
    tex: String.raw`\mathbf{x} = \begin{cases} (\cos t,\ \sin t) & y = 0 \\ (1 - \cos t,\ \tfrac{1}{2} - \sin t) & y = 1 \end{cases} \quad + \ \mathcal{N}(0, \sigma^2)`,
    cpp: { file: 'engine/src/datasets.cpp', starts: 'Dataset make_moons' },
  },
  {
    id: 'split',
    title: 'Training and test set',
    note: 'The samples in random order, cut once: the first part is kept for testing, the rest is trained with.',
    numpy:
      'X_train, X_test, y_train, y_test = train_test_split(\n    X.T, y.T, test_size=0.2, random_state=42)',
    tex: String.raw`m_{\text{test}} = \lceil s \cdot m \rceil, \qquad m_{\text{train}} = m - m_{\text{test}}`,
    cpp: { file: 'engine/src/dataset.cpp', starts: 'Split train_test_split' },
  },
  {
    id: 'sample-loss',
    title: 'Loss ℓ of one sample',
    note: 'Minus the natural logarithm of the probability that the network gave to the true class. One number for each sample.',
    numpy:
      'y_pred = np.clip(y_pred, 1e-7, 1 - 1e-7)\n-(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))',
    tex: String.raw`\ell = -\bigl(y \ln \hat{y} + (1 - y) \ln(1 - \hat{y})\bigr)`,
    cpp: { file: 'engine/src/loss.cpp', starts: 'double loss_term(Loss' },
  },
  {
    id: 'cross-entropy',
    title: 'Binary cross-entropy L',
    note: 'The mean of the samples’ losses: the one number that training makes smaller.',
    numpy: 'loss = -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))',
    tex: String.raw`L = -\frac{1}{m} \sum_{i=1}^{m} \bigl(y_i \ln \hat{y}_i + (1 - y_i) \ln(1 - \hat{y}_i)\bigr)`,
    cpp: { file: 'engine/src/loss.cpp', starts: 'double mean_loss' },
  },
  {
    id: 'accuracy',
    title: 'Accuracy',
    note: 'The share of the samples whose predicted class is the true one. Class 1 is predicted for more than one half, so exactly one half is class 0.',
    numpy: 'predictions = (y_pred > 0.5).astype(float)\nnp.mean(predictions == y_true)',
    tex: String.raw`\frac{1}{m} \sum_{i=1}^{m} \bigl[\, [\hat{y}_i > \tfrac{1}{2}] = y_i \,\bigr]`,
    cpp: { file: 'engine/src/loss.cpp', starts: 'double accuracy' },
  },
  {
    id: 'simplified-rule',
    title: 'The simplified rule',
    note: 'What the notebook subtracts in place of the gradient: the output’s error times the layer’s inputs, one row for all neurons of a layer. For the last layer it is the gradient; for the others it is not.',
    numpy:
      'error = y_pred - y\ngrad_weights = np.dot(error, layer.inputs.T) / X.shape[1]\nlayer.weights -= learning_rate * grad_weights',
    tex: String.raw`\mathbf{w}_j \leftarrow \mathbf{w}_j - \alpha \, \frac{1}{m} \sum_{i=1}^{m} (\hat{y}_i - y_i)\, \mathbf{a}_i \qquad \text{for every neuron } j \text{ of the layer}`,
    cpp: { file: 'engine/src/pass.cpp', starts: 'void add_simplified' },
  },
  {
    id: 'effective-rank',
    title: 'Effective rank of a layer',
    note: 'How many neurons’ worth of different outputs a layer has on the training points: 1 when all say the same up to a factor. σₖ are the singular values of its outputs, (neurons, samples).',
    numpy:
      's = np.linalg.svd(output, compute_uv=False)\np = s / s.sum()\nnp.exp(-np.sum(p * np.log(p)))',
    tex: String.raw`\exp\Bigl(-\sum_k p_k \ln p_k\Bigr), \qquad p_k = \frac{\sigma_k}{\sum_l \sigma_l}`,
    cpp: { file: 'engine/src/activity.cpp', starts: 'double effective_rank' },
  },
  {
    id: 'decision-grid',
    title: 'The grid of predictions Z',
    note: 'The network’s output at every point of a regular grid of the plane, a row for each x₂ from the lowest up.',
    numpy:
      'xx, yy = np.meshgrid(\n    np.linspace(x_min, x_max, 200),\n    np.linspace(y_min, y_max, 200))\nmesh_data = np.c_[xx.ravel(), yy.ravel()].T\nZ = nn.forward(mesh_data).reshape(xx.shape)',
    tex: String.raw`Z_{rc} = \hat{y}\bigl(x_1^{(c)}, x_2^{(r)}\bigr), \qquad r, c = 1, \dots, 200`,
    cpp: { file: 'engine/src/neuron_maps.cpp', starts: 'void compute_maps' },
  },
  {
    id: 'grid-bounds',
    title: 'The bounds of the picture',
    note: 'The smallest and the largest value of each feature, with a margin of 0.5 on every side.',
    numpy:
      'x_min, x_max = X[0, :].min() - 0.5, X[0, :].max() + 0.5\ny_min, y_max = X[1, :].min() - 0.5, X[1, :].max() + 0.5',
    tex: String.raw`\bigl[\min_i x_{1i} - \tfrac{1}{2},\ \max_i x_{1i} + \tfrac{1}{2}\bigr] \times \bigl[\min_i x_{2i} - \tfrac{1}{2},\ \max_i x_{2i} + \tfrac{1}{2}\bigr]`,
    cpp: { file: 'engine/src/decision_grid.cpp', starts: 'Bounds data_bounds' },
  },
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
    cpp: { file: 'engine/src/kernels.cpp', starts: 'void combine_deltas' },
  },
  {
    id: 'first-weights',
    title: 'First weights',
    note: 'A matrix for each layer, (neurons, inputs): random numbers from the bell curve, times a scale. The notebook’s scale is 0.01 for every layer; Xavier’s and He’s depend on how many connections a neuron has.',
    numpy: 'self.weights = np.random.randn(n_neurons, n_inputs) * 0.01',
    tex: String.raw`W_{jk} \sim s \cdot \mathcal{N}(0, 1), \quad s = 0.01 \;\text{ or }\; \sqrt{\frac{2}{n_\text{in} + n_\text{out}}} \;\text{(Xavier)} \;\text{ or }\; \sqrt{\frac{2}{n_\text{in}}} \;\text{(He)}`,
    cpp: { file: 'engine/src/network.cpp', starts: 'double scale_of' },
  },
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
  {
    id: 'optimiser-step',
    title: 'Update of a parameter',
    note: 'One number for each weight and bias: what an optimiser adds to it. The notebook knows the plain way only.',
    numpy: 'layer.weights -= learning_rate * grad_weights',
    tex: String.raw`\theta \leftarrow \theta - \alpha \frac{\partial L}{\partial \theta}`,
    cpp: UPDATE,
  },
  {
    id: 'running-mean',
    title: 'Running sum or mean of the gradient',
    note: 'One number for each weight and bias. Momentum adds the new gradient whole and calls it a velocity; Adam takes a mean, and corrects it. The notebook has neither; this is how it would write them.',
    numpy: 'v = mu * v + grad\n\nm = beta1 * m + (1 - beta1) * grad\nm_hat = m / (1 - beta1**t)',
    tex: String.raw`\begin{aligned} v &\leftarrow \mu v + g \\ m &\leftarrow \beta_1 m + (1 - \beta_1)\, g \\ \hat{m} &= \frac{m}{1 - \beta_1^t} \end{aligned}`,
    cpp: UPDATE,
  },
  {
    id: 'running-square',
    title: 'Running mean of the squared gradient',
    note: 'One number for each weight and bias: its root is the gradient’s recent size. The notebook has none; this is how it would write RMSProp’s, and then Adam’s.',
    numpy:
      's = rho * s + (1 - rho) * grad**2\n\ns = beta2 * s + (1 - beta2) * grad**2\ns_hat = s / (1 - beta2**t)',
    tex: String.raw`\begin{aligned} s &\leftarrow \rho s + (1 - \rho)\, g^2 \\ s &\leftarrow \beta_2 s + (1 - \beta_2)\, g^2 \\ \hat{s} &= \frac{s}{1 - \beta_2^t} \end{aligned}`,
    cpp: UPDATE,
  },
];
