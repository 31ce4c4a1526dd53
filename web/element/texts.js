import { ENGLISH as LANGUAGE } from '../languages/en.js';
import { INSIDE_ENGLISH } from './inside/texts.js';
import { SAVING_ENGLISH } from './saving/texts.js';

/**
 * Every sentence that the element itself shows. The names of settings and of their choices stand
 * with the schema (web/state). A second language is a second object of this shape.
 */
export const ENGLISH = {
  ...LANGUAGE,

  // Not "Training", which who looks or asks for the button Train would meet first.
  groups: { data: 'Data', network: 'Network', training: 'Learning' },
  groupSummary: {
    data: (/** @type {Summary} */ { text, ownPoints }) =>
      ownPoints === null
        ? `${text('samples')} ${text('dataset')} · noise ${text('noise')} · seed ${text('seed')}`
        : `${ownPoints} own points · seed ${text('seed')}`,
    network: (/** @type {Summary} */ { label, text }) =>
      `${text('layers') || 'no hidden layer'} · ${label('activation')} · ${label('init')}`,
    training: (/** @type {Summary} */ { label, text }) =>
      `${label('optimizer')} · rate ${text('learningRate')}`,
  },

  restorePreset: 'Undo all changes',
  newSeed: 'Another seed',
  perLayer: 'One per layer',
  layerActivations: 'Activation of each layer',
  layerActivation: (/** @type {number} */ layer) => `Layer ${layer}`,
  layers: {
    addLayer: 'Add a layer',
    removeLayer: 'Remove a layer',
    count: (/** @type {number} */ count) => String(count),
    neurons: (/** @type {number} */ layer) => `Neurons of layer ${layer}`,
    addNeuron: (/** @type {number} */ layer) => `Add a neuron to layer ${layer}`,
    removeNeuron: (/** @type {number} */ layer) => `Remove a neuron from layer ${layer}`,
  },

  ownPoints: {
    format: 'Blanks, commas, semicolons or tabs between; a header may stand above.',
    use: 'Use these points',
    draw: 'Draw on the picture',
    file: 'Choose a file',
    drop: 'or drop a CSV file here',
    count: (/** @type {number} */ count) => (count === 0 ? '' : String(count)),
    empty: 'There are no points here yet: paste some, choose a file, or draw them.',
    tooLarge: (/** @type {string} */ megabytes, /** @type {string} */ limit) =>
      `is ${megabytes} MB large, more than ${limit} MB, and was not read`,
    unreadable: 'could not be read',
  },
  drawing: {
    name: 'Draw points',
    label: 'Next point',
    class0: 'Class 0',
    class1: 'Class 1',
    undo: 'Undo',
    clear: 'Clear',
    done: 'Done',
    cancel: 'Cancel',
    hint: 'Click to add a point; or use the arrow keys, and Enter to add one.',
    tally: (/** @type {number} */ zeros, /** @type {number} */ ones) =>
      `${zeros} of class 0, ${ones} of class 1.`,
    notEnough: 'At least 4 points, of both classes, can be trained on.',
  },

  controls: 'Experiment',
  transport: {
    name: 'Training',
    train: 'Train',
    pause: 'Pause',
    step: 'Step',
    reset: 'Reset',
    epoch: 'Epoch',
    testAccuracy: 'Test accuracy',
  },

  boundary: 'Decision boundary',
  diagram: 'Network diagram',
  loss: 'Loss',
  accuracy: 'Accuracy',
  numbers: 'Numbers',
  architecture: 'Architecture',
  legend: {
    name: 'Marks',
    class0: 'Class 0',
    class1: 'Class 1',
    train: 'Training points',
    test: 'Test points',
  },
  readoutHint: 'Point at the picture, or focus it and use the arrow keys.',

  metrics: {
    caption: 'Loss and accuracy',
    corner: 'Points',
    train: 'Training',
    test: 'Test',
    loss: 'Loss',
    accuracy: 'Accuracy',
    parameters: (/** @type {string} */ count) => `${count} parameters, layer by layer`,
  },
  notebook: {
    caption: 'The notebook’s numbers and ours',
    corner: 'Number',
    trainLoss: (/** @type {string} */ epoch) => `Loss, epoch ${epoch}`,
    testAccuracy: (/** @type {string} */ epoch) => `Test accuracy, ${epoch}`,
    notebook: 'Notebook',
    here: 'Here',
    agreement: 'Equal',
    digits: (/** @type {number} */ count) => (count === 1 ? '1 digit' : `${count} digits`),
    same: 'same',
    onePoint: '± 1 point',
    agrees: (/** @type {string} */ how) => `✓ ${how}`,
    differs: 'differs',
    pending: '–',
  },

  inside: INSIDE_ENGLISH,
  saving: SAVING_ENGLISH,

  goal: {
    aim: (/** @type {string} */ conditions) => `Goal: ${conditions}`,
    reached: (/** @type {string} */ conditions, /** @type {string} */ epoch) =>
      `Goal reached at epoch ${epoch}: ${conditions}`,
    metrics: {
      epoch: 'epoch',
      trainLoss: 'training loss',
      testLoss: 'test loss',
      trainAccuracy: 'training accuracy',
      testAccuracy: 'test accuracy',
    },
  },

  dismiss: 'Dismiss',
  restarts: 'A change starts again at epoch 0, except of speed, points and epoch limit.',

  status: {
    loading: 'Loading the engine …',
    ready: 'Ready. Press Train.',
    training: 'Training.',
    paused: (/** @type {string} */ epoch, /** @type {string} */ accuracy) =>
      `Paused at epoch ${epoch}, test accuracy ${accuracy}.`,
    finished: (/** @type {string} */ epoch, /** @type {string} */ accuracy) =>
      `Finished at epoch ${epoch}, test accuracy ${accuracy}. To go on, raise the epoch limit.`,
  },
};

/** @typedef {typeof ENGLISH} Texts */

/**
 * How a group's one-line summary asks for values: as a person reads them, or as they are spelled.
 *
 * @typedef {object} Summary
 * @property {(key: keyof import('../state/types.js').Config) => string} label
 * @property {(key: keyof import('../state/types.js').Config) => string} text
 * @property {number | null} ownPoints how many, where the data set is one's own
 */
