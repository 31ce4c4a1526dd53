import { effectOf } from '../../state/influence.js';
import { isAbort, messageFrom } from '../../state/messages.js';
import { labelsOf, problemOf } from '../../state/problem.js';
import { trainOutcomes } from '../../worker/training.js';
import { h } from '../../views/dom.js';
import { messageWords } from '../sentences.js';
import { countField } from '../count-field.js';
import { effort } from './effort.js';
import { InfluencePicture } from './influence-picture.js';
import './styles.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/types.js').Config} Config */
/** @typedef {import('../../state/influence.js').Effect} Effect */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */
/** @typedef {import('./results.js').Influence} Influence */

const EPOCHS = { first: 500, most: 1_000_000 };
/** Points a side of the plane on which answers are compared. */
const RESOLUTION = 60;

/**
 * The lab's setting trained without each training point in turn, and what that does.
 *
 * @param {PanelOptions} options
 * @returns {import('../inside/panel.js').Panel}
 */
export function createInfluencePanel(options) {
  const { texts, formats, current, life } = options;
  const words = texts.influence;
  /** What is shown: of which setting, trained for how long. @type {{ config: Config, limit: number } | null} */
  let shown = options.results.influence ?? null;
  const epochs = countField({
    id: 'influence-epochs',
    label: words.epochs,
    ...EPOCHS,
    onChange: () => plan(),
  });
  const picture = new InfluencePicture(options, toggle);
  const work = effort({
    id: 'influence',
    start: words.start,
    options,
    onStart: start,
    onFound: take,
    onEnd: () => picture.draw(),
  });

  /** What is to be trained; null where something is not allowed, which is said. */
  function plan() {
    const scene = current();
    if (!scene) return null;
    try {
      const { config } = scene;
      const planned = { config, limit: epochs.read(), count: scene.description.train.y.length };
      if (!work.isRunning) work.say('');
      return planned;
    } catch (error) {
      tellFailure(error);
      return null;
    }
  }

  /** @param {unknown} error */
  function tellFailure(error) {
    work.say(messageFrom(error)(messageWords(texts, formats.verbatim)), true);
  }

  async function start() {
    const planned = plan();
    if (!planned) return;
    const { config, limit, count } = planned;
    const classes = labelsOf(problemOf(config)).length;
    await work.run(count + 1, async ({ signal, tell }) => {
      const all = await trainOne(planned, undefined, signal);
      tell({ config, limit, ...all, effects: [] });
      const runs = Array.from({ length: count }, (_, without) => runOf(config, without));
      await trainOutcomes(runs, {
        epochs: limit,
        signal,
        onOutcome: (outcome, { start: { without } }) =>
          tell({ without, effect: effectOf(all, outcome, classes) }),
      });
    });
  }

  /** @param {Influence | { without: number, effect: Effect | null }} found first with all points */
  function take(found) {
    if ('without' in found) picture.take(found.without, found.effect);
    else picture.begin((shown = found));
  }

  /** @param {number} index of a point: the plane is shown without it, or with it again */
  async function toggle(index) {
    if (!shown) return;
    if (picture.chosen === index) {
      picture.choose(null);
      return;
    }
    picture.choose({ index, answer: null });
    try {
      const { answer } = await trainOne(shown, index, life());
      if (picture.chosen === index) picture.choose({ index, answer });
    } catch (error) {
      if (!isAbort(error)) tellFailure(error);
    }
  }

  return {
    children: [h('div', { class: 'luck-fields' }, epochs.element), work.element, picture.element],
    async update({ config, theme }) {
      picture.setTheme(theme);
      epochs.propose(config.epochs || EPOCHS.first);
    },
  };
}

/**
 * @param {Config} config
 * @param {number} without
 */
function runOf(config, without) {
  return { config, start: { without }, resolution: RESOLUTION };
}

/**
 * @param {{ config: Config, limit: number }} shown
 * @param {number | undefined} without nothing: with all points
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>}
 */
async function trainOne({ config, limit }, without, signal) {
  const run = without === undefined ? { config, resolution: RESOLUTION } : runOf(config, without);
  /** @type {Outcome[]} */
  const outcomes = [];
  const onOutcome = (/** @type {Outcome} */ outcome) => void outcomes.push(outcome);
  await trainOutcomes([run], { epochs: limit, signal, onOutcome });
  return outcomes[0];
}
