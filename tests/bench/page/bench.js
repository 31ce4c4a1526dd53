import { loadEngine } from '../../../web/engine/load.js';
import { createConvNet } from './convnetjs.js';
import { createMoonlab } from './moonlab.js';
import { createPlayground, flatten } from './playground.js';
import { loadPeak } from './peak.js';
import { createProblem } from './problem.js';
import { createTensorFlow, startTensorFlow } from './tensorflow.js';

/**
 * What run.js calls: measurements by name, one at a time, so that it can take turns.
 *
 * @typedef {() => number} Work does some of it, and says how many units that was
 */

/** What all libraries are measured with, by name; the first two with their grids. */
const ACTIVATIONS = /** @type {const} */ (['relu', 'tanh']);
const PROBLEMS = {
  relu: { activation: ACTIVATIONS[0] },
  tanh: { activation: ACTIVATIONS[1] },
  softmax: { activation: ACTIVATIONS[1], kind: 'blobs', hidden: [16] },
  features: { activation: ACTIVATIONS[1], kind: 'features' },
  regression: { activation: ACTIVATIONS[1], kind: 'values' },
};
const WITH_GRIDS = ['relu', 'tanh'];
/** Points a side of a neuron's map. */
const MAP_RESOLUTION = 40;
/** Of floats near 1. */
const MAP_ERROR = 1e-6;
/** So short that on a busy machine some are not interrupted; so long that the clock is exact. */
const WINDOW_MS = 0.5;
/** Of one measurement. */
const TOTAL_MS = 15;
/** Before it: the browser's threads are still clearing away what the last one left behind. */
const PAUSE_MS = 30;
const EPOCHS_COMPARED = 200;

/** @type {Record<string, Work>} */
const works = {};
/** @type {Record<string, import('./problem.js').Subject>} */
const subjects = {};

/**
 * Sets everything up.
 *
 * @param {object} sizes
 * @param {number[]} sizes.samples of the growth curve
 * @param {number[]} sizes.widths of the growth curve
 * @returns {Promise<string[]>} the names of what can be measured
 */
export async function prepare({ samples, widths }) {
  const engine = await loadEngine();
  await startTensorFlow();
  for (const [name, choice] of Object.entries(PROBLEMS)) {
    const problem = createProblem(engine, choice);
    addSubject('moonlab', name, createMoonlab(engine, problem));
    addSubject('convnetjs', name, createConvNet(problem));
    addSubject('tensorflow', name, createTensorFlow(problem));
  }
  const addMoonlab = (/** @type {string} */ name, /** @type {object} */ shape) => {
    const problem = createProblem(engine, { activation: 'relu', ...shape });
    const moonlab = createMoonlab(engine, problem);
    works[name] = epochs(moonlab);
  };
  addMaps(engine);
  addMoonlab('wide', { hidden: [64, 64, 64], samples: 10000 });
  for (const n of samples) addMoonlab(`samples ${n}`, { samples: n });
  for (const n of widths) addMoonlab(`width ${n}`, { hidden: [n, n], samples: 1000 });
  Object.assign(works, await loadPeak());
  return Object.keys(works);
}

/**
 * @param {string} library
 * @param {string} problem
 * @param {import('./problem.js').Subject} subject
 */
function addSubject(library, problem, subject) {
  subjects[`${library} ${problem}`] = subject;
  works[`${library} ${problem} epoch`] = epochs(subject);
  if (!WITH_GRIDS.includes(problem)) return;
  works[`${library} ${problem} grid`] = () => {
    subject.grid();
    return 1;
  };
}

/**
 * Of all inputs and neurons, and as TensorFlow Playground makes them.
 *
 * @param {import('./problem.js').Engine} engine
 */
function addMaps(engine) {
  const problem = { ...createProblem(engine, PROBLEMS.tanh), resolution: MAP_RESOLUTION };
  const moonlab = createMoonlab(engine, problem);
  const playground = createPlayground(problem);
  const error = largestDifference(moonlab.maps(), flatten(playground(), MAP_RESOLUTION));
  if (!(error < MAP_ERROR)) throw new Error(`The playground's maps differ by ${error}`);
  works['moonlab maps'] = () => {
    moonlab.maps();
    return 1;
  };
  works['playground maps'] = () => {
    playground();
    return 1;
  };
}

/**
 * Epochs in runs as long as a call may be without hiding what the clock says.
 *
 * @param {import('./problem.js').Subject} subject
 * @returns {Work}
 */
function epochs(subject) {
  let n = 1;
  return () => {
    const done = n;
    const start = performance.now();
    subject.train(done);
    if (performance.now() - start < WINDOW_MS / 2) n *= 2;
    return done;
  };
}

/**
 * How far the peers' results are from Moonlab's after the same training.
 *
 * @returns {{ name: string, loss: number, lossError: number, outputError: number }[]} outputs over the
 *   plane, too, where there is a grid
 */
export function compare() {
  return Object.keys(PROBLEMS).flatMap((problem) => {
    const [ours, ...peers] = ['moonlab', 'convnetjs', 'tensorflow'].map((library) => {
      const name = `${library} ${problem}`;
      const subject = subjects[name];
      const loss = subject.train(EPOCHS_COMPARED);
      const grid = WITH_GRIDS.includes(problem) ? subject.grid() : [];
      return { name, loss, outputs: [...Array.from(subject.outputs()), ...Array.from(grid)] };
    });
    return peers.map(({ name, loss, outputs }) => ({
      name,
      loss,
      lossError: Math.abs(loss - ours.loss),
      outputError: largestDifference(outputs, ours.outputs),
    }));
  });
}

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function largestDifference(a, b) {
  let largest = 0;
  for (let i = 0; i < b.length; ++i) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return a.length === b.length ? largest : Infinity;
}

/**
 * @param {string} name
 * @returns {Promise<number[]>} nanoseconds a unit, in one window of time after the other
 */
export async function measure(name) {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  const times = [];
  const end = performance.now() + TOTAL_MS;
  while (performance.now() < end) times.push(measureWindow(works[name]));
  return times;
}

/** @param {Work} work */
function measureWindow(work) {
  let units = 0;
  let elapsed = 0;
  const start = performance.now();
  while (elapsed < WINDOW_MS) {
    units += work();
    elapsed = performance.now() - start;
  }
  return (elapsed / units) * 1e6;
}

Object.assign(window, { bench: { prepare, compare, measure } });
