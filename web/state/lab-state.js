/**
 * What a lab is set to, what its experiment is doing and what its run has come to, as a function of
 * what has happened. An experiment goes
 *
 *     loading → ready → training ⇄ paused
 *                       training → finished, failed
 *
 * `create` leads back to loading and `reset` back to ready, from anywhere; `goto` to ready or paused, but
 * from where there is no experiment. Only who trains, or changes something, is told that it is finished or
 * has diverged.
 *
 * @module
 */

import { describeDivergence } from './divergence.js';
import { isUnderWay, settingsInForce } from './live.js';
import { withinLimit } from './limit.js';
import { withMaps } from './look.js';
import { neuronIn } from './neuron.js';

/** @import { History } from './history.js' */
/** @import { Config, ConfigError, Description, Frame, Message, Metrics } from './types.js' */
/** @import { Neuron, Status } from './types.js' */

/**
 * @typedef {object} Experiment
 * @property {Status} status
 * @property {Config} config
 * @property {Description | null} description null until the first experiment is there
 * @property {Message | null} failure why it failed, or that it has diverged; null otherwise
 * @property {boolean} isUnsupported whether it failed because nothing can be trained here at all
 * @property {boolean} canRetry whether it failed for a cause that may be gone when it is tried again
 * @property {boolean} isUsed whether somebody has done something with it
 *
 * @typedef {object} Run
 * @property {Frame | null} frame the latest; null until the first experiment is there
 * @property {Metrics | null} metrics of the latest frame
 * @property {Float64Array | null} initialParameters at epoch 0, drawn or imported
 * @property {boolean} isImported whether they were imported
 * @property {History} history grows in place, with every frame; reaches the furthest epoch trained, which
 *   may lie after the frame's
 * @property {number | null} branch epoch at which it has branched off another run, as long as it is there
 * @property {number | null} divergence epoch at which it has diverged, if that has been trained
 * @property {Config} inForce the configuration with the settings that are in force at the epoch
 * @property {Metrics | null} reached of the first epoch of this run that has reached the goal
 *
 * @typedef {object} Surroundings of a lab
 * @property {boolean} isVisible on screen
 * @property {'light' | 'dark'} theme the colours that it is in
 * @property {boolean} isWhole whether all of it has been made, and not the boundary alone
 * @property {'screen' | 'frame' | null} presentation whether it fills the screen, or the page's frame
 * @property {boolean} isTraining whether it trains, or one of those that it is linked with
 * @property {boolean} canTrain whether Train and Step would do something, for one of these
 * @property {boolean} isHeld whether somebody is dragging a slider of a setting
 * @property {number} outcome epoch that is shown as soon as there is another experiment; 0: none
 * @property {Travel | null} travel to another epoch, while that takes a while
 * @property {Neuron | null} pointed the neuron at which somebody points
 * @property {import('./deed.js').Deed | null} deed what has become of the last change with its controls
 * @property {boolean} canUndo whether there is one that can be taken back
 * @property {Complaints} complaints about the last change of settings
 * @property {readonly import('./kept.js').KeptRun[]} kept runs beside this one
 *
 * @typedef {{ epoch: number, at: number }} Travel the epoch that it is to come to, and to which it has
 *
 * @typedef {object} Complaints
 * @property {readonly ConfigError[]} controls about what came from the lab's own controls
 * @property {readonly ConfigError[]} outside about what came from the page
 *
 * @typedef {Experiment & Run & Surroundings} LabState
 *
 * @typedef {LabState & { description: Description, frame: Frame }} Scene what can be shown, once there
 *   is an experiment
 */

