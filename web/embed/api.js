/**
 * What the element offers besides its settings, which stand in the schema: for the reference, and
 * for editors. A test compares it with the element itself.
 *
 * @typedef {object} Named
 * @property {string} name
 * @property {string} [type] as in TypeScript
 * @property {string} description
 */

/** @type {Named[]} */
export const PROPERTIES = [
  {
    name: 'config',
    type: 'Config',
    description:
      'All settings. Set it to an object with some of them (ConfigPatch), and these change; a preset among them lays its values down first, null brings a setting back to its preset’s value.',
  },
  {
    name: 'query',
    type: 'string',
    description:
      'The settings as the query of an address: empty, or ? and what differs from the preset.',
  },
  {
    name: 'state',
    type: "'loading' | 'ready' | 'training' | 'paused' | 'finished' | 'failed'",
    description: 'Where the experiment stands. Read only.',
  },
  {
    name: 'metrics',
    type: 'Metrics | null',
    description:
      'epoch, trainLoss, testLoss, trainAccuracy and testAccuracy of the current weights; where values are learned, trainR2 and testR2 instead of the accuracies; null before there is an experiment. Read only.',
  },
  {
    name: 'history',
    type: 'Record<keyof Metrics, number[]>',
    description:
      'The same for every epoch up to the furthest that has been trained, as arrays; beyond 131,072 epochs every second one, then every fourth, and so on. Read only.',
  },
  {
    name: 'runs',
    type: '{ label: string, config: Config, metrics: Metrics, history: Record<keyof Metrics, number[]> }[]',
    description: 'The runs that are kept beside this one. Read only.',
  },
];

/** @type {Named[]} */
export const METHODS = [
  {
    name: 'train',
    type: '() => Promise<void>',
    description: 'Trains until paused, finished or failed. Settled once training has begun.',
  },
  { name: 'pause', type: '() => Promise<void>', description: 'Settled once no more epochs come.' },
  {
    name: 'step',
    type: '(epochs = 1) => Promise<void>',
    description: 'Pauses, and trains exactly so many epochs.',
  },
  {
    name: 'goto',
    type: '(epoch: number) => Promise<void>',
    description:
      'That epoch’s exact state, before or after the present one; from it training goes on with the same digits. Ends early at the limit of epochs, and where it diverges. Leaves the lab paused, there too, at 0 ready: only train and step finish, or fail. Linked labs go along. Rejected with a RangeError for anything but whole numbers from 0.',
  },
  {
    name: 'reset',
    type: '() => Promise<void>',
    description: 'Back to epoch 0: the same data, the same initial weights.',
  },
  {
    name: 'predict',
    type: '(points: [number, number][]) => Promise<number[] | number[][]>',
    description:
      'The probabilities of class 1 at points of the plane; for more than two classes a list with the probability of each; where values are learned, the values.',
  },
  {
    name: 'neuronMap',
    type: '(layer: number, neuron: number, resolution = 200) => Promise<Float64Array>',
    description:
      'What a neuron gives over the plane that the picture shows: resolution² numbers, row by row from the lowest x2. Layer 0 is the inputs, the last one the outputs; neurons are counted from 1. Rejected with a RangeError where there is no such neuron.',
  },
  {
    name: 'keep',
    type: '(label?: string) => Promise<void>',
    description:
      'Keeps the run of this moment beside the next ones: its curves stay in the pictures, its numbers in a table, until the page is left. The label has up to 40 characters; without one it is a letter. Eight can be kept; a ninth is rejected with a RangeError.',
  },
  {
    name: 'sweep',
    type: '({ x: { key, values }, y: { key, values }, seeds = 1, epochs, signal }) => Promise<{ x, y, seed, metrics, diverged? }[]>',
    description:
      'Trains the lab’s configuration with every pair of values of two settings (keys as in config; y may be missing), from so many weight seeds, which count up from its own, for so many epochs, on all workers; the lab itself goes on as it was. One result for each pair and seed, with the metrics that this run has alone; x varies fastest, then y, then the seed. One that diverges has null metrics, and diverged, the epoch. signal (an AbortSignal) cancels. Rejected before anything is trained where a pair is not allowed.',
  },
  {
    name: 'exportModel',
    type: '() => Promise<Model>',
    description:
      'The network as plain JSON: what it is for (problem, features, scaler, class names), layer sizes, activations, weights.',
  },
  {
    name: 'importModel',
    type: '(model: unknown) => Promise<void>',
    description: 'Goes on from a network’s weights, as epoch 0 of a new run.',
  },
  {
    name: 'exportRecord',
    type: '() => Promise<LabRecord>',
    description:
      'The run as plain JSON: format, version, config, metrics, history, model, and start, the model that the training began from, if one was imported.',
  },
  {
    name: 'importRecord',
    type: '(record: unknown) => Promise<void>',
    description:
      'Opens such a record: repeats its training, compares, and goes on from there. Rejected with what is wrong, and then nothing has changed.',
  },
];

