import { History } from '../state/history.js';
import { inForceBy } from '../state/in-force.js';
import { initialState, reduce } from '../state/lab-state.js';
import { columnsOf } from '../state/metrics.js';
import { hasStopped, reachedBy } from '../state/reached.js';

/** @typedef {import('../state/lab-state.js').LabState} LabState */
/** @typedef {(state: LabState, before: LabState) => void} Listener */

/**
 * What a lab knows, in one place: whatever happens is dispatched to it, and whatever is shown is read
 * from it.
 */
export class Store {
  /** @type {LabState} */
  #state;
  /** @type {Set<Listener>} */
  #listeners = new Set();
  /** @type {Set<(state: LabState) => void>} */
  #views = new Set();
  #isChanged = false;

  /** @param {import('../state/types.js').Config} config */
  constructor(config) {
    this.#state = initialState(config, new History());
  }

  get state() {
    return this.#state;
  }

  /** @param {import('../state/lab-state.js').LabEvent} event */
  dispatch(event) {
    const before = this.#state;
    const state = reduce(before, event);
    if (state === before) return;
    if (state.history === before.history) remember(state, before);
    const [reached, inForce] = [reachedBy(state, before), inForceBy(state, before)];
    const next = { ...state, reached, inForce };
    this.#state = hasStopped(next, before) ? { ...next, status: 'paused' } : next;
    if (!this.#isChanged) queueMicrotask(() => this.flush());
    this.#isChanged = true;
    for (const listener of this.#listeners) listener(this.#state, before);
  }

  /**
   * @param {Listener} listener called with every single change, at once
   * @returns {() => void} ends it
   */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * @param {(state: LabState) => void} view called once for all the changes of a turn, after it
   * @returns {() => void} ends it
   */
  show(view) {
    this.#views.add(view);
    return () => this.#views.delete(view);
  }

  /** Has shown now what has changed. */
  flush() {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    // One that is added meanwhile has seen it.
    for (const view of [...this.#views]) view(this.#state);
  }
}

/**
 * @param {LabState} state
 * @param {LabState} before
 */
function remember({ description, frame, history }, before) {
  // Other pictures of the same epoch bring no other history.
  if (!frame || frame.history === before.frame?.history) return;
  // Epoch 0 comes with a new experiment, and with a reset.
  if (description && frame.history[0] === 0) history.clear(columnsOf(description.problem));
  history.append(frame.history);
}
