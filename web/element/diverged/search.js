import { firstEpochs, epochsBetween, firstToGrow } from '../../state/turning.js';
import { splitLayers } from '../../state/parameters.js';
import { createClient } from '../../worker/client.js';
import { gotoBudget } from '../pacing.js';

/** @import { Run } from '../../state/deed.js' */
/** @import { Growth, Sample } from '../../state/turning.js' */
/** @import { Config, Frame } from '../../state/types.js' */
/** @import { Client } from '../../worker/client.js' */

/**
 * @typedef {object} Quantity
 * @property {'loss' | 'gradient' | 'step' | 'weights'} kind the training loss; the largest entry of its
 *   gradient, or else the largest change of a parameter by the next epoch; the largest parameter of a layer
 * @property {number} layer from 1, of weights; otherwise 0
 *
 * @typedef {Growth & { kind: Quantity['kind'], layer: number, layerCount: number }} Found
 */

/**
 * What of a run grew first, until it diverged. The run is repeated, apart from any lab.
 *
 * @param {Run} run
 * @param {number} last the epoch at which it has diverged
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {(epoch: number) => void} [options.onEpoch] told where it looks
 * @param {typeof createClient} [options.create] a client
 * @returns {Promise<Found | null>} null where it was not finite from the start
 * @throws {Error} an AbortError once it is aborted
 */
export async function searchTurn(
  { config, model },
  last,
  { signal, onEpoch = () => {}, create = createClient },
) {
  signal.throwIfAborted();
  const client = create({ signal });
  try {
    const look = { resolution: 0 };
    const { description } = await client.create(config, model ? { look, model } : { look });
    const { layerSizes } = description;
    const layers = layerSizes.slice(1).map((_, i) => ({ kind: 'weights', layer: i + 1 }));
    const kind = isGradientDescent(config) ? 'gradient' : 'step';
    const quantities = /** @type {Quantity[]} */ ([
      { kind, layer: 0 },
      { kind: 'loss', layer: 0 },
      ...layers,
    ]);
    const rate = kind === 'gradient' ? config.learningRate : 1;
    const frames = visits(client, onEpoch);
    /** @type {Sample[]} */
    let samples = [];
    /** @type {Growth | null} */
    let growth = null;
    for (let epochs = firstEpochs(last); epochs.length > 0;) {
      for (const epoch of epochs) {
        const frame = await frames(epoch);
        const next = epoch < last ? await frames(epoch + 1) : null;
        samples.push({ epoch, sizes: sizesOf(frame, next, { layerSizes, rate }) });
      }
      samples = samples.sort((a, b) => a.epoch - b.epoch);
      growth = firstToGrow(samples);
      epochs = epochsBetween(samples, growth);
    }
    signal.throwIfAborted();
    return growth && { ...growth, ...quantities[growth.quantity], layerCount: layers.length };
  } finally {
    client.dispose();
  }
}

/**
 * @param {Config} config
 * @returns {boolean} whether each epoch is one step along the gradient of the loss alone, at one learning rate
 */
function isGradientDescent({ optimizer, rule, batchSize, regularization, schedule }) {
  const isPlain = optimizer === 'sgd' && rule === 'backprop' && regularization === 'none';
  return isPlain && batchSize === 0 && schedule === '';
}

/**
 * @param {Client} client with the run
 * @param {(epoch: number) => void} onEpoch
 * @returns {(epoch: number) => Promise<Frame>} comes to an epoch; the one that it is at costs nothing
 */
function visits(client, onEpoch) {
  /** @type {Frame | null} */
  let present = null;
  return async (epoch) => {
    if (present?.metrics.epoch === epoch) return present;
    for (;;) {
      // Promises alone would leave the page no moment to draw or to listen.
      if (client.mode === 'main') await new Promise((resolve) => setTimeout(resolve));
      const how = { budgetMs: gotoBudget(client.mode, false), isPassing: true };
      const gone = await client.goto(epoch, how);
      onEpoch(gone.epoch);
      present = gone.frame;
      if (present) return present;
    }
  };
}

/**
 * @param {Frame} frame
 * @param {Frame | null} next the epoch after it, if there is one
 * @param {{ layerSizes: number[], rate: number }} network rate: of a change to what is watched of it
 * @returns {number[]} as Sample has them
 */
function sizesOf({ metrics, parameters }, next, { layerSizes, rate }) {
  const changes = next ? parameters.map((value, i) => (next.parameters[i] - value) / rate) : null;
  const loss = Number.isFinite(metrics.trainLoss) ? metrics.trainLoss : Infinity;
  const weights = splitLayers(parameters, layerSizes).map(({ weights: w, biases }) =>
    Math.max(largestOf(w), largestOf(biases)),
  );
  return [changes ? largestOf(changes) : NaN, loss, ...weights];
}

/**
 * @param {Float64Array} values
 * @returns {number} by size; Infinity where one is not finite
 */
function largestOf(values) {
  let largest = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) return Infinity;
    largest = Math.max(largest, Math.abs(value));
  }
  return largest;
}
