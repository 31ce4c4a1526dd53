/**
 * The sentences of the part "Save and open".
 */
export const SAVING_ENGLISH = {
  title: 'Save and open',
  lead: 'Keep this run, hand it in, or go on with it later. Nothing leaves your machine.',
  files: {
    record: {
      action: 'Save record',
      help: 'Settings, curves and weights (.json), to open here again.',
    },
    history: {
      action: 'Save history',
      help: 'Loss and accuracy of every epoch (.csv), for a spreadsheet.',
    },
    boundary: {
      action: 'Save boundary',
      help: 'The picture of the decision boundary (.png), as it is shown now.',
    },
    script: {
      action: 'Save NumPy script',
      help: 'The trained network in Python (.py), which checks itself.',
    },
  },
  saved: (/** @type {string} */ name) => `Saved as ${name}.`,
  thinned: (/** @type {string} */ stride) =>
    `The run is long: the file holds every ${stride}th epoch and the latest.`,
  offered: (/** @type {string} */ name) =>
    `Offered as ${name}. If no file came, the page around the lab allows no downloads.`,
  copy: 'Copy it instead',
  copied: 'Copied.',
  notCopied: 'The page around the lab does not allow copying either.',

  choose: 'Open record',
  drop: 'or drop the file here. Opening repeats the training and compares every number.',
  repeating: (/** @type {string} */ epoch, /** @type {string} */ last) =>
    `Repeating the training: epoch ${epoch} of ${last}`,
  cancel: 'Cancel',
  cancelled: 'Cancelled. The lab is as it was.',
  opened: (/** @type {string} */ epoch) => `Opened at epoch ${epoch}: every number is the same.`,
  severalFiles: (/** @type {number} */ count) =>
    `record: ${count} files at once; allowed are single files`,
  unchanged: 'The lab is as it was.',

  picture: {
    title: (/** @type {string} */ epoch, /** @type {string} */ accuracy) =>
      `Decision boundary at epoch ${epoch}: test accuracy ${accuracy}`,
    failed: 'The browser could not make a picture of it.',
  },

  script: {
    title: ['A neural network trained in Moonlab, in NumPy alone.'],
    use: [
      'Run, it compares its probabilities with those that the lab gave for the same points.',
      'Imported, it gives predict(points).',
    ],
    activations: ['What a neuron does with the weighted sum of its inputs.'],
    layers: ['Layer by layer: weights (neurons, inputs), biases (neurons), activation.'],
    points: ['Points of the plane (x1, x2), and the lab’s probability of class 1 at each.'],
    predict: ['The probability of class 1 for each of the points (n, 2).'],
    agreement: '{} points agree with the lab; the largest difference is {:.1e}.',
  },
};

/** @typedef {typeof SAVING_ENGLISH} SavingTexts */
