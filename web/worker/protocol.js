/**
 * What the page and the worker say to each other.
 *
 * The page calls, the worker answers: every call gets exactly one reply, with the call's id, in the
 * order of the calls. Nothing is sent unasked, but for the compiled engine, which the page sends to its
 * worker once: `{ module }`. The arrays of a reply are transferred, and so are spare ones of a request.
 *
 * A worker holds any number of runs, each an experiment by the number that its client goes by. What can
 * be called is written down once, as Calls: the client gives the same names as promises, and Run has
 * the methods that answer.
 *
 * @module
 */

/** @import { LabelledSet, PointsConfig } from '../engine/data.js' */
/** @import { Butterfly, GradientCheck } from '../engine/diagnostics.js' */
/** @import { Best } from '../engine/crossings.js' */
/** @import { Evaluation } from '../engine/outcomes.js' */
/** @import { Place } from '../engine/trainer.js' */
/** @import { Condition } from '../state/goal.js' */
/** @import { LayerActivity, NeuronActivity, UpdateShares } from '../engine/generated/moonlab.js' */
/** @import { Model, StartingModel } from '../state/model.js' */
/** @import { Answer, Config, Description, Frame, Neuron, Points, RuleName } from '../state/types.js' */
/** @import { LiveChange } from '../state/schedule.js' */
/** @typedef {Description['bounds']} Bounds of the plane that is shown: x1 from, to, x2 from, to */

/**
 * How far to train. At least one of `epochs` and `budgetMs` is given; with both, whichever is
 * reached first ends it. At least one epoch is trained, unless the limit is reached or the
 * experiment has diverged.
 *
 * @typedef {object} Advance
 * @property {number} [epochs] so many
 * @property {number} [budgetMs] as many as fit into so many milliseconds
 * @property {number} [limit] not beyond this epoch; 0, as when missing, is never
 * @property {Condition[]} [goal] not beyond the first of these epochs that reaches it
 * @property {boolean} [unseen] nobody will look at the frame: its pictures, which take a large network long,
 *   are left out
 * @property {Float32Array} [spare] maps of a former frame that nobody wants any more: the next go where they
 *   were, since new memory takes the browser as long as they do
 *
 * What of the network its frames show. What takes too long for frames that follow each other is coarser in
 * those that `advance` gives within a budget, and not all of them have maps; all other frames are as asked
 * for.
 * @typedef {object} Look
 * @property {number} [resolution] points along each side of the grid, 200 if never named; 0 leaves it out
 * @property {number} [maps] points along each side of the map of every input and neuron; 0, as if never
 *   named, leaves them out
 * @property {Neuron | null} [neuron] whose map comes besides, at the grid's resolution; the frames of a
 *   network that does not have it have none
 *
 * One training run in two orders of summation. It concerns neither the weights nor the epoch of the
 * experiment under way.
 * @typedef {object} ButterflyRequest
 * @property {RuleName} rule instead of the configuration's own
 * @property {number} epochs so many
 * @property {Config} [config] what to run; the experiment under way, if missing
 *
 * How an experiment is to begin.
 * @typedef {object} Start
 * @property {Bounds} [bounds] of the plane that is shown, instead of those that suit the points
 * @property {number} [without] a training point, from 0 in the description's order, that is left out; see
 *   Experiment
 * @property {StartingModel} [model] whose weights are the first, instead of drawn ones
 * @property {Look} [look] what its frames show
 * @property {GotoOptions & { epoch: number }} [outcome] an epoch that it comes to at once, or as near as it can
 *   in the time
 *
 * @typedef {object} Beginning of an experiment
 * @property {Description} description
 * @property {Frame} frame of epoch 0; without pictures where an outcome is asked for
 * @property {Frame} [arrived] of the outcome, or of where it has come to on the way
 *
 * How to come to another epoch.
 * @typedef {object} GotoOptions
 * @property {number} [budgetMs] about so many milliseconds at a time; otherwise until it is there
 * @property {number} [limit] not beyond this epoch; 0, as when missing, is never
 * @property {boolean} [isPassing] another epoch will be wanted soon: the frame is as those in a budget are
 *
 * @typedef {object} Gone how far it has come
 * @property {number} epoch
 * @property {Frame | null} frame once it is there, or has diverged; its history are rows that no frame
 *   before has had, those of epochs beyond the furthest
 *
 * @typedef {object} Changed what has become of a run by changes
 * @property {string} schedule all of it
 * @property {Frame} frame its history is one row, in place of the last that there was
 */

