/**
 * @typedef {{ name: string, loss: number, lossError: number, outputError: number }} Comparison
 * @typedef {{ samples: number[], widths: number[] }} Growth
 *
 * @typedef {object} Results
 * @property {string} browser
 * @property {Comparison[]} comparison of what the peers computed
 * @property {Record<string, Times>} times
 * @property {import('./site.js').PageTimes} page
 * @property {Record<'seeds' | 'race', Record<1 | 2, number[]>>} lesson milliseconds of each visit, by
 *   workers
 * @property {import('./trials.js').TrialTimes} trials
 *
 * @typedef {object} Times nanoseconds a unit
 * @property {number} min of the fastest window
 * @property {number[]} averages of the windows of each round
 * @property {number} typical their median
 *
 * @typedef {object} Target
 * @property {string} what
 * @property {number} found
 * @property {number} limit
 * @property {'≥' | '≤'} sense
 * @property {boolean} reached
 */

/** Rounding of float64 in another order, and of float32, over the training that is compared. */
const FLOAT64_ERROR = 1e-9;
const FLOAT32_ERROR = 1e-3;

/** Others than two classes in the plane. */
export const PROBLEMS = {
  '2-16-3, softmax': 'softmax epoch',
  '7-8-8-1, features': 'features epoch',
  '2-8-8-1, a value': 'regression epoch',
};

/**
 * Multiplications and additions of one exact epoch: a product with the weights forward, one for
 * their gradient, and one back through every layer but the first. Biases, activations, loss and
 * update come on top and are not counted.
 *
 * @param {number[]} layerSizes
 * @param {number} samples
 */
export function operations(layerSizes, samples) {
  const weights = layerSizes.slice(1).map((n, i) => n * layerSizes[i]);
  const products = 3 * weights.reduce((sum, n) => sum + n, 0) - weights[0];
  return 2 * products * samples;
}

/** @param {number[]} layerSizes */
function parameters(layerSizes) {
  return layerSizes.slice(1).reduce((sum, n, i) => sum + n * (layerSizes[i] + 1), 0);
}

/**
 * @param {Results} results
 * @returns {number} nanoseconds an operation at best
 */
export function peakTime({ times }) {
  const peaks = Object.keys(times).filter((name) => name.startsWith('peak '));
  return Math.min(...peaks.map((name) => times[name].min));
}

/**
 * @param {Results} results
 * @param {Growth} growth
 * @returns {{ samples: [number, number][], widths: [number, number][] }} for each size the
 *   picoseconds a sample and parameter
 */
export function costs({ times }, growth) {
  const cost = (
    /** @type {string} */ name,
    /** @type {number} */ width,
    /** @type {number} */ samples,
  ) => (times[name].min / samples / parameters([2, width, width, 1])) * 1e3;
  return {
    samples: growth.samples.map((n) => [n, cost(`samples ${n}`, 8, n)]),
    widths: growth.widths.map((n) => [n, cost(`width ${n}`, n, 1000)]),
  };
}

/**
 * @param {Results} results
 * @param {Growth} growth
 * @returns {Target[]}
 */
