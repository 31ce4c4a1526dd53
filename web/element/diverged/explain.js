import { settingsInForce } from '../../state/live.js';
import { epochsToTry } from '../../state/remedies.js';
import { pressButton } from '../../views/controls/icons.js';
import { h } from '../../views/dom.js';
import { searchTurn } from './search.js';
import { findRemedies } from './trial.js';

/** @typedef {import('../../state/deed.js').Run} Run */
/** @typedef {import('./search.js').Found} Found */
/** @typedef {import('./trial.js').Remedy} Remedy */

/**
 * @typedef {object} ExplainedOptions
 * @property {import('../../languages/en.js').Texts} texts
 * @property {import('../../views/text/formats.js').Formats} formats
 * @property {import('../change-words.js').ChangeWords} changeWords
 * @property {import('../controls.js').Controls} controls
 */

/**
 * Finds out what grew first in a run, says so, and what would have helped.
 *
 * @param {Run} run to the epoch at which it has diverged
 * @param {ExplainedOptions & Pick<Parameters<typeof searchTurn>[2], 'signal' | 'onEpoch'>} options onEpoch: told
 *   where it looks
 * @yields {Node[]} what has been found out
 * @throws {Error} an AbortError once it is aborted
 */
export async function* explain(run, options) {
  const { signal, onEpoch, texts, formats, controls } = options;
  const words = texts.explained;
  const found = await searchTurn(run, run.epoch, { signal, onEpoch });
  yield found
    ? [
        h('p', {}, sentence(found, run.epoch, options)),
        goButton(found, words.goto(formats.count(found.turn.epoch)), controls),
      ]
    : [h('p', {}, words.never)];
  const remedies = await findRemedies(run.config, run.epoch, { signal, onEpoch });
  yield [remediesOf(remedies, run, options)];
}

/**
 * @param {Found} found
 * @param {number} last
 * @param {ExplainedOptions} options
 * @returns {string}
 */
function sentence({ kind, layer, layerCount, turn, grown }, last, { texts, formats }) {
  const words = texts.explained;
  const name = kind === 'weights' ? texts.inside.layer(layer, layerCount) : '';
  const moment = (/** @type {import('../../state/turning.js').Moment} */ { epoch, value }) => ({
    epoch: formats.count(epoch),
    value: formats.scientific(value),
  });
  const moments = { turn: moment(turn), grown: moment(grown) };
  const end = grown.epoch < last ? words.until(formats.count(last)) : '';
  return `${words.grew(words.first[kind](name), moments)}${end}.`;
}

/**
 * @param {Found} found
 * @param {string} text
 * @param {ExplainedOptions['controls']} controls
 */
function goButton({ turn }, text, { goto }) {
  return h(
    'div',
    { class: 'explained-go' },
    pressButton({ class: 'button' }, () => goto(turn.epoch, false), text),
  );
}

/**
 * @param {Remedy[]} found
 * @param {Run} run
 * @param {ExplainedOptions} options
 */
function remediesOf(found, { config, epoch }, { texts, formats, changeWords, controls }) {
  const words = texts.explained;
  const inForce = settingsInForce(config, epoch);
  const epochs = formats.count(epochsToTry(config, epoch));
  const buttons = found.map(({ settings, patch }) =>
    pressButton(
      { class: 'button' },
      () => controls.commit(patch, { isAgain: true }),
      changeWords.ofPatch(settings, inForce),
    ),
  );
  const lead = found.length > 0 ? words.remedies(epochs) : words.noRemedy(epochs);
  return h('div', { class: 'remedies' }, h('p', {}, lead), ...buttons);
}
