import { button, buttons } from './widget.js';

const TEXTS = { back: 'Back', step: 'Step', again: 'Start over', play: 'Play', pause: 'Pause' };
/** How long a step is shown while it plays, in milliseconds. */
const STEP_MS = 1500;

/**
 * Buttons that walk through a calculation: one step at a time, or by itself.
 *
 * @param {object} options
 * @param {import('../place.js').Place} options.place
 * @param {number} options.count of the steps
 * @param {(step: number) => void} options.onStep called with the step to show, from 0
 * @returns {{ element: HTMLElement, step: number }} set `step` to jump; it does not call back
 */
export function createStepper({ place, count, onStep }) {
  let step = 0;
  const isLast = () => step === count - 1;
  const back = button(TEXTS.back, () => go(Math.max(0, step - 1)));
  const next = button(TEXTS.step, () => go(isLast() ? 0 : step + 1), { primary: true });
  const play = button(TEXTS.play, () => (place.isRunning ? place.stop() : run()));

  const showButtons = () => {
    back.setAttribute('aria-disabled', String(step === 0));
    next.textContent = isLast() ? TEXTS.again : TEXTS.step;
    play.textContent = place.isRunning ? TEXTS.pause : TEXTS.play;
  };

  const go = (/** @type {number} */ to) => {
    place.stop();
    set(to);
    onStep(step);
  };

  const set = (/** @type {number} */ to) => {
    step = to;
    showButtons();
  };

  const advance = () => {
    set(isLast() ? 0 : step + 1);
    onStep(step);
  };

  const run = () => {
    advance();
    if (isLast()) return;
    let shown = performance.now();
    const tick = () => {
      if (performance.now() - shown < STEP_MS) return true;
      shown = performance.now();
      advance();
      return !isLast();
    };
    place.run(tick, showButtons);
    showButtons();
  };

  showButtons();
  return {
    element: buttons(next, back, play),
    get step() {
      return step;
    },
    set step(to) {
      place.stop();
      set(to);
    },
  };
}
