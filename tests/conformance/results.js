/** The case of optimizers-batches.json that the tests change. */
export const MINI_BATCHES = 0;
/** The case of optimizers-987.json that is determined for 37 of its 60 steps. */
export const PARTLY_DETERMINED = 4;

/** The first case of datasets.json of each kind that the first is not. */
const OTHER_DATASETS = {
  circles: 6,
  blobs: 9,
  classification: 14,
  xor: 19,
  spirals: 22,
  plane: 25,
  hills: 27,
};
/** The case of features.json that is scaled. */
const SCALED = 1;

/** @typedef {(string | number)[]} Path to one number of a case */

/**
 * For every file, where one of its cases (the first, unless `at` is given) says what has to come
 * out: one number of each field. Of those that are `optional` a case has some.
 *
 * @type {{ file: string, at?: number, optional?: boolean, fields: Path[] }[]}
 */
export const RESULTS = [
  { file: 'rng', fields: [0, 1, 2, 4, 6, 7].map((call) => ['calls', call, 'out', 2]) },
  {
    file: 'datasets',
    fields: [
      ['X', 1, 17],
      ['y', 3],
    ],
  },
  ...Object.values(OTHER_DATASETS).map((at) => ({
    file: 'datasets',
    at,
    fields: /** @type {Path[]} */ ([
      ['X', 1, 17],
      ['y', 3],
    ]),
  })),
  { file: 'features', fields: [['inputs', 6, 8]] },
  {
    file: 'features',
    at: SCALED,
    fields: [
      ['mean', 1],
      ['std', 0],
      ['inputs', 0, 3],
    ],
  },
  {
    file: 'split',
    fields: [
      ['train_indices', 5],
      ['test_indices', 0],
    ],
  },
  {
    file: 'activations',
    fields: [
      ['value', 100],
      ['derivative', 100],
    ],
  },
  ...[4, 5].map((at) => ({
    file: 'activations',
    at,
    fields: [
      ['value', 7],
      ['derivative', 7],
    ],
  })),
  { file: 'neuron', fields: [['z'], ['output']] },
  {
    file: 'forward',
    fields: [
      ['layers', 0, 'weights', 1, 1],
      ['layers', 0, 'biases', 2],
      ['output', 0, 0],
    ],
  },
  { file: 'forward', at: 5, fields: [['output', 2, 3]] },
  { file: 'forward', at: 6, fields: [['output', 5, 3]] },
  { file: 'loss', optional: true, fields: [['binary_cross_entropy'], ['accuracy']] },
  { file: 'loss', optional: true, at: 7, fields: [['categorical_cross_entropy'], ['accuracy']] },
  { file: 'loss', optional: true, at: 9, fields: [['mean_squared_error'], ['r2']] },
  {
    file: 'notebook',
    fields: [
      ['networks', 0, 'losses', 100],
      ['networks', 0, 'accuracies', 169],
      ['networks', 0, 'test_accuracy_range', 0],
      ['networks', 1, 'final', 'layers', 0, 'weights', 3, 1],
      ['networks', 1, 'final', 'layers', 1, 'biases', 0],
      ['networks', 1, 'final', 'test_loss'],
      ['networks', 1, 'final', 'test_accuracy'],
    ],
  },
  {
    file: 'notebook-1',
    fields: [
      ['networks', 0, 'losses', 143],
      ['networks', 0, 'accuracies', 143],
      ['networks', 0, 'final', 'layers', 1, 'weights', 7, 7],
      ['networks', 0, 'final', 'layers', 2, 'biases', 0],
      ['networks', 0, 'final', 'test_loss'],
      ['networks', 0, 'final', 'test_accuracy'],
    ],
  },
  {
    file: 'gradients',
    fields: [['loss_value'], ['gradients', 1, 'weights', 7, 7], ['gradients', 2, 'biases', 0]],
  },
  ...[6, 7, 8, 9].map((at) => ({
    file: 'gradients',
    at,
    fields: [['loss_value'], ['gradients', 0, 'weights', 3, 1], ['gradients', 1, 'biases', 0]],
  })),
  { file: 'optimizers', fields: optimizerResults(60) },
  ...[6, 7, 8, 9].map((at) => ({
    file: 'optimizers',
    at,
    fields: [
      ['losses', 59],
      ['final_layers', 0, 'weights', 5, 1],
      ['final_layers', 1, 'biases', 0],
    ],
  })),
  { file: 'optimizers-batches', at: MINI_BATCHES, fields: optimizerResults(20) },
  { file: 'optimizers-987', at: PARTLY_DETERMINED, fields: optimizerResults(37) },
  { file: 'boundary', fields: [['bounds', 3], ['values', 399], ['mean']] },
];

/**
 * @param {number} steps
 * @returns {Path[]}
 */
function optimizerResults(steps) {
  return [
    ['losses', steps - 1],
    ['final_layers', 0, 'weights', 5, 1],
    ['final_layers', 2, 'biases', 0],
  ];
}
