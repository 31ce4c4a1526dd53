import { columnsOf, createNetwork } from './problem.js';

/** As many as the lab asks for at its highest speeds: a call costs nothing beside them. */
const EPOCHS_A_CALL = 100;
/** In a row of a trainer's history. */
const LOSS = 1;
const METRICS = 5;

/**
 * @param {import('./problem.js').Engine} engine
 * @param {import('./problem.js').Problem} problem
 * @returns {import('./problem.js').Subject & { maps: () => Float32Array }} maps of all inputs and neurons
 */
export function createMoonlab(engine, problem) {
  const network = createNetwork(engine, problem);
  network.setLayers(problem.layers);
  const trainer = engine.createTrainer(
    network,
    { X: problem.X, y: problem.y },
    null,
    { learningRate: problem.learningRate, loss: problem.loss },
    engine.createRandomState(0),
  );
  const probabilities = new Float64Array(problem.resolution ** 2);
  const neurons = problem.layerSizes.reduce((sum, size) => sum + size, 0);
  // As the worker, whose maps go where those of a former frame were.
  const maps = new Float32Array(neurons * problem.resolution ** 2);
  // Its losses are those after each update; the peers report those before.
  let loss = trainer.metrics().trainLoss;
  return {
    train(epochs) {
      let before = loss;
      for (let left = epochs; left > 0; left -= EPOCHS_A_CALL) {
        const history = trainer.step(Math.min(left, EPOCHS_A_CALL));
        before = history[history.length - 2 * METRICS + LOSS] ?? loss;
        loss = history[history.length - METRICS + LOSS];
      }
      return before;
    },
    outputs() {
      const trained = trainer.network();
      const rows = trained.forward(problem.X);
      trained.dispose();
      return columnsOf(rows).flat();
    },
    grid() {
      const trained = trainer.network();
      trained.decisionGrid(problem.bounds, problem.resolution, probabilities);
      trained.dispose();
      return probabilities;
    },
    maps() {
      const trained = trainer.network();
      trained.allNeuronMaps(problem.bounds, problem.resolution, maps);
      trained.dispose();
      return maps;
    },
  };
}
