import { planSweep } from '../../state/sweep.js';
import { messageFrom } from '../../state/messages.js';
import { trainOutcomes } from '../../worker/training.js';
import { loadPart } from '../../worker/load-part.js';
import { pressButton } from '../../views/controls/icons.js';
import { h, setHidden } from '../../views/dom.js';
import { messageWords } from '../sentences.js';
import { effort } from './effort.js';
import { sweepFields } from './sweep-fields.js';
import { SweepTable } from './sweep-table.js';
import './styles.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/sweep.js').Cell} Cell */
/** @typedef {import('../../state/sweep.js').Plan} Plan */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */

/** Points a side of the small pictures. */
const RESOLUTION = 40;
const FILES = /** @type {const} */ (['csv', 'png']);

/**
 * Every pair of values of two settings, from several weights: as a table of small pictures that fills while
 * the lab goes on.
 *
 * @param {PanelOptions} options
 * @returns {import('../inside/panel.js').Panel}
 */
export function createSweepPanel(options) {
  const { texts, formats, current } = options;
  const words = texts.sweep;
  const fields = sweepFields(options, () => tell());
  const table = new SweepTable(options);
  const work = effort({
    id: 'sweep',
    start: words.start,
    options,
    onStart: () => start(),
    onFound: (/** @type {{ pair: number, cell: Cell, outcome: Outcome }} */ found) =>
      table.take(found.pair, found.cell, found.outcome),
    onEnd: () => conclude(),
  });
  const files = h(
    'div',
    { class: 'panel-controls', hidden: true },
    ...FILES.map((kind) => pressButton({ class: 'button' }, () => save(kind), words.files[kind])),
  );
  if (options.results.sweep && !work.isRunning) conclude();

  function conclude() {
    table.conclude();
    setHidden(files, false);
  }

  /** @returns {{ plan: Plan, sweep: ReturnType<typeof fields.read> } | null} null where something is not allowed */
  function plan() {
    const scene = current();
    if (!scene) return null;
    try {
      const sweep = fields.read();
      return { sweep, plan: planSweep(scene.config, sweep) };
    } catch (error) {
      work.say(messageFrom(error)(messageWords(texts, formats.verbatim)), true);
      return null;
    }
  }

  /** Says what would be trained, or why it cannot be. */
  function tell() {
    if (work.isRunning) return;
    const planned = plan();
    if (!planned) return;
    const { cells, epochs } = planned.plan;
    work.say(words.plan(formats.count(cells.length), formats.count(epochs)));
  }

  async function start() {
    const planned = plan();
    if (!planned) return;
    const {
      sweep,
      plan: { cells, epochs },
    } = planned;
    const pairs = cells.slice(0, cells.length / sweep.seeds);
    table.begin(pairs, { ...sweep, epochs });
    setHidden(files, true);
    const runs = cells.map((cell, i) => ({
      cell,
      config: cell.config,
      pair: i % pairs.length,
      resolution: i < pairs.length ? RESOLUTION : 0,
    }));
    await work.run(runs.length, (task) =>
      trainOutcomes(runs, {
        epochs,
        signal: task.signal,
        onOutcome: (outcome, { cell, pair }) => task.tell({ pair, cell, outcome }),
      }),
    );
  }

  /** @param {typeof FILES[number]} kind */
  async function save(kind) {
    try {
      const { saveSweep } = await loadPart(() => import('./sweep-files.js'));
      work.say(words.saved(await saveSweep(kind, table, options)));
    } catch (error) {
      work.say(messageFrom(error)(messageWords(texts, formats.verbatim)), true);
    }
  }

  let isTold = false;
  return {
    children: [...fields.elements, work.element, table.element, files],
    async update({ config, theme }) {
      table.setTheme(theme);
      fields.update(config);
      if (!isTold) tell();
      isTold = true;
    },
  };
}
