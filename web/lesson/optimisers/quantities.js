/** Where all of them are. */
const UPDATE = { file: 'engine/src/optimizer.cpp', starts: 'void Optimizer::update' };

/** @type {import('../quantities.js').Quantity[]} */
export const OPTIMISERS_QUANTITIES = [
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
