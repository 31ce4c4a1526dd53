import { loadPart } from '../worker/load-part.js';

/**
 * What a section brings to life in its part of the page. Each is a module of its own, loaded when the
 * reader comes near.
 *
 * @typedef {object} Section
 * @property {Record<string, (place: import('./place.js').Place) => void>} widgets by the name in
 *   `data-widget`
 * @property {Record<string, Run>} predictions who answers, by the name in `data-prediction`
 *
 * @callback Run computes what the reader was asked to predict
 * @param {Question} question
 * @returns {Outcome | Promise<Outcome>}
 *
 * @typedef {object} Question
 * @property {import('../engine/engine.js').Engine} engine
 * @property {HTMLElement} place the form: where a long run can be animated
 * @property {import('./frames.js').Frames} frames
 * @property {import('./theme.js').PageTheme} theme
 * @property {string} guess what the reader has committed to
 *
 * @typedef {object} Outcome
 * @property {number | string} result the number, or the value of the right choice
 * @property {string} text the result in words, as a sentence
 * @property {Node} [picture] to look at
 * @property {string} [said] the guess as a sentence, where the field does not hold it as the reader
 *   knows it
 * @property {boolean} [isRight] whether the guess was, where comparing it with the result does not
 *   tell
 */

/**
 * By the name that the section has in the page. The names of its widgets and predictions start with
 * it, as in `training-loss`.
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
