import { CONFIG } from '../support.js';

/**
 * Everything that can be called: through web/engine, and in the module itself. Each entry names an
 * object, what is called on it, and arguments that are in order.
 *
 * @typedef {object} Call
 * @property {string} on the key of the object in Objects
 * @property {string} name of the method; of a class, if it is constructed
 * @property {boolean} [constructs]
 * @property {(objects: Record<string, any>) => any[]} args
 */

const X = () => [
  [0, 1, 2, 3],
  [4, 5, 6, 7],
];
const Y = () => [[0, 1, 0, 1]];
const ONE_HOT = () => [
  [0, 1, 0, 1],
  [1, 0, 1, 0],
];
const FLAT_X = () => Float64Array.from(X().flat());
const FLAT_Y = () => Float64Array.from(Y().flat());
const SIDES = () => [-1, 1, -1, 1];
const SHAPE = { nClasses: 2, factor: 0.5, turns: 1.5, classSep: 1, nClustersPerClass: 2 };
const MAP = () => ({ features: ['x1', 'sin(x2)'], scaler: { mean: [0, 1], std: [2, 3] } });
const OPTIONS = {
  rule: 'backprop',
  loss: 'binary_cross_entropy',
  optimizer: 'sgd',
  summation: 'in_order',
  penalty: 'none',
};
const LOSS = OPTIONS.loss;
const CHANGE = () => ({ optimizer: 'adam', learningRate: 0.1, batchSize: 2, rule: 'simplified' });

