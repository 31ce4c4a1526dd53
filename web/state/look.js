/**
 * What of the network a lab's frames are to show.
 *
 * @module
 */

import { networkOf } from './model.js';
import { hasNeuron, parseNeuron } from './neuron.js';

/** @import { Config, Frame, Neuron } from './types.js' */

/** Points a side of the small map of a neuron. */
export const MAP_RESOLUTION = 40;

/**
 * @typedef {object} Look
 * @property {number} maps points a side of the map of every input and neuron; 0 is none
 * @property {Neuron | null} neuron whose own map comes besides, as fine as the answer's
 */

/**
 * @param {{ config: Config, pointed: Neuron | null, isWhole: boolean }} state of a lab
 * @returns {Look}
 */
export function lookOf({ config, pointed, isWhole }) {
  const isSeen = isWhole && !config.hide.includes('diagram');
  return { maps: isSeen ? MAP_RESOLUTION : 0, neuron: shownNeuron({ config, pointed }) };
}

/**
 * @param {{ config: Config, pointed: Neuron | null }} state of a lab
 * @returns {Neuron | null} the one that is pointed at, or else held; none: the network's answer is shown
 */
export function shownNeuron({ config, pointed }) {
  const { layerSizes } = networkOf(config);
  const shown = pointed && hasNeuron(pointed, layerSizes) ? pointed : parseNeuron(config.neuron);
  const isAnswer = shown?.layer === layerSizes.length - 1 && layerSizes[shown.layer] === 1;
  return isAnswer ? null : shown;
}

/**
 * Of a large network, not every frame brings maps.
 *
 * @param {Frame} frame
 * @param {Frame | null} before of the same network
 * @returns {Frame}
 */
export function withMaps(frame, before) {
  if (frame.mapResolution > 0 || !before) return frame;
  return { ...frame, maps: before.maps, mapResolution: before.mapResolution };
}
