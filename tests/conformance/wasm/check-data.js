/** @typedef {import('./layers.js').Check} Check */

/**
 * What each function of the random stream is called with, and whether it gives integers.
 *
 * @type {Record<string, { draw: (stream: import('../../../web/engine/handle.js').RandomState,
 *   n: number, call: import('./fields.js').Fields) => ArrayLike<number>, exact?: boolean }>}
 */
const CALLS = {
  random_sample: { draw: (stream, n) => stream.randomSample(n) },
  randn: { draw: (stream, n) => stream.randn(n) },
  normal: { draw: (stream, n, call) => stream.normal(call.number('loc'), call.number('scale'), n) },
  uniform: {
    draw: (stream, n, call) => stream.uniform(call.number('low'), call.number('high'), n),
  },
  shuffle: {
    draw: (stream, n) => stream.shuffle(Array.from({ length: n }, (_, i) => i)),
    exact: true,
  },
  permutation: { draw: (stream, n) => stream.permutation(n), exact: true },
};

/** @type {Check} */
export function checkRng(golden, comparison, engine) {
  const stream = engine.createRandomState(golden.count('seed'));
  for (const call of golden.objects('calls')) {
    const fn = call.text('fn');
    if (!Object.hasOwn(CALLS, fn)) throw new Error(`${call.path('fn')}: unknown function ${fn}`);
    const { draw, exact } = CALLS[fn];
    const ours = draw(stream, call.count('n'), call);
    const compare = exact ? comparison.equal : comparison.close;
    compare.call(comparison, call.path('out'), ours, call.numbers('out'));
  }
  stream.dispose();
}

/**
 * For each data set what else it is made with.
 *
 * @type {Record<string, (golden: import('./fields.js').Fields) =>
 *   Partial<import('../../../web/engine/data.js').DatasetOptions>>}
 */
const DATASETS = {
  moons: (golden) => ({ noise: golden.numberOrNull('noise'), shuffle: golden.boolean('shuffle') }),
  circles: (golden) => ({ ...DATASETS.moons(golden), factor: golden.number('factor') }),
  blobs: (golden) => ({
    centers: golden.matrix('centers'),
    noise: golden.number('cluster_std'),
    shuffle: golden.boolean('shuffle'),
  }),
  classification: (golden) => ({
    nClasses: golden.count('n_classes'),
    nClustersPerClass: golden.count('n_clusters_per_class'),
    classSep: golden.number('class_sep'),
    noise: golden.number('flip_y'),
  }),
  xor: (golden) => ({ noise: golden.numberOrNull('noise') }),
  spirals: (golden) => ({
    nClasses: golden.count('n_classes'),
    turns: golden.number('turns'),
    noise: golden.numberOrNull('noise'),
  }),
  plane: (golden) => ({ noise: golden.numberOrNull('noise') }),
  hills: (golden) => ({ noise: golden.numberOrNull('noise') }),
};

/** Their y are values. The others' are class numbers, which agree exactly. */
const VALUED = ['plane', 'hills'];

/** @type {Check} */
export function checkDatasets(golden, comparison, engine) {
  const name = golden.text('dataset');
  if (!Object.hasOwn(DATASETS, name)) throw new Error(`dataset: unknown data set ${name}`);
  const { X, y } = engine.makeDataset(name, {
    ...DATASETS[name](golden),
    nSamples: golden.count('n_samples'),
    randomState: golden.count('random_state'),
  });
  comparison.close('X', X, golden.matrix('X'));
  const compare = VALUED.includes(name) ? comparison.close : comparison.equal;
  compare.call(comparison, 'y', y, golden.numbers('y'));
}

/** @type {Check} */
export function checkFeatures(golden, comparison, engine) {
  const train = golden.matrix('train_X');
  const scale = golden.text('scale');
  if (!['none', 'standard'].includes(scale)) throw new Error(`scale: unknown scale ${scale}`);
  const scaler = scale === 'standard' ? engine.standardScaler(train) : null;
  if (scaler) {
    comparison.close('mean', scaler.mean, golden.numbers('mean'));
    comparison.close('std', scaler.std, golden.numbers('std'));
  }
  const inputs = engine.inputsOf(golden.matrix('X'), {
    features: golden.texts('features'),
    scaler,
  });
  comparison.close('inputs', inputs, golden.matrix('inputs'));
}

/** @type {Check} */
export function checkSplit(golden, comparison, engine) {
  const { train, test } = engine.trainTestSplit(
    golden.count('n_samples'),
    golden.number('test_size'),
    golden.count('random_state'),
  );
  comparison.equal('train_indices', train, golden.numbers('train_indices'));
  comparison.equal('test_indices', test, golden.numbers('test_indices'));
}
