import { numpyShape } from '../parts/numpy-text.js';
import { createLayer, EXAMPLE, NEXT_NEURONS, SAMPLES, toColumns } from './example.js';
import { mountLayer } from './layer.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { layer: mountLayer };

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'layer-flip': ({ engine }) => {
    const network = createLayer(engine, EXAMPLE.seed);
    const output = network.forward(toColumns([SAMPLES[0].map((value) => -value)])).map(([a]) => a);
    network.dispose();
    const result = output.filter((a) => a > 0).length;
    const list = output.map((a) => a.toFixed(4)).join(', ');
    return { result, text: `The engine computes ${list}.` };
  },
  'layer-shape': ({ engine }) => {
    const network = createLayer(engine, EXAMPLE.seed, [NEXT_NEURONS]);
    const { weights } = network.layers()[1];
    network.dispose();
    const result = numpyShape(weights.length, weights[0].length);
    return { result, text: `The engine’s second layer has weights of shape ${result}.` };
  },
};
