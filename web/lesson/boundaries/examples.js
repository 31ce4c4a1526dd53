import { defaultConfig } from '../../state/presets.js';

/** @typedef {import('../../state/types.js').Config} Config */

/** Points a side of the grid, the notebook's. */
export const RESOLUTION = 200;

/** What the lab shows first: exact gradients, and as many epochs as it takes to see a good curve. */
export const LAB = { ...defaultConfig(), epochs: 300 };

/** Few samples to train with, noisy ones, and many to test with, so that the test is worth something. */
const HARD = { samples: 400, testSize: 0.8, noise: 0.3, seed: 42, epochs: 200 };

/** @type {{ id: string, title: string, network: string, config: Config }[]} */
export const EXAMPLES = [
  {
    id: 'simple',
    title: 'Too simple',
    network: 'No hidden layer: one neuron',
    config: { ...defaultConfig(), ...HARD, layers: [] },
  },
  {
    id: 'smooth',
    title: 'Smooth',
    network: 'One hidden layer of 4 neurons',
    config: { ...defaultConfig(), ...HARD, layers: [4] },
  },
  {
    id: 'jagged',
    title: 'Jagged',
    network: 'Two hidden layers of 32 neurons',
    config: { ...defaultConfig(), ...HARD, layers: [32, 32] },
  },
];

/** How many times as long the question trains the smooth one. */
export const LONGER = 10;

/** What the reader draws a boundary for. @type {Config} */
export const TO_SKETCH = { ...defaultConfig(), seed: 7, samples: 200, testSize: 0.5, epochs: 200 };
