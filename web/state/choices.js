/**
 * What can be chosen, with its words, for the settings that are a choice.
 *
 * @module
 */

/** @import { Choice } from './types.js' */

/**
 * @param {string} value
 * @param {string} label
 * @param {string} help
 * @returns {Choice}
 */
const choice = (value, label, help) => ({ value, label, help });

/** @type {Choice[]} */
export const PRESET_CHOICES = [
  choice('default', 'Default', 'learns two moons within seconds'),
  choice('notebook', 'Notebook', 'the exact run of the notebook that this lab implements'),
];

/** @type {Choice[]} */
export const DATASETS = [
  choice('moons', 'Two moons', 'two half circles that reach into each other'),
  choice('circles', 'Circles', 'a small circle inside a large one'),
  choice('blobs', 'Blobs', 'two round clouds of points'),
  choice('own', 'Own points', 'points that somebody has drawn or brought along'),
];

/** @type {Choice[]} */
export const ACTIVATIONS = [
  choice('relu', 'ReLU', 'keeps what is positive, turns the rest to 0'),
  choice('tanh', 'Tanh', 'bends everything smoothly into −1 to 1'),
  choice('sigmoid', 'Sigmoid', 'bends everything smoothly into 0 to 1'),
  choice('linear', 'Linear', 'passes the sum on unchanged, so that layers add nothing'),
];

/** @type {Choice[]} */
export const INITS = [
  choice('small', 'Small', 'tiny weights, a hundredth of the normal distribution'),
  choice('xavier', 'Xavier', 'sized by inputs and outputs of a layer; suits tanh and sigmoid'),
  choice('he', 'He', 'sized by the inputs of a layer; suits ReLU'),
];

/** @type {Choice[]} */
export const RULES = [
  choice('backprop', 'Backpropagation', 'the exact gradient of the loss, by the chain rule'),
  choice('simplified', 'Simplified', 'the notebook’s short cut: every layer sees the same error'),
];

/** @type {Choice[]} */
export const OPTIMIZERS = [
  choice('sgd', 'Gradient descent', 'a step straight down the gradient (SGD)'),
  choice('momentum', 'Momentum', 'steps that gather speed, like a ball rolling down'),
  choice('rmsprop', 'RMSProp', 'a step size for each weight, by its recent gradients'),
  choice('adam', 'Adam', 'momentum and a step size for each weight together'),
];

/** @type {Choice[]} */
export const SPEEDS = [
  choice('1', '1 a frame', 'slow enough to watch every epoch'),
  choice('5', '5 a frame', 'a good look at the boundary as it bends'),
  choice('25', '25 a frame', 'quick'),
  choice('100', '100 a frame', 'very quick'),
  choice('max', 'Full speed', 'all that the machine can do'),
];

/** @type {Choice[]} */
export const POINTS = [
  choice('both', 'Both', 'training and test points'),
  choice('train', 'Training', 'the points that the network learns from'),
  choice('test', 'Test', 'the points that the network has never seen'),
];

/** @type {Choice[]} */
export const LOADINGS = [
  choice('lazy', 'Lazy', 'when the lab is about to be seen'),
  choice('eager', 'Eager', 'at once'),
];

/** @type {Choice[]} */
export const THEMES = [
  choice('auto', 'Automatic', 'as the reader’s system is set'),
  choice('light', 'Light', 'dark on light'),
  choice('dark', 'Dark', 'light on dark'),
];

/** @type {Choice[]} */
export const PARTS = [
  choice('data', 'Data controls', 'the settings of the data'),
  choice('network', 'Network controls', 'the settings of the network'),
  choice('training', 'Training controls', 'the settings of the training'),
  choice('controls', 'All controls', 'the settings of data, network and training together'),
  choice('transport', 'Transport', 'Train, Step, Reset and the epoch counter'),
  choice(
    'boundary',
    'Decision boundary',
    'the picture of the data and what the network makes of it',
  ),
  choice('goal', 'Goal', 'what is to be reached, and that it has been; there where a goal is set'),
  choice('diagram', 'Network diagram', 'the picture of neurons and weights'),
  choice('loss', 'Loss', 'the curve of the loss'),
  choice('accuracy', 'Accuracy', 'the curve of the accuracy'),
  choice('metrics', 'Numbers', 'loss, accuracy and parameter count as numbers'),
  choice('inside', 'Look inside', 'the four panels below the lab together'),
  choice('parity', 'Notebook parity', 'the notebook’s numbers beside those of this run'),
  choice('butterfly', 'Butterfly', 'the same run with its sums in two orders'),
  choice('gradients', 'Gradient check', 'every gradient, computed and measured'),
  choice('activity', 'Activity', 'what the neurons of each layer have of their own'),
  choice('export', 'Save and open', 'the run as files to keep, and records of runs to open'),
];
