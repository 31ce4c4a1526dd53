/** What can be chosen, for the settings that are a choice. Their words stand in web/languages. */

export const PRESET_CHOICES = /** @type {const} */ (['default', 'notebook']);

export const DATASETS = /** @type {const} */ (['moons', 'circles', 'blobs', 'own']);

export const ACTIVATIONS = /** @type {const} */ (['relu', 'tanh', 'sigmoid', 'linear']);

export const INITS = /** @type {const} */ (['small', 'xavier', 'he']);

export const RULES = /** @type {const} */ (['backprop', 'simplified']);

export const OPTIMIZERS = /** @type {const} */ (['sgd', 'momentum', 'rmsprop', 'adam']);

export const SPEEDS = /** @type {const} */ (['1', '5', '25', '100', 'max']);

export const POINTS = /** @type {const} */ (['both', 'train', 'test']);

export const LOADINGS = /** @type {const} */ (['lazy', 'eager']);

export const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);

export const PARTS = /** @type {const} */ ([
  'data',
  'network',
  'training',
  'controls',
  'transport',
  'boundary',
  'points',
  'captions',
  'goal',
  'diagram',
  'loss',
  'accuracy',
  'metrics',
  'inside',
  'parity',
  'butterfly',
  'gradients',
  'activity',
  'export',
]);
