import { bestEpoch } from '../state/moments.js';
import { parseSchedule } from '../state/schedule.js';
import { epochSlider } from '../views/controls/epoch-slider.js';

/** @typedef {import('../views/controls/epoch-slider.js').EpochMark} EpochMark */
/** @typedef {import('../state/lab-state.js').LabState} LabState */

/**
 * The slider of a run's epochs, with what is worth going to.
 */
export class TimelineControl {
  #texts;
  #formats;
  #slider;
  /** Of the history that they have been found in. */
  #seen = { length: -1, last: -1, schedule: '' };
  /** @type {{ best: number | null, changes: readonly number[] }} */
  #moments = { best: null, changes: [] };

  /**
   * @param {object} options
   * @param {import('../languages/en.js').Texts['timeline']} options.texts
   * @param {import('../views/text/formats.js').Formats} options.formats
   * @param {(epoch: number, isPassing: boolean) => void} options.onGoto
   * @param {HTMLElement} options.place
   */
  constructor({ texts, formats, onGoto, place }) {
    this.#texts = texts;
    this.#formats = formats;
    this.#slider = epochSlider({ name: texts.name, onGoto });
    place.replaceChildren(...this.#slider.elements);
  }

  /** @param {LabState} state */
  update({ config, history, metrics, travel, divergence }) {
    this.#find(history, config.schedule);
    const { count } = this.#formats;
    const { best, changes } = this.#moments;
    const epoch = travel?.epoch ?? metrics?.epoch ?? 0;
    const furthest = Math.max(0, history.last);
    /** @type {EpochMark[]} */
    const marks = [
      ...changes.map((at) => ({ epoch: at, kind: /** @type {const} */ ('change') })),
      ...(best ? [{ epoch: best, kind: /** @type {const} */ ('best') }] : []),
      ...(divergence ? [{ epoch: divergence, kind: /** @type {const} */ ('divergence') }] : []),
    ];
    this.#slider.update({
      epoch,
      furthest,
      limit: config.epochs,
      text: this.#texts.value(count(epoch), count(furthest)),
      marks: marks.filter((mark) => mark.epoch <= furthest),
      jump: this.#jump(epoch, divergence),
    });
  }

  /**
   * @param {number} epoch
   * @param {number | null} divergence
   */
  #jump(epoch, divergence) {
    const { best } = this.#moments;
    if (divergence === epoch) return { name: this.#texts.before, epoch: divergence - 1 };
    return best ? { name: this.#texts.best, epoch: best } : null;
  }

  /**
   * @param {LabState['history']} history
   * @param {string} schedule
   */
  #find(history, schedule) {
    const { length, last } = history;
    const seen = this.#seen;
    if (seen.length === length && seen.last === last && seen.schedule === schedule) return;
    this.#seen = { length, last, schedule };
    const curves = history.curves();
    const changes = [...new Set(parseSchedule(schedule).map(({ epoch }) => epoch))];
    this.#moments = { best: bestEpoch(curves), changes };
  }
}
