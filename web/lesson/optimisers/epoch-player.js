import { button, buttons, stack } from '../parts/widget.js';
import { slider } from '../parts/fields.js';

const TEXTS = {
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  end: 'To the end',
  epoch: 'Epoch',
};

/** Epochs a second, while it plays. */
const SPEED = 25;
/** A pause in being seen is no time that has passed. */
const LONGEST_FRAME_MS = 100;

/**
 * Which epoch is shown: played, stepped through, or chosen. What is shown may be on its way: it is
 * computed and drawn frame by frame, until all is there and nothing plays.
 */
export class EpochPlayer {
  #place;
  #last;
  #shown;
  #slider;
  #toggle;
  #isPlaying = false;
  /** With the part of an epoch that has been played. */
  #exact;
  #before = 0;

  /**
   * @param {import('../place.js').Place} place runs nothing else
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {number} options.last epoch; it is shown first
   * @param {(deadline: number) => boolean} options.advance computes until then, on the clock of
   *   performance.now(), and says whether all is done
   * @param {() => void} options.draw called in every frame
   * @param {() => void} options.rest called when it has come to a rest: for what is too slow for every
   *   frame
   */
  constructor(place, { id, last, ...shown }) {
    this.#place = place;
    this.#last = last;
    this.#exact = last;
    this.#shown = shown;
    this.#slider = slider({
      id,
      label: TEXTS.epoch,
      min: 0,
      max: last,
      step: 1,
      value: last,
      onChange: (epoch) => this.#go(Math.round(epoch)),
    });
    this.#toggle = button(TEXTS.play, () => this.#setPlaying(!this.#isPlaying), { primary: true });
    this.element = stack(
      buttons(
        this.#toggle,
        button(TEXTS.step, () => this.#go(Math.min(this.epoch + 1, last))),
        button(TEXTS.reset, () => this.#go(0)),
        button(TEXTS.end, () => this.#go(last)),
      ),
      this.#slider.element,
    );
  }

  get epoch() {
    return Math.floor(this.#exact);
  }

  /** Computes and draws, since there is something new. */
  wake() {
    if (this.#place.isRunning) return;
    const { advance, draw, rest } = this.#shown;
    this.#place.run((budgetMs) => {
      this.#play();
      const isDone = advance(performance.now() + budgetMs);
      draw();
      return this.#isPlaying || !isDone;
    }, rest);
  }

  /** Moves on, while it plays, by the time that has passed. */
  #play() {
    if (!this.#isPlaying) return;
    const now = performance.now();
    const passed = Math.min(now - this.#before, LONGEST_FRAME_MS);
    this.#before = now;
    this.#exact = Math.min(this.#last, this.#exact + (SPEED * passed) / 1000);
    this.#slider.value = this.epoch;
    if (this.epoch === this.#last) this.#setPlaying(false);
  }

  /** @param {boolean} isPlaying */
  #setPlaying(isPlaying) {
    if (isPlaying && this.epoch === this.#last) this.#exact = 0;
    this.#isPlaying = isPlaying;
    this.#before = performance.now();
    this.#toggle.textContent = isPlaying ? TEXTS.pause : TEXTS.play;
    this.wake();
  }

  /** @param {number} epoch */
  #go(epoch) {
    this.#exact = epoch;
    this.#slider.value = epoch;
    this.#setPlaying(false);
  }
}
