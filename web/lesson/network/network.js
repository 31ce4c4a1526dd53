import { using } from '../../engine/handle.js';
import { h, setText } from '../../views/dom.js';
import { themeColors } from '../../views/palette.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { quantities, stack } from '../parts/widget.js';
import { FlowDiagram } from '../parts/flow-diagram.js';
import { numpyText } from '../parts/numpy-text.js';
import { createStepper } from '../parts/stepper.js';
import { explain, samplesTable } from './calculation.js';
import { ACTIVATIONS, createExample, LAYER_SIZES, SAMPLES, SMALL_SCALE } from './example.js';
import { sceneOf, stepsOf, stepText } from './scene.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./scene.js').Pass} Pass */

const LAYER_COUNT = ACTIVATIONS.length;
const STEPS = stepsOf(LAYER_COUNT);
/** The only one of the five that the second hidden layer does not silence. */
const FIRST_SAMPLE = 3;

const STARTS = [
  { value: 'small', label: 'The notebook’s', init: SMALL_SCALE },
  { value: 'he', label: 'Larger (He)', init: /** @type {const} */ ('he') },
];

/**
 * The notebook's network of three layers: five samples pass through it, step by step, with the
 * numbers at every neuron.
 */
export class ForwardPass {
  #place;
  /** @type {Pass} */
  #pass;
  #diagram = new FlowDiagram({
    name: 'The network’s neurons',
    layerSizes: LAYER_SIZES,
    headings: headings(),
    onPick: (layer, index) => this.#pick(layer, index),
  });
  #stepper;
  #status = h('p', { class: 'step-text', role: 'status' });
  #calculation = h('div', { class: 'calculation network-calculation' });
  #table = samplesTable();

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    this.#pass = {
      ...trace(place, STARTS[0].init),
      sample: FIRST_SAMPLE,
      step: STEPS[0],
      picked: null,
    };
    place.onTheme(() => this.#diagram.setTheme(themeColors(place.themeName)));
    this.#stepper = createStepper({
      place,
      count: STEPS.length,
      onStep: (step) => this.#goTo(step),
    });
    place.root.append(
      h('div', { class: 'switches' }, ...this.#createSwitches()),
      h('div', { class: 'flow-columns' }, this.#passColumn(), this.#numbersColumn()),
    );
    this.#show(this.#pass);
  }

  #createSwitches() {
    const samples = radioSwitch({
      name: 'sample',
      label: 'Sample',
      choices: Array.from({ length: SAMPLES }, (_, i) => ({ value: String(i), label: `${i + 1}` })),
      onCommit: (value) => this.#show({ ...this.#pass, sample: Number(value) }),
    });
    const starts = radioSwitch({
      name: 'start',
      label: 'Weights',
      choices: STARTS,
      onCommit: (value) => {
        const { init } = STARTS.find((start) => start.value === value) ?? STARTS[0];
        this.#show({ ...this.#pass, ...trace(this.#place, init) });
      },
    });
    samples.update(String(FIRST_SAMPLE));
    starts.update(STARTS[0].value);
    return [samples.element, starts.element];
  }

  #passColumn() {
    return stack(
      this.#stepper.element,
      this.#status,
      this.#diagram.element,
      legend(),
      this.#table.element,
    );
  }

  #numbersColumn() {
    return stack(
      quantities(this.#place, {
        'forward-pass': 'forward pass',
        'parameter-count': 'number of parameters',
      }),
      this.#calculation,
      h('h3', { class: 'picture-title' }, 'What the notebook prints'),
      h('pre', { class: 'printed', tabindex: 0 }, describe(this.#place)),
    );
  }

  /** @param {Pass} pass */
  #show(pass) {
    this.#pass = pass;
    this.#diagram.show(sceneOf(pass));
    const number = STEPS.indexOf(pass.step) + 1;
    setText(this.#status, `Step ${number} of ${STEPS.length}. ${words(pass)}`);
    this.#calculation.replaceChildren(...explain(pass));
    this.#table.show(pass);
    publishPass(this.#place, pass);
  }

  /** @param {number} index of the step */
  #goTo(index) {
    const step = STEPS[index];
    const { layer } = step;
    const picked = layer === 0 ? null : { layer, index: pickIn(layer, this.#pass) };
    this.#show({ ...this.#pass, step, picked });
  }

  /**
   * @param {number} layer
   * @param {number} index of the neuron
   */
  #pick(layer, index) {
    const { step: now } = this.#pass;
    const step = now.layer === layer ? now : STEPS[2 * layer];
    this.#stepper.step = STEPS.indexOf(step);
    this.#show({ ...this.#pass, step, picked: { layer, index } });
  }
}

