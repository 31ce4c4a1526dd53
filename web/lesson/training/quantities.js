/** @type {import('../quantities.js').Quantity[]} */
export const TRAINING_QUANTITIES = [
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
    cpp: { file: 'engine/src/datasets.cpp', starts: 'Split train_test_split' },
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
];
