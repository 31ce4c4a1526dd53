import { settingsInForce } from '../../state/live.js';
import { remediesFor } from '../../state/remedies.js';
import { pressButton } from '../../views/controls/icons.js';
import { h } from '../../views/dom.js';
import { searchTurn } from './search.js';

/** @typedef {import('../../state/deed.js').Run} Run */
/** @typedef {import('../../state/types.js').Config} Config */
/** @typedef {import('./search.js').Found} Found */

/**
 * @typedef {object} ExplainedOptions
 * @property {import('../../languages/en.js').Texts} texts
 * @property {import('../../views/text/formats.js').Formats} formats
 * @property {import('../change-words.js').ChangeWords} changeWords
 * @property {import('../controls.js').Controls} controls
 */

/**
 * Finds out what grew first in a run, says so, and what to try.
 *
 * @param {Run} run to the epoch at which it has diverged
 * @param {ExplainedOptions & Pick<Parameters<typeof searchTurn>[2], 'signal' | 'onEpoch'>} options onEpoch: told
 *   where it looks
 * @returns {Promise<Node[]>}
 * @throws {Error} an AbortError once it is aborted
 */
export async function explain(run, options) {
  const { signal, onEpoch, texts, formats, controls } = options;
  const words = texts.explained;
  const found = await searchTurn(run, run.epoch, { signal, onEpoch });
  const config = settingsInForce(run.config, run.epoch);
  return [
    h('p', {}, found ? sentence(found, run.epoch, options) : words.never),
    found && goButton(found, words.goto(formats.count(found.turn.epoch)), controls),
    remedies(config, options),
  ].filter((node) => node !== null);
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
 * @param {Config} config with the settings in force where it has diverged
 * @param {ExplainedOptions} options
 */
function remedies(config, { texts, changeWords, controls }) {
  const buttons = remediesFor(config).map((patch) =>
    pressButton(
      { class: 'button' },
      () => controls.commit(patch, { isAgain: true }),
      changeWords.ofPatch(patch, config),
    ),
  );
  return h('div', { class: 'remedies' }, h('p', {}, texts.explained.remedies), ...buttons);
}
