import { butterflyEpochs, reportButterfly } from '../../state/inspection.js';
import { defaultConfig } from '../../state/presets.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { setAvailable } from '../../views/controls/icons.js';
import { panelChart } from './chart.js';
import { messageWords } from '../sentences.js';
import { isAbort, messageFrom } from '../../state/messages.js';

/** @typedef {import('../../state/inspection.js').ButterflyReport} ButterflyReport */
/** @typedef {import('../../engine/diagnostics.js').Butterfly} Butterfly */
/** @typedef {import('./panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {Butterfly & { rule: typeof RULES[number], report: ButterflyReport }} Run */

const RULES = /** @type {const} */ (['simplified', 'backprop']);
/** Of their series. */
const COLORS = /** @type {const} */ ({ simplified: 'test', backprop: 'train' });
/** The notebook's run, which is known before any experiment is there. */
const NOTEBOOK_SIZE = { parameterCount: 105, trainSize: 240 };
/** Differences below are drawn as this: 0 has no place on a logarithmic axis. */
const LEAST_DIFFERENCE = 1e-17;

/**
 * The same training in two orders of summation, under both rules.
 *
 * @param {PanelOptions} options
 * @returns {import('./panel.js').Panel}
 */
export function createButterflyPanel({ texts, formats, ask }) {
  const words = texts.butterfly;
  /** @type {Scene | null} */
  let scene = null;
  let subject = 'notebook';
  let isRunning = false;
  const epochAxis = { title: words.epoch, type: /** @type {const} */ ('linear') };
  const lossCharts = RULES.map((rule) =>
    panelChart({
      id: `butterfly-${rule}`,
      title: words.lossTitle(words.rules[rule]),
      axes: { x: epochAxis, y: { title: words.loss, type: 'linear', min: 0 } },
      formats,
    }),
  );
  const differenceChart = panelChart({
    id: 'butterfly-difference',
    title: words.differenceTitle,
    axes: {
      x: epochAxis,
      y: { title: words.difference, type: 'logarithmic', min: LEAST_DIFFERENCE, max: 10 },
    },
    formats,
  });
  const charts = [...lossCharts, differenceChart];
  const findings = RULES.map(() => h('li'));
  const status = h('p', { class: 'panel-note', role: 'status' });
  const results = h(
    'div',
    { class: 'butterfly-results', hidden: true },
    h('ul', { class: 'findings' }, ...findings),
    h('div', { class: 'panel-charts' }, ...charts.map(({ element }) => element)),
  );
  const button = h('button', { type: 'button', class: 'button', onclick: () => run() }, words.run);
  const subjects = radioSwitch({
    name: 'butterfly-subject',
    label: words.subject,
    choices: Object.entries(words.subjects).map(([value, label]) => ({ value, label })),
    onCommit: (value) => {
      subject = value;
    },
  });
  subjects.update(subject);

  async function run() {
    if (isRunning || !scene) return;
    isRunning = true;
    setAvailable(button, false);
    try {
      const runs = await ask((client) => trainAll(client, /** @type {Scene} */ (scene)));
      show(runs);
      setText(status, runs.length < RULES.length ? words.oneRule : '');
    } catch (error) {
      setText(status, isAbort(error) ? '' : messageFrom(error)(messageWords(texts)));
    } finally {
      isRunning = false;
      setAvailable(button, true);
    }
  }

  /**
   * @param {import('../../worker/client.js').Client} client
   * @param {Scene} now
   * @returns {Promise<Run[]>}
   */
  async function trainAll(client, { description }) {
    const isNotebook = subject === 'notebook';
    const size = isNotebook
      ? NOTEBOOK_SIZE
      : { parameterCount: description.parameterCount, trainSize: description.train.y.length };
    const epochs = butterflyEpochs(size, client.mode);
    const config = isNotebook ? defaultConfig('notebook') : undefined;
    const { layerSizes } = description;
    const hasOneOutput = isNotebook || layerSizes[layerSizes.length - 1] === 1;
    const rules = RULES.filter((rule) => hasOneOutput || rule === 'backprop');
    setText(status, words.running(formats.count(epochs), 2 * rules.length));
    const runs = [];
    for (const rule of rules) {
      const butterfly = await client.butterfly({ config, rule, epochs });
      runs.push({ ...butterfly, rule, report: reportButterfly(butterfly) });
    }
    return runs;
  }

  /** @param {Run[]} runs */
  function show(runs) {
    results.hidden = false;
    const sentences = runs.map(({ report, rule }) => sentence(report, words.rules[rule]));
    RULES.forEach((name, i) => {
      const at = runs.findIndex(({ rule }) => rule === name);
      setHidden(findings[i], at < 0);
      setHidden(lossCharts[i].element, at < 0);
      if (at < 0) return;
      setText(findings[i], sentences[at]);
      lossCharts[i].show(lossSeries(runs[at]), lossDescription(runs[at]));
    });
    const differences = runs.map(({ report, rule }) => ({
      label: words.rules[rule],
      color: COLORS[rule],
      points: points(report.differences),
    }));
    differenceChart.show(differences, sentences.join(' '));
  }

  /** @param {Butterfly} butterfly */
  const lossSeries = ({ inOrder, reversed }) => [
    { label: words.inOrder, color: /** @type {const} */ ('train'), points: points(inOrder) },
    {
      label: words.reversed,
      color: /** @type {const} */ ('test'),
      dashed: true,
      points: points(reversed),
    },
  ];

  /** @param {Butterfly} butterfly */
  const lossDescription = ({ inOrder, reversed }) =>
    words.curves({
      first: formats.loss(inOrder[0]),
      last: formats.loss(inOrder[inOrder.length - 1]),
      other: formats.loss(reversed[reversed.length - 1]),
    });

  /**
   * @param {ButterflyReport} report
   * @param {string} rule
   */
  const sentence = ({ epochs, growsFrom, partsAt, largest: most }, rule) => {
    const largest = formats.scientific(most, 2);
    if (partsAt === null) return words.stays({ rule, epochs: formats.count(epochs), largest });
    const from = formats.count(growsFrom ?? partsAt);
    return words.parts({ rule, from, at: formats.count(partsAt), largest });
  };

  return {
    children: [h('div', { class: 'panel-controls' }, subjects.element, button), status, results],
    async update(now) {
      scene = now;
      for (const chart of charts) chart.setTheme(now.theme);
    },
  };
}

/** @param {Float64Array} values at epoch 0, 1, … */
function points(values) {
  return Array.from(values, (y, x) => ({ x, y }));
}
