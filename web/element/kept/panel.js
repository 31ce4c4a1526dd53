import { MOST_KEPT } from '../../state/kept.js';
import { isAbort, messageFrom } from '../../state/messages.js';
import { icon, pressButton, setAvailable } from '../../views/controls/icons.js';
import { h, setAttribute, setHidden, setText } from '../../views/dom.js';
import { loadPart } from '../../worker/load-part.js';
import { messageWords } from '../sentences.js';

/** @typedef {import('../../state/lab-state.js').LabState} LabState */
/** @typedef {import('../../state/kept.js').KeptRun} KeptRun */
/** @typedef {import('./options.js').KeptOptions} KeptOptions */
/** @typedef {import('./options.js').KeptPart} KeptPart */
/** @typedef {import('../../state/types.js').Metrics} Metrics */

/**
 * Below the curves: the button that keeps the run, and once there is one, the kept runs as a table, which
 * is fetched then.
 *
 * @implements {KeptPart}
 */
export class KeptPanel {
  #options;
  #texts;
  #button;
  #news = h('p', { class: 'kept-news', role: 'status' });
  #action = h('button', { type: 'button', class: 'button', hidden: true });
  #place = h('div', { class: 'kept-runs', hidden: true });
  /** What the action does. */
  #act = () => {};
  /** @type {import('./table.js').KeptTable | null} */
  #table = null;
  #isComing = false;
  /** @type {import('./beside.js').Beside | null} */
  #beside = null;

  /** @param {KeptOptions} options */
  constructor(options) {
    this.#options = options;
    this.#texts = options.texts.kept;
    const { keep } = this.#texts;
    this.#button = pressButton({ class: 'button' }, () => this.#keep(), icon('keep'), keep);
    this.#action.addEventListener('click', () => this.#act());
    this.element = h(
      'div',
      { class: 'kept', part: 'keep' },
      h('div', { class: 'kept-head' }, this.#button, this.#news, this.#action),
      this.#place,
    );
    this.say(this.#texts.help);
    this.update(options.controls.store.state);
  }

  /** @param {LabState} state */
  update(state) {
    const { kept, metrics } = state;
    setAvailable(this.#button, kept.length < MOST_KEPT && metrics !== null);
    if (kept.length > 0) this.#showTable();
    setHidden(this.#place, kept.length === 0);
    this.#table?.update(state);
    this.#updateBeside(state);
  }

  /** @param {LabState} state */
  #updateBeside({ description, frame, ...state }) {
    if (!this.#beside) return;
    const { record } = this.#beside.run;
    const run = state.kept.find((one) => one.record === record);
    if (!run) this.#endBeside();
    else if (description && frame) this.#beside.update({ ...state, description, frame }, run);
  }

  /** @param {Metrics} metrics of this run */
  showMetrics(metrics) {
    this.#table?.showMetrics(metrics);
  }

  /** @type {KeptPart['say']} */
  say(text, { isError = false, offer } = {}) {
    setText(this.#news, text);
    setAttribute(this.#news, 'data-error', isError);
    this.#act = offer?.onPress ?? (() => {});
    if (offer) setText(this.#action, offer.name);
    setHidden(this.#action, !offer);
  }

  /**
   * @param {() => unknown} act
   */
  async attempt(act) {
    try {
      await act();
    } catch (error) {
      if (isAbort(error)) return;
      const words = messageWords(this.#options.texts, this.#options.formats.verbatim);
      this.say(messageFrom(error)(words), { isError: true });
    }
  }

  /**
   * Shows a kept run beside this one, or, where that is shown, does so no longer.
   *
   * @param {KeptRun} run
   */
  async toggleBeside(run) {
    const isShown = this.#beside?.run.record === run.record;
    this.#endBeside();
    if (isShown) return;
    const { Beside } = await loadPart(() => import('./beside.js'));
    this.#endBeside();
    this.#beside = new Beside(this.#options, this, run);
    this.#place.append(this.#beside.element);
    this.#table?.press(run.letter);
    this.#updateBeside(this.#options.controls.store.state);
  }

  #endBeside() {
    this.#beside?.end();
    this.#beside?.element.remove();
    this.#beside = null;
    this.#table?.press(null);
  }

  /** Another takes its place. */
  end() {
    this.#endBeside();
  }

  /** All kept runs, in one file. */
  save() {
    return this.#options.controls.saving.saveKept((lines, options) =>
      this.say(lines.join(' '), options),
    );
  }

  #keep() {
    return this.attempt(async () => {
      const { letter, record } = await this.#options.controls.keeper.keep();
      const epoch = this.#options.formats.count(record.metrics.epoch);
      this.say(this.#texts.kept(letter, epoch));
    });
  }

  async #showTable() {
    if (this.#table || this.#isComing) return;
    this.#isComing = true;
    await this.attempt(async () => {
      const { KeptTable } = await loadPart(() => import('./table.js'));
      this.#table = new KeptTable(this.#options, this);
      this.#place.append(this.#table.element);
      this.#table.update(this.#options.controls.store.state);
    });
    this.#isComing = false;
  }
}
