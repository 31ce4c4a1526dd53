import { createNetwork } from './problem.js';

/** As many as the lab asks for in a frame: enough for a call to cost nothing beside them. */
const EPOCHS_A_CALL = 25;
/** In a row of a trainer's history. */
const LOSS = 1;
const METRICS = 5;

/**
 * @param {import('./problem.js').Engine} engine
 * @param {import('./problem.js').Problem} problem
 * @returns {import('./problem.js').Subject}
 */
export function createMoonlab(engine, problem) {
  const network = createNetwork(engine, problem);
  network.setLayers(problem.layers);
  const trainer = engine.createTrainer(
    network,
    { X: problem.X, y: [problem.y] },
    null,
    { learningRate: problem.learningRate },
    engine.createRandomState(0),
  );
  return {
    // Its losses are those after each update: the last but one is what the peers report.
    train(epochs) {
      let before = trainer.metrics().trainLoss;
      for (let left = epochs; left > 0; left -= EPOCHS_A_CALL) {
        const history = trainer.step(Math.min(left, EPOCHS_A_CALL));
        if (history.length > METRICS) before = history[history.length - 2 * METRICS + LOSS];
      }
      return before;
    },
    grid() {
      const trained = trainer.network();
      const probabilities = trained.decisionGrid(problem.bounds, problem.resolution);
      trained.dispose();
      return probabilities;
    },
  };
}