/**
 * @typedef {{ type: 'create', config: Config }} CreateEvent a new experiment is asked for
 * @typedef {object} CreatedEvent it is there, or a model has been imported
 * @property {'created'} type
 * @property {Description} description
 * @property {Frame} frame
 * @property {Float64Array} [imported] the parameters of the model, before any change of the schedule
 * @typedef {{ type: 'pass', description: Description, frame: Frame }} PassEvent one is there that is not wanted
 *   any more: a hand has passed by, and what it has come to since is on its way
 * @typedef {{ type: 'configure', config: Config }} ConfigureEvent something changed that the
 *   experiment under way can go on with
 * @typedef {{ type: 'change', schedule: string, frame: Frame }} ChangeEvent the run has been changed at the
 *   epoch that it has come to; the frame's history is one row, in place of the last
 * @typedef {{ type: 'train' }} TrainEvent
 * @typedef {{ type: 'pause' }} PauseEvent
 * @typedef {{ type: 'frame', frame: Frame, history?: History, divergence?: number | null }} FrameEvent the
 *   latest; with all up to it, and where it diverges, if it does, where it was trained apart
 * @typedef {{ type: 'goto', frame: Frame }} GotoEvent it has come to another epoch, before or after
 * @typedef {{ type: 'reset', frame: Frame }} ResetEvent it is back at epoch 0
 * @typedef {{ type: 'look', frame: Frame }} LookEvent other pictures of the same epoch
 * @typedef {{ type: 'fail', failure: Message, isUnsupported?: boolean }} FailEvent
 * @typedef {{ type: 'end' }} EndEvent the experiment is given up
 * @typedef {{ type: 'surround', changes: Partial<Surroundings> }} SurroundEvent something is other around
 *   it
 * @typedef {CreateEvent | CreatedEvent | PassEvent | ConfigureEvent | ChangeEvent | TrainEvent | PauseEvent | FrameEvent
 *   | GotoEvent | ResetEvent | LookEvent | FailEvent | EndEvent | SurroundEvent} LabEvent
 */

const NO_EXPERIMENT = /** @type {const} */ ({
  status: 'loading',
  description: null,
  frame: null,
  metrics: null,
  initialParameters: null,
  isImported: false,
  reached: null,
  branch: null,
  divergence: null,
  failure: null,
  isUnsupported: false,
  canRetry: false,
  isUsed: false,
});

/** What somebody does with an experiment that is there. @type {Set<LabEvent['type']>} */
const USES = new Set(['train', 'frame', 'change', 'reset']);

/**
 * @param {Config} config
 * @param {History} history an empty one
 * @returns {LabState}
 */
export function initialState(config, history) {
  return {
    ...NO_EXPERIMENT,
    config,
    inForce: config,
    history,
    isVisible: false,
    theme: 'light',
    isWhole: false,
    presentation: null,
    isTraining: false,
    canTrain: true,
    travel: null,
    outcome: 0,
    isHeld: false,
    pointed: null,
    deed: null,
    canUndo: false,
    complaints: { controls: [], outside: [] },
    kept: [],
  };
}

/**
 * The next state for each event.
 *
 * @type {{ [Type in LabEvent['type']]:
 *   (state: LabState, event: Extract<LabEvent, { type: Type }>) => LabState }}
 */
