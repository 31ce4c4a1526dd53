import { drawsOf, onSameSeeds } from '../../state/luck.js';
import { messageFrom } from '../../state/messages.js';
import { trainOutcomes } from '../../worker/training.js';
import { h } from '../../views/dom.js';
import { messageWords } from '../sentences.js';
import { besideField } from './beside-field.js';
import { choice } from './choice.js';
import { countField } from '../count-field.js';
import { effort } from './effort.js';
import { LuckPicture } from './luck-picture.js';
import './styles.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/luck.js').Chance} Chance */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */

const SEEDS = { first: 100, least: 10, most: 1000 };
const EPOCHS = { first: 300, most: 1_000_000 };

/**
 * The lab's setting from many seeds, and how its results are spread: alone, or beside a kept run's from the same
 * seeds.
 *
 * @param {PanelOptions} options
 * @returns {import('../inside/panel.js').Panel}
 */
export function createLuckPanel(options) {
  const { texts, formats, current } = options;
  const words = texts.luck;
  /** @type {Chance} */
  let chance = 'weights';
  const seeds = countField({ id: 'luck-seeds', label: words.seeds, ...SEEDS, onChange: check });
  const epochs = countField({ id: 'luck-epochs', label: words.epochs, ...EPOCHS, onChange: check });
  const chances = choice('luck-chance', words.chance, words.chances, (value) => {
    chance = /** @type {Chance} */ (value);
  });
  const beside = besideField(options);
  const picture = new LuckPicture(options);
  const work = effort({
    id: 'luck',
    start: words.start,
    options,
    onStart: start,
    onFound: (/** @type {{ index: number, side: number, outcome: Outcome }} */ found) =>
      picture.take(found.index, found.side === 1, found.outcome),
    onEnd: () => picture.draw(),
  });

  /** What is to be trained; null where something is not allowed, which is said. */
  function plan() {
    const scene = current();
    if (!scene) return null;
    try {
      const draws = drawsOf(scene.config, chance, seeds.read());
      return { draws, limit: epochs.read(), run: beside.run };
    } catch (error) {
      work.say(messageFrom(error)(messageWords(texts, formats.verbatim)), true);
      return null;
    }
  }

  function check() {
    if (!work.isRunning && plan()) work.say('');
  }

  async function start() {
    const planned = plan();
    if (!planned) return;
    const { draws, limit, run } = planned;
    picture.begin(draws, chance, run);
    const others = run ? onSameSeeds(draws, run.config) : [];
    // Both of a seed at a time: what is there can always be compared.
    const runs = draws.flatMap(({ config }, index) =>
      [config, ...others.slice(index, index + 1)].map((one, side) => ({
        config: one,
        index,
        side,
      })),
    );
    await work.run(runs.length, ({ signal, tell }) =>
      trainOutcomes(runs, {
        epochs: limit,
        signal,
        onOutcome: (outcome, { index, side }) => tell({ index, side, outcome }),
      }),
    );
  }

  return {
    children: [
      h('div', { class: 'luck-fields' }, chances, seeds.element, epochs.element, beside.element),
      work.element,
      picture.element,
    ],
    async update(scene) {
      const { config, theme } = scene;
      picture.setTheme(theme);
      beside.update(scene);
      epochs.propose(config.epochs || EPOCHS.first);
    },
  };
}
