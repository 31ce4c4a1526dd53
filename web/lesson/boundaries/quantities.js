/** @type {import('../quantities.js').Quantity[]} */
export const BOUNDARIES_QUANTITIES = [
  {
    id: 'decision-grid',
    title: 'The grid of predictions Z',
    note: 'The network’s output at every point of a regular grid of the plane, a row for each x₂ from the lowest up.',
    numpy:
      'xx, yy = np.meshgrid(\n    np.linspace(x_min, x_max, 200),\n    np.linspace(y_min, y_max, 200))\nmesh_data = np.c_[xx.ravel(), yy.ravel()].T\nZ = nn.forward(mesh_data).reshape(xx.shape)',
    tex: String.raw`Z_{rc} = \hat{y}\bigl(x_1^{(c)}, x_2^{(r)}\bigr), \qquad r, c = 1, \dots, 200`,
    cpp: { file: 'engine/src/decision_grid.cpp', starts: 'Matrix decision_grid' },
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
];
