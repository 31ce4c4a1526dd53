/**
 * The lesson's trainings by the engine alone, step by step: what its widgets, which train in workers, are
 * compared with.
 *
 * @module
 */
import {
  CONTENDERS,
  createContenders,
  createSeeded,
  EPOCHS,
  NOTEBOOK,
} from '../../web/lesson/architectures/contenders.js';
import { INITS, startFacts } from '../../web/lesson/architectures/race.js';

/** @typedef {import('../../web/engine/engine.js').Engine} Engine */
/** @typedef {import('../../web/engine/data.js').Data} Data */
/** @typedef {import('../../web/lesson/architectures/contenders.js').Rule} Rule */
/** @typedef {import('../../web/lesson/architectures/contenders.js').Init} Init */
/** @typedef {import('../../web/engine/network.js').Network} Network */

/**
 * @param {Engine} engine
 * @param {Data} data
 * @param {Network} network it is disposed of
 * @param {{ rule: Rule, epochs: number }} options
 */
function train(engine, data, network, { rule, epochs }) {
  // For the order of mini batches, which there are none of.
  const stream = engine.createRandomState(0);
  const options = { rule, learningRate: NOTEBOOK.learningRate };
  const trainer = engine.createTrainer(network, data.train, data.test, options, stream);
  stream.dispose();
  network.dispose();
  trainer.step(epochs);
  return trainer;
}

/**
 * @param {Engine} engine
 * @param {Data} data
 * @param {{ rule: Rule, init: Init, epochs: number }} options
 */
export function referenceRace(engine, data, { rule, init, epochs }) {
  const metrics = createContenders(engine, init).map((network) =>
    train(engine, data, network, { rule, epochs }).metrics(),
  );
  return metrics.map((one, i) => ({ contender: CONTENDERS[i], metrics: one }));
}

/**
 * @param {Engine} engine
 * @param {Data} data
 * @param {{ layerSizes: readonly number[], epochs: number }} options
 */
export function referenceStarts(engine, data, { layerSizes, epochs }) {
  return INITS.map((init) => {
    const network = createSeeded(engine, layerSizes, init, NOTEBOOK.seed);
    const facts = startFacts(network, data.train);
    const metrics = train(engine, data, network, { rule: 'backprop', epochs }).metrics();
    return { init, facts, metrics };
  });
}

/**
 * @param {Engine} engine
 * @param {Data} data
 * @param {import('../../web/engine/data.js').LabelledSet} fresh
 * @param {{ rule: Rule, init: Init, seeds: number }} options
 */
export function referenceSeeds(engine, data, fresh, { rule, init, seeds }) {
  return CONTENDERS.map(({ layerSizes }) =>
    Array.from({ length: seeds }, (_, i) => {
      const seed = i + 1;
      const start = createSeeded(engine, layerSizes, init, seed);
      const trainer = train(engine, data, start, { rule, epochs: EPOCHS });
      const network = trainer.network();
      const { accuracy } = network.evaluate(fresh.X, fresh.y);
      network.dispose();
      return { seed, test: trainer.metrics().testAccuracy, fresh: accuracy };
    }),
  );
}
