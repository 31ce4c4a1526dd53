import { activationOf, lossOf, signOf } from '../../state/choices.js';
import {
  checkDuration,
  hasClippedMistake,
  isAutomatic,
  reportGradients,
} from '../../state/inspection.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { namesOf } from '../../views/text/picture-words.js';
import { createEpsilonSlider } from '../../views/controls/epsilon-slider.js';
import { ErrorSweep } from './error-sweep.js';
import { createCosineList, createGradientTable, parameterName } from './gradient-tables.js';

/** @typedef {import('../../state/inspection.js').GradientReport} GradientReport */
/** @typedef {import('../../worker/client.js').Client} Client */
/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('./panel.js').PanelOptions} PanelOptions */

/** The engine refuses larger networks, with a message for people. */
const MOST_PARAMETERS = 2000;
/** Up to this relative error, both agree. */
const AGREEMENT = 1e-6;
/** From this ε on errors are of truncation, up to that one of round-off. */
const LARGE_EPSILON = 1e-4;
const SMALL_EPSILON = 1e-8;

/**
 * Every parameter's gradient three ways, and how the measured one errs with ε.
 *
 * @param {PanelOptions} options
 * @returns {import('./panel.js').Panel}
 */
export function createGradientPanel({ texts, formats, ask, current, refresh }) {
  const words = texts.gradients;
  const slider = createEpsilonSlider({ label: words.epsilon, onChange: refresh });
  const table = createGradientTable(texts, formats);
  const cosines = createCosineList(texts, formats);
  const sweep = new ErrorSweep(texts, formats);
  const summary = h('p', { class: 'gradient-summary' });
  const reason = h('p', { class: 'panel-note' });
  const content = h(
    'div',
    { class: 'gradient-content' },
    h('div', { class: 'gradient-texts' }, slider.element, summary, reason, cosines.element),
    sweep.element,
    table.element,
  );
  const { offer, price } = createOffer(words, () => checkAnyway());
  /** The frame for which somebody has asked in spite of the time it takes. @type {object | null} */
  let wanted = null;
  /** The frame that is shown. @type {object | null} */
  let shown = null;
  /** The frame that the errors for every ε are of. @type {object | null} */
  let swept = null;
  let shownEpsilon = NaN;

  function checkAnyway() {
    wanted = current()?.frame ?? null;
    refresh();
  }

  /**
   * @param {Client} client
   * @param {Scene} scene
   */
  async function check(client, scene) {
    const { description, frame, status } = scene;
    const isCheap = isAffordable(client, description);
    const mayCheck = isCheap || description.parameterCount > MOST_PARAMETERS || wanted === frame;
    setHidden(offer, mayCheck);
    setHidden(content, !mayCheck);
    if (!mayCheck || (shown === frame && shownEpsilon === slider.epsilon)) return;
    // Until the next pause, the curve would be of weights that are no more.
    if (status === 'training') sweep.clear();
    const report = await measure(client, scene);
    if (report && isCheap && status !== 'training') await measureErrors(client, frame, report);
  }

  /**
   * @param {Client} client
   * @param {Scene} scene
   * @returns {Promise<GradientReport | null>} null if another experiment has come meanwhile
   */
  async function measure(client, scene) {
    const { description, frame } = scene;
    const { epsilon } = slider;
    const gradients = await client.gradientCheck(epsilon);
    if (current()?.description !== description) return null;
    const report = reportGradients(gradients, description.layerSizes);
    [shown, shownEpsilon] = [frame, epsilon];
    show(report, scene);
    const isExplained = report.overallError <= AGREEMENT;
    const mayClip = !isExplained && lossOf(scene.config).clipped;
    const isClipped = mayClip && (await isLossClipped(client, description.train));
    const cause = isClipped ? 'clipped' : reasonOf(report, description.activations);
    setText(reason, words.reasons[cause]);
    return report;
  }

  /**
   * @param {Client} client
   * @param {Scene['frame']} frame
   * @param {GradientReport} report
   */
  async function measureErrors(client, frame, report) {
    if (swept === frame) return;
    if (!(await sweep.measure(client, () => current()?.frame !== frame))) return;
    swept = frame;
    sweep.show(report);
  }

  /**
   * @param {Client} client
   * @param {Scene['description']} description
   */
  function isAffordable({ mode }, { parameterCount, train }) {
    const duration = checkDuration({ parameterCount, trainSize: train.y.length });
    const seconds = formats.count(Math.max(1, Math.round(duration / 1000)));
    setText(price, words.costly(formats.count(parameterCount), seconds));
    return isAutomatic(duration, mode);
  }

  /**
   * @param {GradientReport} report
   * @param {Scene} scene
   */
  function show(report, { config, description }) {
    const nameOf = namesOf(config.classNames);
    const { layerSizes } = description;
    const network = { layerSizes, inputs: description.features.map(signOf), nameOf };
    const { worst } = report;
    const layer = texts.layer(worst.layer + 1, layerSizes.length - 1);
    table.update(report, network);
    cosines.update(report.cosines);
    sweep.show(report);
    setText(
      summary,
      words.summary({
        overall: formats.scientific(report.overallError, 2),
        worst: formats.scientific(worst.relativeError, 2),
        place: words.place(layer, parameterName(worst, network, texts)),
      }),
    );
  }

  return {
    children: [offer, content],
    async update(scene) {
      sweep.setTheme(scene.theme);
      await ask((client) => check(client, scene));
    },
  };
}

/**
 * What stands in the place of a check that takes long.
 *
 * @param {PanelOptions['texts']['gradients']} words
 * @param {() => void} onCheck
 */
function createOffer(words, onCheck) {
  const price = h('p');
  const button = h('button', { type: 'button', class: 'button', onclick: onCheck }, words.check);
  return { price, offer: h('div', { class: 'panel-offer', hidden: true }, price, button) };
}

/**
 * @param {Client} client
 * @param {import('../../state/types.js').Points} points
 */
async function isLossClipped(client, { x1, x2, y }) {
  const points = Array.from(x1, (value, i) => /** @type {[number, number]} */ ([value, x2[i]]));
  return hasClippedMistake(await client.predict(points), y);
}

/**
 * @param {GradientReport} report
 * @param {string[]} activations
 * @returns {'agree' | 'corner' | 'truncation' | 'roundOff'} why both differ, if they do
 */
function reasonOf({ epsilon, overallError }, activations) {
  if (overallError <= AGREEMENT) return 'agree';
  if (epsilon <= SMALL_EPSILON) return 'roundOff';
  // Whatever the output is, it is smooth.
  const hidden = activations.slice(0, -1);
  if (!hidden.every((name) => activationOf(name).smooth)) return 'corner';
  return epsilon >= LARGE_EPSILON ? 'truncation' : 'roundOff';
}