/** @type {Record<string, Record<string, Call['args']>>} */
const METHODS = {
  engine: {
    createRandomState: () => [1],
    createNetwork: () => [
      [2, 3, 1],
      ['tanh', 'sigmoid'],
    ],
    createTrainer: ({ network, stream }) => [
      network,
      { X: X(), y: Y() },
      { X: X(), y: Y() },
      {},
      stream,
    ],
    createExperiment: () => [{ ...CONFIG, samples: 20 }],
    makeDataset: () => [
      'blobs',
      { nSamples: 9, noise: 0.1, ...SHAPE, centers: X(), randomState: 1 },
    ],
    bestClassifier: () => [
      'spirals',
      { nSamples: 9, noise: 0.1, ...SHAPE, randomState: 1 },
      SIDES(),
      5,
    ],
    makeMoons: () => [{ nSamples: 9, noise: 0.1, randomState: 1 }],
    makeCircles: () => [{ nSamples: 9, noise: 0.1, factor: 0.5, randomState: 1 }],
    makeBlobs: () => [{ nSamples: 9, centers: X(), clusterStd: 1, randomState: 1 }],
    trainTestSplit: () => [9, 0.3, 1],
    standardScaler: () => [X()],
    inputsOf: () => [X(), MAP()],
    activate: () => ['tanh', [1, 2, 3]],
    activationDerivative: () => ['tanh', [1, 2, 3]],
    binaryCrossEntropy: () => [
      [0, 1],
      [0.5, 0.4],
    ],
    meanSquaredError: () => [
      [0, 1],
      [0.5, 0.4],
    ],
    categoricalCrossEntropy: () => [ONE_HOT(), ONE_HOT()],
    r2Score: () => [ONE_HOT(), X()],
    accuracy: () => [
      [0, 1],
      [0.5, 0.4],
    ],
    dataBounds: () => [X(), 0.5],
  },
  network: {
    initialize: ({ stream }) => ['xavier', stream],
    parameters: () => [],
    setParameters: () => [new Float64Array(13)],
    layers: () => [],
    setLayers: ({ network }) => [network.layers()],
    describe: () => [],
    forward: () => [X()],
    gradient: () => [X(), Y(), { rule: 'backprop', loss: LOSS }],
    numericalGradient: () => [X(), Y(), { loss: LOSS, epsilon: 1e-6 }],
    evaluate: () => [X(), Y(), { loss: LOSS }],
    activities: () => [X()],
    neuronActivity: () => [X()],
    trace: () => [X(), Y(), { loss: LOSS }],
    decisionGrid: () => [SIDES(), 5, new Float64Array(25), MAP()],
    neuronMaps: () => [[{ layer: 1, neuron: 2 }], SIDES(), 5, MAP()],
    allNeuronMaps: () => [SIDES(), 5, undefined, MAP()],
  },
  stream: {
    randomSample: () => [3],
    uniform: () => [0, 1, 3],
    randn: () => [3],
    normal: () => [0, 1, 3],
    permutation: () => [3],
    shuffle: () => [[1, 2, 3]],
  },
  trainer: {
    step: () => [2],
    change: () => [CHANGE()],
    setParameters: () => [new Float64Array(13)],
    metricsRow: () => [],
    metrics: () => [],
    shares: () => [{ layer: 1, neuron: 0, input: 2 }],
    snapshot: () => [],
    restore: ({ trainer }) => [trainer.snapshot()],
    network: () => [],
  },
  experiment: {
    step: () => [2],
    seek: () => [3],
    metrics: () => [],
    metricsRow: () => [],
    parameters: () => [],
    answer: () => [5, SIDES(), { layer: 1, neuron: 7 }],
    neuronMap: () => [{ layer: 1, neuron: 7 }, 5, SIDES()],
    allNeuronMaps: () => [5, SIDES(), new Float32Array(475)],
    best: () => [5, SIDES()],
    predict: () => [[[1, 2]]],
    evaluate: () => [{ X: X(), y: Y() }],
    change: () => [[{ name: 'learning-rate', value: 0.1 }]],
    reset: () => [],
    exportModel: () => [],
    importModel: ({ experiment }) => [experiment.exportModel()],
    gradientCheck: () => [1e-6],
    activities: () => [],
    neuronActivity: () => [],
    featureMaps: () => [5, SIDES()],
    shares: () => [{ layer: 1, neuron: 0, input: null }],
    outcomes: () => [],
    butterfly: () => ['backprop', 2],
  },
  module: {
    makeDataset: () => [
      'classification',
      { nSamples: 9, noise: 0.1, ...SHAPE, centers: FLAT_X(), shuffle: true },
      1,
    ],
    bayes: () => ['moons', { nSamples: 9, noise: 0.1, ...SHAPE, shuffle: true }, 1, SIDES(), 5],
    bayesProbabilities: () => [
      'xor',
      { nSamples: 9, noise: 0.1, ...SHAPE, shuffle: true },
      1,
      FLAT_X(),
    ],
    trainTestSplit: () => [9, 0.3, 1],
    standardScaler: () => [FLAT_X()],
    inputsOf: () => [FLAT_X(), MAP()],
    activate: () => ['tanh', FLAT_X()],
    activationDerivative: () => ['tanh', FLAT_X()],
    binaryCrossEntropy: () => [FLAT_Y(), FLAT_Y(), 1],
    categoricalCrossEntropy: () => [FLAT_X(), FLAT_X(), 2],
    meanSquaredError: () => [FLAT_Y(), FLAT_Y(), 1],
    accuracy: () => [FLAT_X(), FLAT_X(), 2],
    r2Score: () => [FLAT_Y(), FLAT_Y(), 1],
    dataBounds: () => [FLAT_X(), 0.5],
    RandomState: () => [1],
    Network: () => [
      [2, 3, 1],
      ['tanh', 'sigmoid'],
    ],
    Trainer: ({ network, stream }) => [
      network.object,
      { X: FLAT_X(), y: FLAT_Y() },
      { X: FLAT_X(), y: FLAT_Y() },
      OPTIONS,
      stream.object,
    ],
  },
  rawNetwork: {
    initialize: ({ stream }) => ['he', stream.object],
    initializeScaled: ({ stream }) => [0.1, stream.object],
    parameters: () => [],
    setParameters: () => [new Float64Array(13)],
    describe: () => [],
    forward: () => [FLAT_X()],
    gradient: () => ['simplified', FLAT_X(), FLAT_Y(), LOSS],
    numericalGradient: () => [FLAT_X(), FLAT_Y(), LOSS, 1e-6],
    evaluate: () => [FLAT_X(), FLAT_Y(), LOSS],
    activities: () => [FLAT_X(), false],
    traceForward: () => [FLAT_X()],
    trace: () => [FLAT_X(), FLAT_Y(), LOSS],
    decisionGrid: () => [SIDES(), 5, undefined, MAP()],
    neuronMaps: () => [[1, 2, 0, 1], SIDES(), 5, MAP()],
    allNeuronMaps: () => [SIDES(), 5, undefined, MAP()],
  },
  rawStream: {
    randomSample: () => [3],
    uniform: () => [0, 1, 3],
    randn: () => [3],
    normal: () => [0, 1, 3],
    permutation: () => [3],
    shuffle: () => [[1, 2, 3]],
  },
  rawTrainer: {
    step: () => [2],
    change: () => [CHANGE()],
    setParameters: () => [new Float64Array(13)],
    metrics: () => [],
    shares: () => [1, 0, null],
    snapshot: () => [],
    restore: ({ rawTrainer }) => [rawTrainer.snapshot()],
    diverged: () => [],
    network: () => [],
  },
};

const CONSTRUCTED = ['RandomState', 'Network', 'Trainer'];

/** @type {Call[]} */
export const CALLS = Object.entries(METHODS).flatMap(([on, methods]) =>
  Object.entries(methods).map(([name, args]) => ({
    on,
    name,
    args,
    constructs: on === 'module' && CONSTRUCTED.includes(name),
  })),
);

/**
 * One of each object that can be called, and its like.
 *
 * @param {import('../../../web/engine/engine.js').Engine} engine
 * @param {import('../../../web/engine/generated/moonlab.js').MoonlabModule} module
 */
export function createObjects(engine, module) {
  const network = engine.createNetwork([2, 3, 1], ['tanh', 'sigmoid']);
  const stream = engine.createRandomState(1);
  const data = { X: X(), y: Y() };
  const trainer = engine.createTrainer(network, data, data, {}, stream);
  const experiment = engine.createExperiment(
    /** @type {import('../../../web/state/types.js').Config} */ ({ ...CONFIG, samples: 20 }),
  );
  return {
    engine,
    module,
    network,
    stream,
    trainer,
    experiment,
    rawNetwork: network.object,
    rawStream: stream.object,
    rawTrainer: trainer.object,
  };
}
