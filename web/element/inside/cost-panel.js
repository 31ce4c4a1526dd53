import { multiplyAdds } from '../../state/cost.js';
import { h, setText } from '../../views/dom.js';
import { setAvailable } from '../../views/controls/icons.js';
import { tableHead, tableRow } from '../../views/text/table.js';
import { createClient } from '../../worker/client.js';
import { isAbort, messageFrom } from '../../state/messages.js';
import { messageWords } from '../sentences.js';

/** @typedef {import('./panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/lab-state.js').Scene} Scene */

/** So long is trained before, until the browser has compiled the engine as well as it can; and then. */
const WARM_UP_MS = 60;
const MEASURED_MS = 120;
/** The same where the page itself trains, and stands still meanwhile. */
const MAIN_MS = 12;
/** The smallest there is: a run that diverges would end before it is measured. */
const LEARNING_RATE = 0.0001;

/**
 * What an epoch costs: its multiply-adds, counted, and its time on this machine, measured when asked for.
 *
 * @param {PanelOptions} options
 * @returns {import('./panel.js').Panel}
 */
export function createCostPanel({ texts, formats, current }) {
  const { cost: words } = texts;
  const rows = h('tbody');
  const table = h(
    'table',
    { class: 'numbers' },
    h('caption', {}, words.caption),
    tableHead(h('span', { class: 'visually-hidden' }, words.corner), ...words.columns),
    rows,
  );
  const status = h('p', { class: 'panel-note', role: 'status' });
  const button = h('button', { type: 'button', class: 'button', onclick: measure }, words.measure);
  let total = 0;
  /** What the rows are of. @type {string} */
  let shown = '';
  let isMeasuring = false;

  /** @param {Scene} scene */
  function count({ description, inForce }) {
    const shares = multiplyAdds(description, inForce);
    if (JSON.stringify(shares) === shown) return;
    shown = JSON.stringify(shares);
    setText(status, '');
    total = shares.reduce((sum, { points, each }) => sum + points * each, 0);
    const cell = (/** @type {number} */ value) => h('td', {}, formats.count(value));
    rows.replaceChildren(
      ...shares.map(({ name, points, each }) =>
        tableRow([words.shares[name]], ...[points, each, points * each].map(cell)),
      ),
      tableRow([words.total], h('td'), h('td'), cell(total)),
    );
  }

  async function measure() {
    const scene = current();
    if (!scene || isMeasuring) return;
    isMeasuring = true;
    setAvailable(button, false);
    setText(status, words.measuring);
    const [of, work] = [shown, total];
    try {
      const ms = await epochMs(scene);
      if (of === shown) setText(status, words.measured(inWords(ms, work)));
    } catch (error) {
      if (!isAbort(error))
        setText(status, messageFrom(error)(messageWords(texts, formats.verbatim)));
    }
    setAvailable(button, true);
    isMeasuring = false;
  }

  /**
   * @param {number} ms an epoch
   * @param {number} work its multiply-adds
   */
  const inWords = (ms, work) => ({
    time:
      ms < 1
        ? words.microseconds(formats.number(ms * 1000, 2))
        : words.milliseconds(formats.number(ms, 2)),
    epochs: formats.count(rounded(1000 / ms)),
    millions: formats.count(rounded(work / ms / 1000)),
  });

  return {
    children: [table, h('div', { class: 'panel-controls' }, button), status],
    async update(scene) {
      count(scene);
    },
  };
}

/** @param {number} value to two digits, which is more than two measurements have in common */
const rounded = (value) => Number(value.toPrecision(2));

/**
 * Trains a network like this from the start, apart from the lab's.
 *
 * @param {Scene} scene
 * @returns {Promise<number>} milliseconds an epoch
 */
async function epochMs({ inForce }) {
  const client = createClient();
  try {
    const config = { ...inForce, learningRate: LEARNING_RATE, schedule: '', neuron: '' };
    await client.create(config, { look: { resolution: 0 } });
    const isMain = client.mode === 'main';
    const train = (/** @type {number} */ budgetMs) =>
      client.advance({ budgetMs: isMain ? MAIN_MS : budgetMs, unseen: true });
    const before = await train(WARM_UP_MS);
    const after = await train(MEASURED_MS);
    // However long the worker had to be waited for, it has trained for the time that it was given.
    return (isMain ? MAIN_MS : MEASURED_MS) / (after.metrics.epoch - before.metrics.epoch);
  } finally {
    client.dispose();
  }
}