/**
 * @param {Place} place
 * @param {number | 'he'} init
 * @returns {Pick<Pass, 'X' | 'layers' | 'parameters'>}
 */
function trace({ engine }, init) {
  const { network, X } = createExample(engine, init);
  return using([network], () => ({ X, layers: network.trace(X), parameters: network.layers() }));
}

/**
 * @param {Place} place
 * @returns {string} what the notebook prints of the network
 */
function describe({ engine }) {
  const { network, X } = createExample(engine);
  return using([network], () => {
    const output = network.forward(X);
    const shape = (/** @type {Float64Array[]} */ rows) => `(${rows.length}, ${rows[0].length})`;
    return [
      network.describe(),
      '',
      `Input shape: ${shape(X)}`,
      `Output shape: ${shape(output)}`,
      'Output values (probabilities):',
      numpyText(Array.from(output[0], (p) => [p])),
    ].join('\n');
  });
}

function legend() {
  return h(
    'p',
    { class: 'flow-legend' },
    'A line is a weight, the thicker the larger; dashed if it is negative. A dashed box is silent: it gives 0.',
  );
}

/** @returns {[string, string][]} */
function headings() {
  const names = LAYER_SIZES.map((_, layer) => {
    if (layer === 0) return 'Inputs';
    return layer === LAYER_COUNT ? 'Output' : `Hidden ${layer}`;
  });
  return names.map((name, layer) => [name, ACTIVATIONS[layer - 1] ?? '']);
}

/**
 * The neuron to look at in a layer: the same place as before, where there is one.
 *
 * @param {number} layer
 * @param {Pass} pass
 */
function pickIn(layer, { picked }) {
  return Math.min(picked?.index ?? 0, LAYER_SIZES[layer] - 1);
}

/** @param {Pass} pass */
function words({ layers, sample, step }) {
  const text = stepText(step, ACTIVATIONS);
  if (step.part !== 'outputs' || step.layer === LAYER_COUNT) return text;
  const outputs = layers[step.layer - 1].output;
  const silent = outputs.filter((row) => row[sample] === 0).length;
  return silent === outputs.length ? `${text} Here all are silent: nothing is left.` : text;
}

/**
 * Tells what the section's quantities are just now.
 *
 * @param {import('../place.js').Place} place
 * @param {import('./scene.js').Pass} pass
 */
function publishPass(place, { layers, parameters }) {
  const answers = layers[layers.length - 1].output;
  place.publish('forward-pass', {
    shape: `(${answers.length}, ${SAMPLES})`,
    values: answers.map((row) => Array.from(row).join('  ')).join('\n'),
    where: `the answers of the network ${LAYER_SIZES.join('-')} to its samples`,
  });
  const counts = parameters.map(({ weights, biases }) => ({
    weights: weights.length * weights[0].length,
    biases: biases.length,
  }));
  const total = counts.reduce((sum, { weights, biases }) => sum + weights + biases, 0);
  place.publish('parameter-count', {
    shape: '()',
    values: [
      ...counts.map(({ weights, biases }, i) => `layer ${i + 1}: ${weights} + ${biases}`),
      `together ${total}`,
    ].join('\n'),
    where: 'weights + biases',
  });
}
