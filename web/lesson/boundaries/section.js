import { mountBoundaries } from './boundaries.js';
import { mountSketch } from './sketch.js';
import { mountThree } from './three.js';

export { BOUNDARIES_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  boundaries: mountBoundaries,
  'boundaries-three': mountThree,
  'boundaries-sketch': mountSketch,
};
