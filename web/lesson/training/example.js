/** @typedef {{ y: number, p: number }} Prediction true class and predicted probability of class 1 */

/** The notebook's example for the loss. @type {readonly Prediction[]} */
export const NOTEBOOK_SAMPLES = [
  { y: 0, p: 0.1 },
  { y: 1, p: 0.9 },
  { y: 1, p: 0.8 },
  { y: 0, p: 0.2 },
];

/** How near to 0 and 1 the loss lets a probability come: the engine's, as the notebook's. */
export const PROBABILITY_CLIP = 1e-7;

/** The notebook's loop prints a line so often. */
export const LOG_INTERVAL = 200;