/** All bubble. @type {Named[]} */
export const EVENTS = [
  { name: 'ready', type: 'CustomEvent<null>', description: 'The experiment is there.' },
  {
    name: 'progress',
    type: 'CustomEvent<Metrics>',
    description: 'The lab has come to another epoch.',
  },
  {
    name: 'finish',
    type: 'CustomEvent<null>',
    description: 'Training has come to the limit of epochs.',
  },
  {
    name: 'goal',
    type: 'CustomEvent<{ goal: string, metrics: Metrics }>',
    description: 'The goal is reached, for the first time in this run.',
  },
  {
    name: 'error',
    type: 'CustomEvent<{ type: string, message: string }>',
    description:
      'Something was not accepted or has failed, or training has diverged. The type is config, record, divergence or engine.',
  },
  {
    name: 'configchange',
    type: 'CustomEvent<Config>',
    description: 'A setting has changed, from outside or with the lab’s own controls.',
  },
];

/** @type {Named[]} */
export const SLOTS = [
  { name: 'poster', description: 'Shown until the experiment is there: a picture, or a sentence.' },
  {
    name: 'fallback',
    description: 'Shown instead of the lab where the browser has no WebAssembly.',
  },
  {
    name: 'guide',
    description:
      'Shown below pictures and numbers, before the panels to look inside and to save: what the page ' +
      'explains.',
  },
];

/** @type {Named[]} */
export const CSS_PROPERTIES = [
  { name: '--moonlab-background', description: 'Behind everything.' },
  { name: '--moonlab-surface', description: 'Behind controls that stand out.' },
  { name: '--moonlab-text', description: 'Text.' },
  { name: '--moonlab-muted', description: 'Less important text.' },
  { name: '--moonlab-line', description: 'Lines between parts.' },
  { name: '--moonlab-accent', description: 'The Train button and the sliders.' },
  { name: '--moonlab-on-accent', description: 'Text on the Train button.' },
  { name: '--moonlab-focus', description: 'The ring around what has the focus.' },
  { name: '--moonlab-radius', description: 'Of corners; a length.' },
  {
    name: '--moonlab-font',
    description: 'A font-family; what is drawn in pictures keeps its own.',
  },
  {
    name: '--moonlab-height',
    description:
      'A length: the lab is so high, whatever its width, and shows what fits, first the buttons and the boundary; the rest is scrolled to inside it. Without it, a lab is as high as its content.',
  },
  {
    name: '--moonlab-window-height',
    description:
      'Of a lab without a height of its own: what a wide one should be seen in, which bounds its picture; the window’s height by default.',
  },
  {
    name: '--moonlab-font-size',
    description:
      'The size of its text, in which its widths are measured, too; by default the size of the text around, between 14 and 20 pixels (25 where the page’s rem is so large).',
  },
  {
    name: '--moonlab-sticky-top',
    description:
      'Where the buttons of a narrow lab stay while the page scrolls, seen from the top: 0px, or the height of a header that stays there. Without it they scroll with the page.',
  },
];
