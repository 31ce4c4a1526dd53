import { mountNeuron } from './neuron.js';

export { NEURON_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { neuron: mountNeuron };
