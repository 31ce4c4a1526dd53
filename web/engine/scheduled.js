import { ROW_LENGTH, joinRows } from '../state/metrics.js';
import { splitLayers } from '../state/parameters.js';
import { MOST_CHANGES, changedAt, isInNetwork, placeOf, scheduledKey } from '../state/schedule.js';
import { using } from './handle.js';

/** @import { Change, LiveChange } from '../state/schedule.js' */
/** @import { Trainer } from './trainer.js' */

/** What the trainer calls those settings that it has other names for. */
const OPTIONS = { regularization: 'penalty', regularizationRate: 'penaltyRate' };

/**
 * Trains as a schedule has it. The chunks in which it does make no difference to the digits.
 */
export class ScheduledTrainer {
  #trainer;
  #schedule;
  /** Those that are still to come, by epoch. @type {Change[]} */
  #changes;

  /**
   * @param {Trainer} trainer owned from now on
   * @param {Change[]} schedule by epoch
   */
  constructor(trainer, schedule) {
    this.#trainer = trainer;
    this.#schedule = schedule;
    this.#changes = this.#after(-1);
    this.#change(0);
  }

  /**
   * @param {number} epochs as many, or until it diverges
   * @returns {Float64Array} a row of the history for each epoch done, see state/metrics.js
   */
  step(epochs) {
    if (this.#changes.length === 0) return this.#trainer.step(epochs);
    const parts = [];
    for (let left = epochs; left > 0;) {
      const { epoch } = this.#trainer.metrics();
      const next = this.#changes[0]?.epoch ?? Infinity;
      const rows = this.#trainer.step(Math.min(left, next - epoch));
      const done = rows.length / ROW_LENGTH;
      if (done === 0) break;
      if (epoch + done === next && this.#change(next)) {
        rows.set(this.#trainer.metricsRow(), rows.length - ROW_LENGTH);
      }
      parts.push(rows);
      left -= done;
    }
    return joinRows(parts);
  }

  /**
   * Changes at the epoch that it has come to: they are in force at once, as if they had been scheduled,
   * and those that were still to come fall away.
   *
   * @param {readonly LiveChange[]} changes
   * @returns {Change[]} the schedule, by epoch
   * @throws {RangeError} that says what is not allowed; everything stays as it was
   */
  change(changes) {
    const { epoch } = this.#trainer.metrics();
    const schedule = changedAt(this.#schedule, epoch, changes);
    checkCount(schedule.length);
    const names = new Set(changes.map(({ name }) => name));
    const due = schedule.filter((change) => change.epoch === epoch && names.has(change.name));
    for (const change of due) check(change, this.#trainer.layerSizes);
    this.#apply(due);
    this.#schedule = schedule;
    this.#changes = [];
    return schedule;
  }

  /** @returns {Float64Array} the present moment, see Trainer */
  snapshot() {
    return this.#trainer.snapshot();
  }

  /** @param {Float64Array} snapshot of this trainer, under the same schedule up to then */
  restore(snapshot) {
    this.#trainer.restore(snapshot);
    this.#changes = this.#after(this.#trainer.metrics().epoch);
  }

  /** @returns {Float64Array} the current weights' metrics, as step() gives them */
  metricsRow() {
    return this.#trainer.metricsRow();
  }

  metrics() {
    return this.#trainer.metrics();
  }

  get diverged() {
    return this.#trainer.diverged;
  }

  /** @param {import('../state/parameters.js').Place} place see Trainer */
  shares(place) {
    return this.#trainer.shares(place);
  }

  /** @returns a copy of the network as it is now; the caller disposes of it */
  network() {
    return this.#trainer.network();
  }

  dispose() {
    this.#trainer.dispose();
  }

  /** @param {number} epoch at which all that is due has been done */
  #after(epoch) {
    // A model with other layers may have been imported.
    const { layerSizes } = this.#trainer;
    return this.#schedule.filter((one) => one.epoch > epoch && isInNetwork(one, layerSizes));
  }

  /**
   * @param {number} epoch that has been reached
   * @returns {boolean} whether parameters have changed, and the metrics with them
   */
  #change(epoch) {
    const due = this.#changes.filter((change) => change.epoch === epoch);
    this.#changes = this.#changes.slice(due.length);
    return this.#apply(due);
  }

  /**
   * @param {Change[]} due
   * @returns {boolean} whether parameters have changed, and the metrics with them
   */
  #apply(due) {
    const options = due.flatMap(({ name, value }) => {
      const key = scheduledKey(name);
      return key ? [[Reflect.get(OPTIONS, key) ?? key, value]] : [];
    });
    if (options.length > 0) this.#trainer.change(Object.fromEntries(options));
    const parameters = due.filter(({ name }) => placeOf(name));
    if (parameters.length > 0) this.#set(parameters);
    return parameters.length > 0;
  }

  /** @param {Change[]} changes of parameters */
  #set(changes) {
    const values = using([this.#trainer.network()], (network) => network.parameters());
    const layers = splitLayers(values, this.#trainer.layerSizes);
    for (const { name, value } of changes) {
      const { layer, neuron, input } = /** @type {import('../state/parameters.js').Place} */ (
        placeOf(name)
      );
      const { inputs, weights, biases } = layers[layer];
      if (input === null) biases[neuron] = Number(value);
      else weights[neuron * inputs + input] = Number(value);
    }
    this.#trainer.setParameters(values);
  }
}

/**
 * @param {number} count of changes
 * @throws {RangeError}
 */
function checkCount(count) {
  if (count <= MOST_CHANGES) return;
  const cause = { failure: 'manyChanges', most: MOST_CHANGES };
  throw new RangeError(`schedule: ${count} changes; allowed are ${MOST_CHANGES}`, { cause });
}

/**
 * @param {Change} change
 * @param {number[]} layerSizes
 * @throws {RangeError}
 */
function check({ epoch, name, value }, layerSizes) {
  const isKnown = scheduledKey(name) ?? (placeOf(name) && Number.isFinite(value));
  if (isKnown && isInNetwork({ epoch, name, value }, layerSizes)) return;
  const allowed =
    'settings that can be scheduled, and finite numbers for parameters of the network';
  throw new RangeError(`change: "${name}=${value}"; allowed are ${allowed}`);
}
