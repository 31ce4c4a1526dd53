import { isAbort, messageFrom } from '../../state/messages.js';
import { pressButton } from '../../views/controls/icons.js';
import { h, setAttribute, setHidden, setText } from '../../views/dom.js';
import { Schedule } from '../../views/schedule.js';
import { messageWords } from '../sentences.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */

/**
 * @typedef {object} Task how work is ended, and how far it is
 * @property {AbortSignal} signal
 * @property {() => void} onDone one more run has been trained
 *
 * @typedef {'done' | 'cancelled' | 'failed'} End of work
 */

/** How often its progress is shown. */
const INTERVAL_MS = 100;
/** Before, nobody can tell how long it takes. */
const EARLIEST_MS = 500;

/**
 * Work on all cores: a button that starts and cancels it, how far it is and how long it still takes, what has
 * become of it.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.start name of the button
 * @param {PanelOptions} options.options of its panel
 * @param {() => void} options.onStart
 */
export function effort({ id, start, options, onStart }) {
  const { formats, life, texts } = options;
  const words = texts.effort;
  /** @type {AbortController | null} */
  let running = null;
  let [all, done, begun] = [0, 0, 0];
  const button = pressButton({ class: 'button' }, () => press(), start);
  const bar = h('progress', { id: `${id}-progress`, class: 'saving-bar' });
  // Not a live region: it changes ten times a second.
  const label = h('label', { for: bar.id });
  const progress = h('div', { class: 'effort-progress', hidden: true }, bar, label);
  const status = h('p', { class: 'effort-status', role: 'status' });
  const element = h('div', { class: 'effort' }, button, progress, status);

  function press() {
    if (running) running.abort();
    else onStart();
  }

  const showProgress = () => {
    if (!running) return;
    // Another face of the lab has taken the place of this one.
    if (!element.isConnected) running.abort();
    bar.max = all;
    bar.value = done;
    const elapsed = performance.now() - begun;
    const left = done > 0 && elapsed > EARLIEST_MS ? (elapsed / done) * (all - done) : null;
    const time = left === null ? '' : ` · ${words.left(formats.count(Math.ceil(left / 1000)))}`;
    setText(label, words.progress(formats.count(done), formats.count(all)) + time);
  };
  const showing = new Schedule().add(showProgress, () => INTERVAL_MS);

  /**
   * @param {string} text
   * @param {boolean} [isError]
   */
  const say = (text, isError = false) => {
    setText(status, text);
    setAttribute(status, 'data-error', isError);
  };

  /** @param {boolean} isRunning */
  const show = (isRunning) => {
    setText(button, isRunning ? words.cancel : start);
    setHidden(progress, !isRunning);
  };

  return {
    element,
    say,

    get isRunning() {
      return running !== null;
    },

    cancel: () => running?.abort(),

    /**
     * @param {number} count of runs
     * @param {(task: Task) => Promise<void>} work
     * @returns {Promise<End>} never rejected
     */
    async run(count, work) {
      running?.abort();
      const own = new AbortController();
      running = own;
      const signal = AbortSignal.any([own.signal, life()]);
      [all, done, begun] = [count, 0, performance.now()];
      say('');
      show(true);
      showProgress();
      /** @type {End} */
      let end = 'done';
      try {
        const onDone = () => {
          done += 1;
          showing.soon();
        };
        await work({ signal, onDone });
        const seconds = formats.fixed((performance.now() - begun) / 1000, 1);
        say(words.done(formats.count(all), seconds));
      } catch (error) {
        end = isAbort(error) ? 'cancelled' : 'failed';
        if (end === 'cancelled') say(words.cancelled(formats.count(done), formats.count(all)));
        else say(messageFrom(error)(messageWords(texts, formats.verbatim)), true);
      }
      if (running === own) {
        running = null;
        show(false);
      }
      return end;
    },
  };
}
