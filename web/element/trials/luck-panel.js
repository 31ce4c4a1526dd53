import { drawsOf } from '../../state/luck.js';
import { messageFrom } from '../../state/messages.js';
import { trainOutcomes } from '../../worker/training.js';
import { h } from '../../views/dom.js';
import { messageWords } from '../sentences.js';
import { choice } from './choice.js';
import { countField } from '../count-field.js';
import { effort } from './effort.js';
import { LuckPicture } from './luck-picture.js';
import './styles.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/luck.js').Chance} Chance */

const SEEDS = { first: 100, least: 10, most: 1000 };
const EPOCHS = { first: 300, most: 1_000_000 };

/**
 * The lab's setting from many seeds, and how its results are spread.
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
  const work = effort({ id: 'luck', start: words.start, options, onStart: start });
  const picture = new LuckPicture(options);

  /** What is to be trained; null where something is not allowed, which is said. */
  function plan() {
    const scene = current();
    if (!scene) return null;
    try {
      return { draws: drawsOf(scene.config, chance, seeds.read()), limit: epochs.read() };
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
    const { draws, limit } = planned;
    picture.begin(draws, chance);
    const runs = draws.map(({ config }, index) => ({ config, index }));
    await work.run(runs.length, ({ signal, onDone }) =>
      trainOutcomes(runs, {
        epochs: limit,
        signal,
        onOutcome(outcome, { index }) {
          picture.take(index, outcome);
          onDone();
        },
      }),
    );
    picture.draw();
  }

  return {
    children: [
      h('div', { class: 'luck-fields' }, chances, seeds.element, epochs.element),
      work.element,
      picture.element,
    ],
    async update({ config, theme }) {
      picture.setTheme(theme);
      epochs.propose(config.epochs || EPOCHS.first);
    },
  };
}
