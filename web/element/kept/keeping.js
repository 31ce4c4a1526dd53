import { columnsIn, mapColumns, metricsAt } from '../../state/metrics.js';
import { checkCount, curvesOf, keep, readLabel, rename } from '../../state/kept.js';
import { makeRecord } from '../../state/record.js';

/** @typedef {import('../../state/kept.js').KeptRun} KeptRun */
/** @typedef {import('../../state/types.js').Config} Config */
/** @typedef {import('../../state/types.js').Metrics} Metrics */

/**
 * @typedef {object} GivenRun as the element gives it
 * @property {string} label
 * @property {Config} config
 * @property {Metrics} metrics
 * @property {{ [Name in keyof Metrics]: number[] }} history
 */

/**
 * The runs that a lab keeps, in its store: they outlive whatever becomes of the lab's own, but not the
 * page, which warns whoever leaves it with runs that stand in no file.
 */
export class Keeping {
  #store;
  #host;
  /** That warns. @type {Window | null} */
  #window = null;
  #isInPage;

  /**
   * @param {import('../store.js').Store} store
   * @param {HTMLElement} host
   */
  constructor(store, host) {
    this.#store = store;
    this.#host = host;
    this.#isInPage = host.isConnected;
  }

  get runs() {
    return this.#store.state.kept;
  }

  /** @returns {GivenRun[]} copies */
  get given() {
    return this.runs.map((run) => {
      const curves = curvesOf(run);
      const names = columnsIn(curves);
      return {
        label: run.label,
        config: structuredClone(run.config),
        metrics: metricsAt(curves, curves.epoch.length - 1),
        history: mapColumns((name) => Array.from(curves[name] ?? []), names),
      };
    });
  }

  /**
   * @param {unknown} label
   * @param {import('../../state/record.js').Run} moment
   * @returns {KeptRun}
   * @throws {Error} that says why it cannot be
   */
  keep(label, moment) {
    const name = readLabel('keep', label);
    const { config } = moment;
    this.#set(keep(this.runs, { label: name, config, record: makeRecord(moment) }));
    return this.runs[this.runs.length - 1];
  }

  /**
   * @param {KeptRun} run
   * @param {string} label
   */
  rename(run, label) {
    this.#set(rename(this.runs, run, label));
  }

  /** @param {readonly KeptRun[]} runs to be kept no longer */
  remove(runs) {
    this.#set(this.runs.filter((run) => !runs.includes(run)));
  }

  /**
   * @param {number} count
   * @throws {RangeError} where not so many more can be kept
   */
  checkRoom(count) {
    checkCount(this.runs.length + count);
  }

  /** @param {Pick<KeptRun, 'label' | 'config' | 'record'>[]} runs of a file */
  open(runs) {
    this.checkRoom(runs.length);
    this.#set(runs.reduce((kept, run) => keep(kept, { ...run, isSaved: true }), this.runs));
  }

  /** All of them stand in a file. */
  haveSaved() {
    this.#set(this.runs.map((run) => ({ ...run, isSaved: true })));
  }

  /** @param {readonly KeptRun[]} runs that were kept before some were removed */
  putBack(runs) {
    this.#set(runs);
  }

  /** @param {boolean} isInPage */
  guard(isInPage) {
    this.#isInPage = isInPage;
    const isNeeded = isInPage && this.runs.some(({ isSaved }) => !isSaved);
    this.#window?.removeEventListener('beforeunload', warn);
    this.#window = isNeeded ? this.#host.ownerDocument.defaultView : null;
    this.#window?.addEventListener('beforeunload', warn);
  }

  /** @param {readonly KeptRun[]} kept */
  #set(kept) {
    this.#store.dispatch({ type: 'surround', changes: { kept } });
    this.guard(this.#isInPage);
  }
}

/** @param {Event} event whose default is that the page goes without a question */
function warn(event) {
  event.preventDefault();
}
