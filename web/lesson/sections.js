import { loadPart } from '../worker/load-part.js';

/** @typedef {import('./place.js').Section} Section */

/**
 * Each is loaded when the reader comes near. By the name that the section has in the page; the names of
 * its widgets and predictions start with it, as in `training-loss`.
 *
 * @type {Record<string, () => Promise<Section>>}
 */
const SECTIONS = {
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
