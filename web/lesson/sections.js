import { loadPart } from '../worker/load-part.js';

/** @typedef {import('./place.js').Section} Section */

/**
 * The sections in their order, by name: in its folder a section has what it says, `NAME.html`, what comes
 * to life there, loaded when the reader comes near, and what that needs of style sheets. The names of its
 * widgets and predictions start with its own, as in `training-loss`.
 *
 * @type {Record<string, () => Promise<Section>>}
 */
export const SECTIONS = {
  neuron: () => import('./neuron/section.js'),
  activations: () => import('./activations/section.js'),
  layer: () => import('./layer/section.js'),
  network: () => import('./network/section.js'),
  training: () => import('./training/section.js'),
  boundaries: () => import('./boundaries/section.js'),
  architectures: () => import('./architectures/section.js'),
  backpropagation: () => import('./backpropagation/section.js'),
  optimisers: () => import('./optimisers/section.js'),
  summary: () => import('./summary/section.js'),
};

/**
 * @param {string} name of a widget or a prediction
 * @returns {Promise<Section>}
 * @throws {RangeError} when there is no such section
 */
export async function sectionOf(name) {
  const [section] = name.split('-');
  if (!Object.hasOwn(SECTIONS, section)) {
    throw new RangeError(`section: "${section}"; allowed: ${Object.keys(SECTIONS).join(', ')}`);
  }
  return loadPart(SECTIONS[section]);
}
