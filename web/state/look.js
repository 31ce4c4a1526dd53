/**
 * What of the network a lab's frames are to show.
 *
 * @module
 */

import { networkOf } from './model.js';
import { neuronIn, parseNeuron } from './neuron.js';

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
  const { layerSizes } = networkOf(config);
  return {
    maps: isSeen ? MAP_RESOLUTION : 0,
    neuron: shownNeuron({ config, pointed }, layerSizes),
  };
}

/**
 * @param {{ config: Config }} state of a lab
 * @param {readonly number[]} layerSizes of the network that is meant: that of the configuration, or the one that is
 *   shown until that is there
 * @returns {Neuron | null} the one that is held, if the network has it
 */
export const heldNeuron = ({ config }, layerSizes) =>
  neuronIn(parseNeuron(config.neuron), layerSizes);

/**
 * @param {{ config: Config, pointed: Neuron | null }} state of a lab
 * @param {readonly number[]} layerSizes as for {@link heldNeuron}
 * @returns {Neuron | null} the one that is pointed at, or else held
 */
export const markedNeuron = (state, layerSizes) =>
  neuronIn(state.pointed, layerSizes) ?? heldNeuron(state, layerSizes);

/**
 * @param {{ config: Config, pointed: Neuron | null }} state of a lab
 * @param {readonly number[]} layerSizes as for {@link heldNeuron}
 * @returns {Neuron | null} the one whose map is to be shown large; none: the network's answer is
 */
export function shownNeuron(state, layerSizes) {
  const shown = markedNeuron(state, layerSizes);
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
