import { isAbort, messageFrom } from '../../state/messages.js';
import { pressButton } from '../../views/controls/icons.js';
import { h, setAttribute, setHidden, setText } from '../../views/dom.js';
import { Schedule } from '../../views/schedule.js';
import { messageWords } from '../sentences.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('./results.js').Underway} Underway */

/**
 * @template Found
 * @typedef {object} Task how work is ended, and who is told what it finds
 * @property {AbortSignal} signal
 * @property {(found: Found) => void} tell called once for each run
 */

/** How often its progress is shown. */
const INTERVAL_MS = 100;
/** Before, nobody can tell how long it takes. */
const EARLIEST_MS = 500;

/**
 * Work on all cores: a button that starts and cancels it, how far it is and how long it still takes, what has
 * become of it. It outlives the panel that has begun it, as when the page takes another language: then the
 * panel in its place goes on with it.
 *
 * @template Found
 * @param {object} options
 * @param {keyof import('./results.js').LatestResults} options.id of the panel
 * @param {string} options.start name of the button
 * @param {PanelOptions} options.options of its panel
 * @param {() => void} options.onStart
 * @param {(found: Found) => void} options.onFound called with what each run has come to
 * @param {() => void} options.onEnd called when all are done, or will not be
 */
export function effort({ id, start, options, onStart, onFound, onEnd }) {
  const { formats, life, results, texts } = options;
  const words = texts.effort;
  /** @type {Underway | null} */
  let running = null;
  const button = pressButton({ class: 'button' }, () => press(), start);
  const bar = h('progress', { id: `${id}-progress`, class: 'saving-bar' });
  // Not a live region: it changes ten times a second.
  const label = h('label', { for: bar.id });
  const progress = h('div', { class: 'effort-progress', hidden: true }, bar, label);
  const status = h('p', { class: 'effort-status', role: 'status' });
  const element = h('div', { class: 'effort' }, button, progress, status);

  function press() {
    if (running) running.ending.abort();
    else onStart();
  }

  const showProgress = () => {
    if (!running) return;
    const { all, done, begun } = running;
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

  /** @type {Underway['view']} */
  const view = {
    tell(found) {
      onFound(found);
      showing.soon();
    },

    end({ all, done, begun }, error) {
      running = null;
      show(false);
      onEnd();
      const seconds = formats.fixed((performance.now() - begun) / 1000, 1);
      if (!error) say(words.done(formats.count(all), seconds));
      else if (isAbort(error)) say(words.cancelled(formats.count(done), formats.count(all)));
      else say(messageFrom(error)(messageWords(texts, formats.verbatim)), true);
    },
  };

  /** @param {Underway} underway */
  const follow = (underway) => {
    running = underway;
    underway.view = view;
    say('');
    show(true);
    showProgress();
  };
  const begun = results.underway?.[id];
  if (begun) follow(begun);

  return {
    element,
    say,

    get isRunning() {
      return running !== null;
    },

    /**
     * While nothing else is.
     *
     * @param {number} all how many runs these are
     * @param {(task: Task<Found>) => Promise<void>} work
     */
    async run(all, work) {
      const ending = new AbortController();
      const underway = { all, done: 0, begun: performance.now(), ending, view };
      const works = (results.underway ??= {});
      works[id] = underway;
      follow(underway);
      const signal = AbortSignal.any([ending.signal, life()]);
      const tell = (/** @type {Found} */ found) => {
        underway.done += 1;
        underway.view.tell(found);
      };
      const error = await work({ signal, tell }).then(
        () => null,
        (reason) => reason,
      );
      delete works[id];
      underway.view.end(underway, error);
    },
  };
}
