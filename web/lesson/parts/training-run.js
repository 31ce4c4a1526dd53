import { ENGLISH } from '../../languages/en.js';
import { formatCount, formatPercent } from './numbers.js';
import { h, setText } from '../../views/dom.js';
import { transport } from '../../views/controls/transport.js';
import { SideBySide } from './side-by-side.js';

/**
 * Networks side by side with the lab's buttons: Train, Pause, Step, Reset, and how far they are.
 */
export class TrainingRun extends SideBySide {
  #bar;
  #status = h('p', { class: 'status', role: 'status' });

  /**
   * @param {import('../place.js').Place} place runs nothing else
   * @param {object} options
   * @param {(change: import('./side-by-side.js').Change) => void} options.onFrame shows what is new
   * @param {() => void} [options.onRest] called when it has come to a rest, also after a start: for
   *   what is too slow for every frame
   */
  constructor(place, { onFrame, onRest = () => {} }) {
    super(place.host, { onFrame, onRest, onChange: () => this.#update() });
    this.#bar = transport({
      texts: ENGLISH.transport,
      onToggle: () => (this.isTraining ? this.pause() : this.train()),
      onStep: () => this.step(),
      onReset: () => this.reset(),
    });
    this.element = h('div', { class: 'training-run' }, this.#bar.element, this.#status);
  }

  #update() {
    const accuracies = this.scenes.map(({ metrics }) =>
      formatPercent(metrics?.testAccuracy ?? NaN),
    );
    const accuracy = accuracies.join(' · ');
    const epoch = formatCount(this.epoch);
    this.#bar.update(this);
    this.#bar.count({ epoch, testScore: accuracy });
    setText(this.#status, this.failure ?? this.#describe(epoch, accuracy));
  }

  /**
   * @param {string} epoch
   * @param {string} accuracy
   */
  #describe(epoch, accuracy) {
    const { training, paused, ready, loading } = ENGLISH.status;
    if (this.scenes.length === 0) return loading;
    if (this.isTraining) return training;
    if (this.epoch === 0) return ready;
    if (!this.isFinished) return paused(epoch, `test accuracy ${accuracy}`);
    return `Finished: ${epoch} epochs, test accuracy ${accuracy}.`;
  }
}