const REDUCERS = {
  create: (state, { config }) => ({
    ...state,
    status: 'loading',
    config,
    failure: null,
    isUnsupported: false,
    canRetry: false,
  }),
  created(state, { description, frame, imported }) {
    const initialParameters = imported ?? frame.parameters;
    const isImported = Boolean(imported);
    return begin({ ...withDescription(state, description), isImported, initialParameters }, frame);
  },
  pass: (state, { description, frame }) => ({
    ...withDescription(state, description),
    frame: withMaps(frame, state.frame),
    metrics: frame.metrics,
  }),
  reset: (state, { frame }) => (state.status === 'loading' ? state : begin(state, frame)),
  configure(state, { config }) {
    const next = { ...state, config };
    const isAsBefore = state.failure || config.epochs === state.config.epochs;
    return isAsBefore ? next : settleStatus(next);
  },
  change(state, { schedule, frame }) {
    const isBranch = state.status !== 'training' && isUnderWay(state);
    const branch = isBranch ? frame.metrics.epoch : null;
    const config = { ...state.config, schedule };
    const next = receive({ ...state, branch, config, divergence: null }, { frame });
    return next.failure ? settleStatus(next) : next;
  },
  train: (state) => (canTrain(state) ? settleStatus({ ...state, status: 'training' }) : state),
  pause: (state) => (state.status === 'training' ? { ...state, status: 'paused' } : state),
  frame: (state, event) => settleStatus(receive(state, event)),
  goto(state, { frame }) {
    if (!canGo(state)) return state;
    const status = frame.metrics.epoch === 0 ? 'ready' : 'paused';
    return receive({ ...state, status }, { frame });
  },
  look: (state, { frame }) => {
    const { frame: shown } = state;
    // Of an epoch that is yet to come, or of a former experiment.
    if (state.status === 'loading' || shown?.metrics.epoch !== frame.metrics.epoch) return state;
    return { ...state, frame: withMaps({ ...frame, history: shown.history }, shown) };
  },
  fail: (state, { failure, isUnsupported = false }) => ({
    ...state,
    status: 'failed',
    failure,
    isUnsupported,
    canRetry: !isUnsupported,
  }),
  end: (state) => ({ ...state, ...NO_EXPERIMENT }),
  surround(state, { changes }) {
    const keys = /** @type {(keyof typeof changes)[]} */ (Object.keys(changes));
    return keys.some((key) => changes[key] !== state[key]) ? { ...state, ...changes } : state;
  },
};

/**
 * The next state. An event that makes no sense now, such as a frame of the experiment before, leaves
 * the state as it is.
 *
 * @param {LabState} state
 * @param {LabEvent} event
 * @returns {LabState}
 */
export function reduce(state, event) {
  const next = REDUCERS[event.type](state, /** @type {never} */ (event));
  const isUse = next !== state && (USES.has(event.type) || 'imported' in event);
  return isUse && !next.isUsed ? { ...next, isUsed: true } : next;
}

/**
 * Whether there is an experiment that can come to other epochs.
 *
 * @param {LabState} state
 */
export function canGo({ status, frame }) {
  return status !== 'loading' && (status !== 'failed' || frame?.diverged);
}

/**
 * Whether Train and Step would do something.
 *
 * @param {LabState} state
 */
export function canTrain({ status }) {
  return status === 'ready' || status === 'paused';
}

/**
 * @param {LabState} state
 * @param {Description} description of another experiment, whose network may lack what was pointed at
 * @returns {LabState}
 */
function withDescription(state, description) {
  return { ...state, description, pointed: neuronIn(state.pointed, description.layerSizes) };
}

/**
 * @param {LabState} state
 * @param {Frame} frame
 * @returns {LabState}
 */
function begin(state, frame) {
  const { metrics } = frame;
  const divergence = frame.diverged ? metrics.epoch : null;
  return { ...state, status: 'ready', frame, metrics, branch: null, divergence, failure: null };
}

/**
 * @param {LabState} state
 * @param {Omit<FrameEvent, 'type'>} event
 * @returns {LabState}
 */
function receive(state, { frame, history = state.history, divergence = state.divergence }) {
  if (state.status === 'loading' || state.status === 'failed') return state;
  const { metrics } = frame;
  const { epoch } = metrics;
  const branch = state.branch === epoch ? epoch : null;
  const next = { ...state, frame: withMaps(frame, state.frame), metrics, history, branch };
  if (!frame.diverged) return { ...next, divergence, failure: null };
  const failure = describeDivergence(settingsInForce(state.config, epoch), epoch);
  return { ...next, divergence: epoch, failure };
}

/**
 * Where divergence, the epochs done and the epoch limit put an experiment that is neither loading nor failed.
 *
 * @param {LabState} state
 * @returns {LabState}
 */
function settleStatus(state) {
  const { status, metrics, config, failure } = state;
  if (status === 'loading' || status === 'failed' || metrics === null) return state;
  if (failure) return { ...state, status: 'failed' };
  if (metrics.epoch >= withinLimit(Infinity, config.epochs))
    return { ...state, status: 'finished' };
  if (status === 'training' || metrics.epoch === 0) return state;
  return { ...state, status: 'paused' };
}
