import { columnsIn, mapColumns } from '../../state/metrics.js';
import { momentOf } from '../../state/moment.js';
import { loadPart } from '../../worker/load-part.js';

/** @typedef {import('../../state/types.js').Metrics} Metrics */

/**
 * Keeps runs beside the next ones: what that takes is fetched when the first is to be kept.
 */
export class Keeper {
  #lab;
  #host;
  /** @type {import('./keeping.js').Keeping | null} */
  #keeping = null;

  /**
   * @param {{ store: import('../store.js').Store, session: import('../session.js').Session }} lab
   * @param {HTMLElement} host
   */
  constructor(lab, host) {
    this.#lab = lab;
    this.#host = host;
  }

  /** What changes kept runs. */
  async part() {
    const { Keeping } = await loadPart(() => import('./keeping.js'));
    return (this.#keeping ??= new Keeping(this.#lab.store, this.#host));
  }

  /**
   * @param {unknown} [label]
   * @returns {Promise<import('../../state/kept.js').KeptRun>}
   * @throws {Error} that says why it cannot be
   */
  async keep(label) {
    const { store, session } = this.#lab;
    // At once: until the part is there, the run may have gone on, or given way to another.
    let moment = momentOf(store.state);
    const part = await this.part();
    while (!moment) {
      await session.ask(async () => {});
      moment = momentOf(store.state);
    }
    return part.keep(label, moment);
  }

  /** As the element gives them. */
  get runs() {
    return this.#lab.store.state.kept.map(({ label, config, record: { metrics, history } }) => {
      // JSON has null for what is not a number.
      const plain = (/** @type {number | null} */ value) => value ?? NaN;
      const names = columnsIn(metrics);
      return {
        label,
        config: structuredClone(config),
        metrics: /** @type {Metrics} */ (mapColumns((name) => plain(metrics[name] ?? NaN), names)),
        history: mapColumns((name) => (history[name] ?? []).map(plain), names),
      };
    });
  }

  /** @param {boolean} isInPage whether leaving the page would lose what is kept */
  guard(isInPage) {
    this.#keeping?.guard(isInPage);
  }
}
