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
 * Which epoch is shown: played, stepped through, or chosen.
 */
export class EpochPlayer {
  #last;
  #onChange;
  #slider;
  #toggle;
  #isPlaying = false;
  /** With the part of an epoch that has been played. */
  #exact;
  #before = 0;

  /**
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {number} options.last epoch; it is shown first
   * @param {() => void} options.onChange called when another epoch, or nothing more, is to be shown
   */
  constructor({ id, last, onChange }) {
    this.#last = last;
    this.#exact = last;
    this.#onChange = onChange;
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

  get isPlaying() {
    return this.#isPlaying;
  }

  /** Moves on, while it plays, by the time that has passed. */
  tick() {
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
    this.#onChange();
  }

  /** @param {number} epoch */
  #go(epoch) {
    this.#exact = epoch;
    this.#slider.value = epoch;
    this.#setPlayingOff();
    this.#onChange();
  }

  #setPlayingOff() {
    this.#isPlaying = false;
    this.#toggle.textContent = TEXTS.play;
  }
}
