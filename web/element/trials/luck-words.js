import { compareLuck, signTest } from '../../state/luck.js';
import { measureOf } from '../../state/sweep-results.js';
import { printScore } from '../sentences.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/luck.js').Chance} Chance */
/** @typedef {import('../../state/luck.js').Luck} Luck */
/** @typedef {import('../../state/sweep-results.js').Measure} Measure */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */

/** Rarer than this, what has been found is more than chance, or points to it. */
const RARE = { clear: 0.01, weak: 0.05 };
/** Smaller shares are not told apart. */
const LEAST_SHARE = 0.001;

/** What results from many seeds say, and no more. */
export class LuckWords {
  #words;
  #formats;
  #chance;
  #measure;
  #name;

  /**
   * @param {PanelOptions} options
   * @param {{ chance: Chance, measure: Measure, name: 'accuracy' | 'r2' | 'loss' }} shown name: what the measure
   *   is
   */
  constructor({ texts, formats }, { chance, measure, name }) {
    this.#words = texts.luck;
    this.#formats = formats;
    this.#chance = chance;
    this.#measure = measure;
    this.#name = name;
  }

  /** @param {number} value */
  #print(value) {
    const name = this.#name;
    return name === 'loss' ? this.#formats.loss(value) : printScore(name, value, this.#formats);
  }

  /**
   * @param {Luck} luck
   * @param {number} lost how many have diverged
   */
  spread({ count, mean, lower, upper, lowest, highest }, lost) {
    const words = this.#words;
    const print = (/** @type {number} */ value) => this.#print(value);
    const { count: write } = this.#formats;
    const parts = [
      words.mean(write(count), this.#chance, words.names[this.#name], print(mean)),
      words.range({
        ...{ lower: print(lower), upper: print(upper) },
        ...{ lowest: print(lowest), highest: print(highest) },
      }),
      lost > 0 && words.diverged(write(lost)),
    ];
    return parts.filter(Boolean).join(' ');
  }

  /**
   * @param {string} seed the lab's own
   * @param {number | null} own what has come of it
   * @param {(Outcome | undefined)[]} outcomes of the others
   * @returns {string} where it stands among them
   */
  place(seed, own, outcomes) {
    const others = outcomes.filter((outcome) => outcome !== undefined);
    if (own === null || others.length === 0) return '';
    const sign = this.#measure === 'testLoss' ? -1 : 1;
    const beaten = others.filter(
      ({ metrics, diverged }) => diverged || sign * (own - measureOf(metrics, this.#measure)) > 0,
    );
    return this.#words.place(seed, this.#formats.share(beaten.length / others.length, 0));
  }

  /**
   * @param {string} run a kept one's name
   * @param {Luck | null} luck of it; null while there is none
   */
  beside(run, luck) {
    if (!luck) return '';
    const { mean, lower, upper } = luck;
    return this.#words.other({
      run,
      ...{ mean: this.#print(mean), lower: this.#print(lower), upper: this.#print(upper) },
    });
  }

  /**
   * @param {string} run a kept one's name
   * @param {(Outcome | undefined)[]} outcomes of the lab's setting
   * @param {(Outcome | undefined)[]} others of the kept run's, from the same seeds
   * @param {number} count of seeds: whether it is chance is told of all of them, for one who looks on until
   *   it is not would find that it never is
   * @returns {string} how often one beats the other, and what that says
   */
  duel(run, outcomes, others, count) {
    const found = compareLuck(outcomes, others, this.#measure);
    const { wins, ties, losses } = found;
    if (wins + ties + losses === 0) return '';
    const write = this.#formats.count;
    const words = this.#words;
    const text = words.duel({
      run,
      ...{ wins: write(wins), ties: write(ties), losses: write(losses) },
    });
    return wins + ties + losses < count ? text : `${text} ${this.#judge(found)}`;
  }

  /** @param {{ wins: number, losses: number }} found */
  #judge({ wins, losses }) {
    const { coin } = this.#words;
    if (wins + losses === 0) return coin.equal;
    const p = signTest({ wins, losses });
    const share =
      p < LEAST_SHARE ? coin.below(this.#formats.share(LEAST_SHARE)) : this.#formats.share(p);
    if (p >= RARE.weak) return coin.even(share);
    const say = p < RARE.clear ? coin.clear : coin.weak;
    return `${say(share)} ${coin.scope[this.#chance]}`;
  }
}
