import { joinRows } from '../state/metrics.js';
import { ScheduledTrainer } from './scheduled.js';

/** Epochs between two snapshots, at first: taking them is less than a hundredth of the work then. */
const FIRST_SPACING = 64;
/** Without a hidden layer an epoch takes less than a snapshot. */
const FIRST_SPACING_WITHOUT = 256;
/** Bytes that the snapshots of a training may take. */
const MOST_BYTES = 2 ** 25;

/**
 * Trains, and remembers the way: any epoch up to the furthest can be had again in a short time, however
 * long it took. Snapshots lie at multiples of a spacing, which doubles when they take too much memory; what
 * lies between them is trained again, to the same digits.
 */
export class Timeline extends ScheduledTrainer {
  #spacing;
  /** By epoch; epoch 0 is always among them. @type {Map<number, Float64Array>} */
  #snapshots = new Map();
  #sizeOfOne = 0;

  /** @param {ConstructorParameters<typeof ScheduledTrainer>} how */
  constructor(...how) {
    super(...how);
    const [{ layerSizes }] = how;
    this.#spacing = layerSizes.length > 2 ? FIRST_SPACING : FIRST_SPACING_WITHOUT;
    this.#remember();
  }

  /** Bytes that the snapshots take. */
  get size() {
    return this.#sizeOfOne * this.#snapshots.size;
  }

  /**
   * @param {number} epochs as many, or until it diverges
   * @returns {Float64Array} a row of the history for each epoch done
   * @override
   */
  step(epochs) {
    // Which the engine refuses.
    if (!Number.isSafeInteger(epochs) || epochs < 0) return super.step(epochs);
    const parts = [];
    for (let left = epochs; left > 0 && !this.diverged;) {
      const { epoch } = this.metrics();
      const next = (Math.floor(epoch / this.#spacing) + 1) * this.#spacing;
      parts.push(super.step(Math.min(left, next - epoch)));
      left -= next - epoch;
      if (left >= 0) this.#remember();
    }
    return joinRows(parts);
  }

  /**
   * Comes as near to an epoch as it can without training: to the last moment not after it that there is a
   * snapshot of, or that it is at.
   *
   * @param {number} epoch
   */
  seek(epoch) {
    const { epoch: present } = this.metrics();
    let from = 0;
    for (const at of this.#snapshots.keys()) if (at <= epoch) from = Math.max(from, at);
    if (present <= epoch && present >= from) return;
    this.restore(/** @type {Float64Array} */ (this.#snapshots.get(from)));
  }

  /**
   * @param {Parameters<ScheduledTrainer['change']>[0]} changes
   * @override
   */
  change(changes) {
    const schedule = super.change(changes);
    const { epoch } = this.metrics();
    // What came after it is another run's, and so is this moment as it was.
    this.#forget((at) => at >= epoch);
    if (epoch % this.#spacing === 0) this.#remember();
    return schedule;
  }

  /** Gives about half of the snapshots up. */
  thin() {
    this.#spacing *= 2;
    this.#forget((epoch) => epoch % this.#spacing !== 0);
  }

  #remember() {
    const { epoch } = this.metrics();
    if (this.diverged || this.#snapshots.has(epoch)) return;
    const snapshot = this.snapshot();
    this.#snapshots.set(epoch, snapshot);
    this.#sizeOfOne = snapshot.byteLength;
    while (this.size > MOST_BYTES && this.#snapshots.size > 1) this.thin();
  }

  /** @param {(epoch: number) => boolean} isGone */
  #forget(isGone) {
    for (const epoch of this.#snapshots.keys()) if (isGone(epoch)) this.#snapshots.delete(epoch);
  }
}