export function judge(results, growth) {
  const { times, comparison } = results;
  const min = (/** @type {string} */ name) => times[name].min;
  // Side by side, round by round: what else the machine did then hit both.
  const ratio = (/** @type {string} */ peer, /** @type {string} */ work) => {
    const ours = times[`moonlab ${work}`].averages;
    return median(times[`${peer} ${work}`].averages.map((average, i) => average / ours[i]));
  };
  const share = (/** @type {string} */ name, /** @type {number} */ count) =>
    (count * peakTime(results)) / min(name);
  const spread = (/** @type {[number, number][]} */ curve) => {
    const values = curve.map(([, value]) => value);
    return Math.max(...values) / Math.min(...values);
  };
  const worst = (/** @type {string} */ library) =>
    Math.max(
      ...comparison
        .filter(({ name }) => name.startsWith(library))
        .flatMap(({ lossError, outputError }) => [lossError, outputError]),
    );
  const small = operations([2, 8, 8, 1], 240);
  const wide = operations([2, 64, 64, 64, 1], 10000);
  const { samples, widths } = costs(results, growth);

  return [
    atLeast('epoch, ReLU: ConvNetJS’s time', ratio('convnetjs', 'relu epoch'), 35),
    atLeast('epoch, ReLU: TensorFlow.js’s time', ratio('tensorflow', 'relu epoch'), 45),
    atLeast('epoch, tanh: ConvNetJS’s time', ratio('convnetjs', 'tanh epoch'), 25),
    atLeast('epoch, tanh: TensorFlow.js’s time', ratio('tensorflow', 'tanh epoch'), 40),
    ...Object.entries(PROBLEMS).map(([name, work]) =>
      atLeast(`epoch, ${name}: ConvNetJS’s time`, ratio('convnetjs', work), 25),
    ),
    atLeast('share of the peak, 2-8-8-1, 240 samples', share('moonlab relu epoch', small), 0.5),
    atLeast('share of the peak, 2-64-64-64-1, 10,000 samples', share('wide', wide), 0.6),
    atLeast('grid, ReLU: ConvNetJS’s time', ratio('convnetjs', 'relu grid'), 40),
    atLeast('grid, tanh: ConvNetJS’s time', ratio('convnetjs', 'tanh grid'), 14),
    atLeast('grid, tanh: TensorFlow.js’s time', ratio('tensorflow', 'tanh grid'), 3),
    atLeast('all maps: TensorFlow Playground’s time', ratio('playground', 'maps'), 8),
    atMost('all maps of 2-8-8-1, tanh, 40×40, ms', times['moonlab maps'].typical / 1e6, 0.15),
    ...['relu epoch', 'tanh epoch', 'relu grid', 'tanh grid'].map((work) =>
      atMost(`against native, ${work}`, min(`moonlab ${work}`) / min(`native ${work}`), 1.3),
    ),
    ...Object.entries(PROBLEMS).map(([name, work]) =>
      atMost(`against native, ${name}`, min(`moonlab ${work}`) / min(`native ${work}`), 1.3),
    ),
    atMost('against native, wide epoch', min('wide') / min('native wide'), 1.3),
    atMost('growth with 240 to 100,000 samples', spread(samples), 1.5),
    atMost('growth with 8 to 256 neurons a layer', spread(widths), 1.5),
    atMost('a step’s allocations, natively', min('native allocations'), 0),
    atMost('ConvNetJS computes something else by', worst('convnetjs'), FLOAT64_ERROR),
    atMost('TensorFlow.js (float32) by', worst('tensorflow'), FLOAT32_ERROR),
    ...judgePage(results.page),
    atLeast('thirty seeds: one worker’s time beside two’s', gain(results.lesson.seeds), 1.6),
    atLeast('the race: one worker’s time beside two’s', gain(results.lesson.race), 1.6),
    ...judgeTrials(results.trials),
  ];
}

/**
 * @param {import('./site.js').PageTimes} page
 * @returns {Target[]}
 */
function judgePage({ frames, largeFrames, progress, paints, ways, drag, outcomes }) {
  const worst = (/** @type {'median' | 'most' | 'task'} */ what) =>
    Math.max(...frames.map((times) => times[what]));
  return [
    atMost('first paint of the boundary, ms', median(paints), 300),
    atMost('a frame at full speed, ms of the processor', worst('median'), 4),
    atMost('95 % of these frames, ms', worst('most'), 8),
    atMost('the longest task meanwhile, ms', worst('task'), 50),
    atMost('a frame of 6×64 at full speed, ms of the processor', largeFrames.median, 8),
    atLeast('such frames a second', largeFrames.rate, 30),
    atMost('a way of 6×64 is told of, ms, median', median(progress), 100),
    atMost('to an epoch of a run of 100,000, ms, median', median(ways), 100),
    atMost('the longest of these ways, ms', Math.max(...ways), 250),
    atLeast('redrawn along 10,000 epochs, times a second', drag, 30),
    atMost('epoch 500 under the slider, ms, median', median(outcomes.default), 33),
    atMost('the first of it for 2-64-64-1, ms, median', median(outcomes.large), 50),
  ];
}

/**
 * @param {import('./trials.js').TrialTimes} trials
 * @returns {Target[]}
 */
function judgeTrials({ cold, warm, luck, frames }) {
  return [
    atMost('a sweep of 100 runs of 500 epochs, cold, ms', median(cold), 2000),
    atLeast('one of 25 of 2,000: one worker’s time beside two’s', gain(warm), 1.6),
    atMost('a thousand seeds, 300 epochs, ms', median(luck), 4000),
    atMost('95 % of a sweep’s frames, ms of the processor', Math.max(...frames), 8),
  ];
}

/** @param {Record<1 | 2, number[]>} times */
function gain(times) {
  return median(times[1]) / median(times[2]);
}

/** @param {number[]} values */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * @param {string} what
 * @param {number} found
 * @param {number} limit
 * @returns {Target}
 */
function atLeast(what, found, limit) {
  return { what, found, limit, sense: '≥', reached: found >= limit };
}

/**
 * @param {string} what
 * @param {number} found
 * @param {number} limit
 * @returns {Target}
 */
function atMost(what, found, limit) {
  return { what, found, limit, sense: '≤', reached: found <= limit };
}