/**
 * What can be called, and what it answers.
 *
 * @typedef {object} Calls
 * @property {(config: Config, start?: Start) => Beginning} create replaces the run's experiment; when it
 *   fails, that one stays
 * @property {(how: Advance) => Frame} advance trains
 * @property {(epoch: number, how?: GotoOptions) => Gone} goto trains to that epoch, from the nearest moment
 *   before it that is remembered; to be asked again until there is a frame. From there `advance` goes on, to
 *   the same digits
 * @property {() => Frame} frame as it is now
 * @property {(look: Look) => Frame} look as it is now; this and all later frames show what is named, and of
 *   what is not the same as before
 * @property {(changes: readonly LiveChange[]) => Changed} change settings and parameters at the epoch that
 *   it has come to, as entries of the schedule; see Experiment
 * @property {(resolution: number, bounds?: Bounds) => Answer} answer what the network says now,
 *   resolution points a side
 * @property {(resolution: number) => Best} best what nobody can beat on fresh points of the data set,
 *   which must be a generated one with classes; resolution points a side, over what is shown
 * @property {() => Frame} reset the same data, the same first weights
 * @property {(points: [number, number][]) => number[] | number[][]} predict see Experiment
 * @property {(set: LabelledSet) => Evaluation} evaluate on other points
 * @property {() => Model} exportModel plain JSON
 * @property {(model: StartingModel) => Beginning} importModel trains on from it, at epoch 0
 * @property {(epsilon: number) => GradientCheck} gradientCheck of the current weights and training
 *   points; epsilon of the central difference, > 0
 * @property {() => LayerActivity[]} activities layer by layer, of the neurons on the training points
 * @property {() => NeuronActivity[]} neuronActivity the same without what takes long, to be asked often
 * @property {(layer: number, neuron: number, resolution: number) => Float64Array} neuronMap what one neuron
 *   gives over what is shown, resolution points a side, row by row from the lowest x2; see Neuron
 * @property {(resolution: number) => Float64Array} featureMaps what all inputs that there could be are over what
 *   is shown, one after the other in the table's order, each as neuronMap's
 * @property {(place: Place) => UpdateShares} shares of the training points in the last update of a parameter,
 *   in the description's order
 * @property {() => { train: Uint8Array, test: Uint8Array }} outcomes the classes that the training and test
 *   points are taken for now, in the description's order
 * @property {(request: ButterflyRequest) => Butterfly} butterfly two runs of their own
 * @property {(config: PointsConfig) => Points} points of a data set, whatever the experiment's is
 * @property {() => void} dispose gives the experiment's memory back
 */
export const CALLS = /** @type {const} */ ([
  ...[
    'create',
    'advance',
    'goto',
    'frame',
    'look',
    'change',
    'answer',
    'best',
    'reset',
    'predict',
    'evaluate',
    'exportModel',
    'importModel',
  ],
  ...[
    'gradientCheck',
    'activities',
    'neuronActivity',
    'neuronMap',
    'featureMaps',
    'shares',
    'outcomes',
    'butterfly',
    'points',
    'dispose',
  ],
]);

/**
 * @typedef {{ [Name in keyof Calls]:
 *   { run: number, call: Name, args: Parameters<Calls[Name]> } }[keyof Calls]} Call
 * @typedef {Call & { id: number }} Request
 *
 * The calls as the page has them.
 * @typedef {{ [Name in keyof Calls]:
 *   (...args: Parameters<Calls[Name]>) => Promise<ReturnType<Calls[Name]>> }} RemoteCalls
 *
 * An error as it crosses: not every browser clones errors, and none clones their class.
 * @typedef {{ name: string, message: string, stack?: string, cause?: unknown }} FlatError
 *
 * @typedef {{ id: number, ok: true, value: unknown }
 *   | { id: number, ok: false, error: FlatError }} Reply
 */
/**
 * @param {unknown} thrown
 * @returns {FlatError}
 */
export function flattenError(thrown) {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown) };
  const { name, message, stack, cause } = thrown;
  return { name, message, stack, ...(isFailure(cause) && { cause }) };
}

/**
 * @param {unknown} cause
 * @returns {boolean} whether it is the engine's own, of plain values: others may not be cloned
 */
function isFailure(cause) {
  return typeof cause === 'object' && cause !== null && 'failure' in cause;
}

/**
 * @param {FlatError} flat
 * @returns {Error} with the name, the message, the stack and the cause of the one that was thrown
 */
export function rebuildError({ name, message, stack, cause }) {
  const error = new Error(message, cause === undefined ? {} : { cause });
  error.name = name;
  if (stack) error.stack = stack;
  return error;
}

/**
 * The buffers to transfer with a request.
 *
 * @param {Call} call
 * @returns {ArrayBuffer[]}
 */
export function spareOf(call) {
  return call.call === 'advance' ? transferList(call.args[0].spare) : [];
}

/**
 * The buffers to transfer with a value: those of its typed arrays, each once.
 *
 * @param {unknown} value
 * @returns {ArrayBuffer[]}
 */
export function transferList(value) {
  return [...new Set(buffersOf(value))];
}

/**
 * @param {unknown} value
 * @returns {ArrayBuffer[]}
 */
function buffersOf(value) {
  if (typeof value !== 'object' || value === null) return [];
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  // Lists hold numbers only, and many of them.
  return Array.isArray(value) ? [] : Object.values(value).flatMap(buffersOf);
}
