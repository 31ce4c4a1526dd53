/**
 * What an experiment is doing, as a function of what has happened to it.
 *
 *     loading → ready → training ⇄ paused
 *                       training → finished, failed
 *
 * `create` leads back to loading and `reset` back to ready, from anywhere.
 *
 * @module
 */

import { describeDivergence } from './divergence.js';

/** @import { Message } from './messages.js' */
/** @import { Config, Description, Frame, Metrics, Status } from './types.js' */

/**
 * @typedef {object} ExperimentState
 * @property {Status} status
 * @property {Config} config
 * @property {Description | null} description null until the first experiment is there
 * @property {Metrics | null} metrics of the last frame
 * @property {Message | null} failure why it failed; null otherwise
 * @property {boolean} isUnsupported whether it failed because nothing can be trained here at all
 * @property {boolean} canRetry whether it failed for a cause that may be gone when it is tried again
 */

/**
 * @typedef {{ type: 'create', config: Config }} CreateEvent a new experiment is asked for
 * @typedef {{ type: 'created', description: Description, frame: Frame }} CreatedEvent it is there,
 *   or a model has been imported
 * @typedef {{ type: 'configure', config: Config }} ConfigureEvent something changed that the
 *   experiment under way can go on with
 * @typedef {{ type: 'train' | 'pause' }} TransportEvent
 * @typedef {{ type: 'frame', frame: Frame }} FrameEvent
 * @typedef {{ type: 'reset', frame: Frame }} ResetEvent it is back at epoch 0
 * @typedef {{ type: 'fail', failure: Message, isUnsupported?: boolean }} FailEvent
 * @typedef {CreateEvent | CreatedEvent | ConfigureEvent | TransportEvent | FrameEvent | ResetEvent
 *   | FailEvent} ExperimentEvent
 */

/**
 * @param {Config} config
 * @returns {ExperimentState}
 */
export function initialState(config) {
  return {
    status: 'loading',
    config,
    description: null,
    metrics: null,
    failure: null,
    isUnsupported: false,
    canRetry: false,
  };
}

/**
 * The next state. An event that makes no sense now, such as a frame of the experiment before, leaves
 * the state as it is.
 *
 * @param {ExperimentState} state
 * @param {ExperimentEvent} event
 * @returns {ExperimentState}
 */
export function reduce(state, event) {
  switch (event.type) {
    case 'create':
      return {
        ...state,
        status: 'loading',
        config: event.config,
        failure: null,
        isUnsupported: false,
        canRetry: false,
      };
    case 'created':
      return begin({ ...state, description: event.description }, event.frame);
    case 'reset':
      return reset(state, event.frame);
    case 'configure':
      return settleStatus({ ...state, config: event.config });
    case 'train':
      return train(state);
    case 'pause':
      return pause(state);
    case 'frame':
      return receive(state, event.frame);
    case 'fail':
      return fail(state, event);
  }
}

/**
 * Whether Train and Step would do something.
 *
 * @param {ExperimentState} state
 */
export function canTrain({ status }) {
  return status === 'ready' || status === 'paused';
}

/**
 * @param {ExperimentState} state
 * @param {Frame} frame
 * @returns {ExperimentState}
 */
function begin(state, frame) {
  return { ...state, status: 'ready', metrics: frame.metrics, failure: null };
}

/**
 * @param {ExperimentState} state
 * @param {Frame} frame
 */
function reset(state, frame) {
  return state.status === 'loading' ? state : begin(state, frame);
}

/**
 * @param {ExperimentState} state
 * @param {FailEvent} event
 * @returns {ExperimentState}
 */
function fail(state, { failure, isUnsupported = false }) {
  return { ...state, status: 'failed', failure, isUnsupported, canRetry: !isUnsupported };
}

/**
 * @param {ExperimentState} state
 * @returns {ExperimentState}
 */
function train(state) {
  return canTrain(state) ? { ...state, status: 'training' } : state;
}

/**
 * @param {ExperimentState} state
 * @returns {ExperimentState}
 */
function pause(state) {
  return state.status === 'training' ? { ...state, status: 'paused' } : state;
}

/**
 * @param {ExperimentState} state
 * @param {Frame} frame
 * @returns {ExperimentState}
 */
function receive(state, { metrics, diverged }) {
  if (state.status === 'loading' || state.status === 'failed') return state;
  if (diverged) {
    const failure = describeDivergence(state.config, metrics.epoch);
    return { ...state, status: 'failed', metrics, failure };
  }
  return settleStatus({ ...state, metrics });
}

/**
 * Where the epochs done and the epoch limit put an experiment that is neither loading nor failed.
 *
 * @param {ExperimentState} state
 * @returns {ExperimentState}
 */
function settleStatus(state) {
  const { status, metrics, config } = state;
  if (status === 'loading' || status === 'failed' || metrics === null) return state;
  if (config.epochs > 0 && metrics.epoch >= config.epochs) return { ...state, status: 'finished' };
  if (status === 'training' || metrics.epoch === 0) return state;
  return { ...state, status: 'paused' };
}
