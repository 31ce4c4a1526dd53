/**
 * What the page and the worker say to each other.
 *
 * The page asks, the worker answers: every request gets exactly one reply, with the request's id, in
 * the order of the requests. Nothing is sent unasked, but for the compiled engine, which the page
 * sends to its worker once: `{ module }`. The arrays of a reply are transferred.
 *
 * | request                              | value of the reply       |                                       |
 * | ------------------------------------ | ------------------------ | ------------------------------------- |
 * | `create { config, bounds }`          | `{ description, frame }` | replaces the experiment before; when it fails, that one stays |
 * | `advance { epochs, budgetMs, … }`    | `frame`                  | trains, see Advance                   |
 * | `frame`                              | `frame`                  | as it is now                          |
 * | `reset`                              | `frame`                  | the same data, the same first weights |
 * | `predict { points }`                 | `number[]`               | probabilities of class 1              |
 * | `exportModel`                        | a model, plain JSON      |                                       |
 * | `importModel { model }`              | `{ description, frame }` | trains on from it, at epoch 0         |
 * | `gradientCheck { epsilon }`          | GradientCheck            | of the current weights                |
 * | `activities`                         | LayerActivity[]          | of the current weights                |
 * | `butterfly { config, rule, epochs }` | Butterfly                | two runs of their own, see ButterflyRequest |
 * | `dispose`                            | nothing                  | gives the experiment's memory back    |
 *
 * @module
 */

/** @import { Config, Description, Frame, RuleName } from '../state/types.js' */
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
 * @property {boolean} [unseen] nobody will look at the frame: its grid, which takes a large network long,
 *   is left empty
 */

/**
 * One training run in two orders of summation. It concerns neither the weights nor the epoch of the
 * experiment under way.
 *
 * @typedef {object} ButterflyRequest
 * @property {RuleName} rule instead of the configuration's own
 * @property {number} epochs so many
 * @property {Config} [config] what to run; the experiment under way, if missing
 */

/**
 * A question about the network that changes nothing.
 *
 * @typedef {{ type: 'gradientCheck', epsilon: number }
 *   | { type: 'activities' }
 *   | { type: 'butterfly' } & ButterflyRequest} Question
 */

/**
 * @typedef {{ type: 'create', config: Config, bounds?: Bounds }
 *   | { type: 'advance' } & Advance
 *   | { type: 'predict', points: [number, number][] }
 *   | { type: 'importModel', model: unknown }
 *   | { type: 'frame' | 'reset' | 'exportModel' | 'dispose' }
 *   | Question} Command
 * @typedef {Command & { id: number }} Request
 */

/**
 * An experiment's beginning.
 *
 * @typedef {{ description: Description, frame: Frame }} Beginning
 */

/**
 * An error as it crosses: not every browser clones errors, and none clones their class.
 *
 * @typedef {{ name: string, message: string, stack?: string, cause?: unknown }} FlatError
 */

/**
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
