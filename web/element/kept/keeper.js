import { momentOf } from '../../state/moment.js';
import { loadPart } from '../../worker/load-part.js';

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

  /** @returns {import('./keeping.js').GivenRun[]} */
  get runs() {
    return this.#keeping?.given ?? [];
  }

  /** @param {boolean} isInPage whether leaving the page would lose what is kept */
  guard(isInPage) {
    this.#keeping?.guard(isInPage);
  }
}
