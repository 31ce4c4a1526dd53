/** The way of a training, to be gone along: a slider of its epochs, with marks. */

import { h, setAttribute, setHidden, setText } from '../dom.js';
import { pressButton } from './icons.js';

/**
 * @typedef {object} EpochMark
 * @property {number} epoch
 * @property {'best' | 'divergence' | 'change'} kind
 *
 * @typedef {object} EpochsShown
 * @property {number} epoch the present one
 * @property {number} furthest that has been trained
 * @property {number} limit where training ends; 0 is never
 * @property {string} text the present one in words
 * @property {readonly EpochMark[]} marks
 * @property {{ name: string, epoch: number } | null} jump what is worth going to
 */

/** So many epochs are always in reach. */
const FIRST_EPOCHS = 100;
/** Of a decade: the slider ends at such a number. */
const ENDS = [1, 2, 5, 10];

/**
 * @param {object} options
 * @param {string} options.name
 * @param {(epoch: number, isPassing: boolean) => void} options.onGoto passing are those of a slider that is
 *   being dragged
 * @returns {{ elements: HTMLElement[], update: (shown: EpochsShown) => void }}
 */
export function epochSlider({ name, onGoto }) {
  let isHeld = false;
  let target = 0;
  const input = h('input', {
    type: 'range',
    class: 'slider',
    min: 0,
    'aria-label': name,
    oninput: () => {
      isHeld = true;
      place(input);
      onGoto(Number(input.value), true);
    },
    onchange: () => {
      isHeld = false;
      onGoto(Number(input.value), false);
    },
  });
  const marks = h('div', { class: 'epoch-marks', 'aria-hidden': 'true' });
  const track = h('div', { class: 'epoch-track' }, input, marks);
  const jump = pressButton({ class: 'button' }, () => onGoto(target, false));
  let shownMarks = '';

  return {
    elements: [track, jump],
    update({ epoch, furthest, limit, text, marks: all, jump: wanted }) {
      const end = limit || endOf(furthest);
      setAttribute(input, 'max', end);
      setAttribute(input, 'aria-valuetext', text);
      if (!isHeld) input.value = String(epoch);
      place(input);
      track.style.setProperty('--known', String(furthest / end));
      const drawn = JSON.stringify([end, all]);
      if (drawn !== shownMarks) marks.replaceChildren(...all.map((mark) => markOf(mark, end)));
      shownMarks = drawn;
      target = wanted?.epoch ?? 0;
      if (wanted) setText(jump, wanted.name);
      setHidden(jump, wanted === null);
    },
  };
}

/** @param {HTMLInputElement} input */
function place(input) {
  const share = (100 * Number(input.value)) / Number(input.max);
  input.style.setProperty('--place', `${share}%`);
}

/**
 * @param {EpochMark} mark
 * @param {number} end
 */
function markOf({ epoch, kind }, end) {
  const mark = h('i', { 'data-kind': kind });
  mark.style.setProperty('--at', String(epoch / end));
  return mark;
}

/** @param {number} furthest */
function endOf(furthest) {
  const least = Math.max(FIRST_EPOCHS, furthest);
  const decade = 10 ** Math.floor(Math.log10(least));
  return decade * /** @type {number} */ (ENDS.find((end) => end * decade >= least));
}
