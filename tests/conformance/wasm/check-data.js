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

/** @type {Record<string, (golden: import('./fields.js').Fields,
 *   engine: import('./layers.js').Engine) => import('../../../web/engine/data.js').Dataset>} */
const DATASETS = {
  moons: (golden, engine) =>
    engine.makeMoons({ ...common(golden), noise: golden.numberOrNull('noise') }),
  circles: (golden, engine) =>
    engine.makeCircles({
      ...common(golden),
      noise: golden.numberOrNull('noise'),
      factor: golden.number('factor'),
    }),
  blobs: (golden, engine) =>
    engine.makeBlobs({
      ...common(golden),
      centers: golden.matrix('centers'),
      clusterStd: golden.number('cluster_std'),
    }),
};

/** @param {import('./fields.js').Fields} golden */
function common(golden) {
  return {
    nSamples: golden.count('n_samples'),
    randomState: golden.count('random_state'),
    shuffle: golden.boolean('shuffle'),
  };
}

/** @type {Check} */
export function checkDatasets(golden, comparison, engine) {
  const name = golden.text('dataset');
  if (!Object.hasOwn(DATASETS, name)) throw new Error(`dataset: unknown data set ${name}`);
  const { X, y } = DATASETS[name](golden, engine);
  comparison.close('X', X, golden.matrix('X'));
  comparison.equal('y', y, golden.numbers('y'));
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
