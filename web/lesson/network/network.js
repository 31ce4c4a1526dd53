import { h, setText } from '../../views/dom.js';
import { themeColors } from '../../views/palette.js';
import { subscript } from '../../views/network-description.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { quantityButton } from '../parts/button.js';
import { FlowDiagram } from '../parts/flow-diagram.js';
import { numpyText } from '../parts/numpy-text.js';
import { short } from '../parts/numbers.js';
import { createStepper } from '../parts/stepper.js';
import { calculationOf } from './calculation.js';
import { ACTIVATIONS, createExample, LAYER_SIZES, SAMPLES, SMALL_SCALE } from './example.js';
import { publishPass } from './live.js';
import { samplesTable } from './samples-table.js';
import { sceneOf } from './scene.js';
import { layerName, stepsOf, stepText } from './steps.js';

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
 *
 * @param {Place} place
 */
export function mountNetwork(place) {
  /** @type {Pass} */
  let pass = {
    ...trace(place, STARTS[0].init),
    sample: FIRST_SAMPLE,
    step: STEPS[0],
    picked: null,
  };

  const diagram = new FlowDiagram({
    name: 'The network’s neurons',
    layerSizes: LAYER_SIZES,
    headings: headings(),
    onPick: (layer, index) => pick(layer, index),
  });
  place.onTheme(() => diagram.setTheme(themeColors(place.themeName)));
  const stepper = createStepper({ place, count: STEPS.length, onStep: (step) => goTo(step) });
  const status = h('p', { class: 'step-text', role: 'status' });
  const calculation = h('div', { class: 'calculation network-calculation' });
  const table = samplesTable('The layer’s numbers for all samples');
  const samples = radioSwitch({
    name: 'sample',
    label: 'Sample',
    choices: Array.from({ length: SAMPLES }, (_, i) => ({ value: String(i), label: `${i + 1}` })),
    onCommit: (value) => show({ ...pass, sample: Number(value) }),
  });
  const starts = radioSwitch({
    name: 'start',
    label: 'Weights',
    choices: STARTS,
    onCommit: (value) => {
      const { init } = STARTS.find((start) => start.value === value) ?? STARTS[0];
      show({ ...pass, ...trace(place, init) });
    },
  });

  const show = (/** @type {Pass} */ next) => {
    pass = next;
    diagram.show(sceneOf(pass));
    setText(status, `Step ${STEPS.indexOf(pass.step) + 1} of ${STEPS.length}. ${words(pass)}`);
    calculation.replaceChildren(...explain(pass));
    table.show(tableOf(pass));
    publishPass(place, pass);
  };

  const goTo = (/** @type {number} */ index) => {
    const step = STEPS[index];
    const picked = step.layer === 0 ? null : { layer: step.layer, index: pickIn(step.layer, pass) };
    show({ ...pass, step, picked });
  };

  const pick = (/** @type {number} */ layer, /** @type {number} */ index) => {
    const isThere = pass.step.layer === layer;
    const step = isThere ? pass.step : STEPS[2 * layer];
    stepper.step = STEPS.indexOf(step);
    show({ ...pass, step, picked: { layer, index } });
  };

  samples.update(String(FIRST_SAMPLE));
  starts.update(STARTS[0].value);
  place.root.append(
    h('div', { class: 'switches' }, samples.element, starts.element),
    h(
      'div',
      { class: 'flow-columns' },
      h(
        'div',
        { class: 'stack' },
        stepper.element,
        status,
        diagram.element,
        legend(),
        table.element,
      ),
      h(
        'div',
        { class: 'stack' },
        h(
          'p',
          { class: 'quantities' },
          quantityButton(place, 'forward-pass', 'forward pass'),
          quantityButton(place, 'parameter-count', 'number of parameters'),
        ),
        calculation,
        h('h3', { class: 'picture-title' }, 'What the notebook prints'),
        h('pre', { class: 'printed', tabindex: 0 }, describe(place)),
      ),
    ),
  );
  show(pass);
}

/**
 * @param {Place} place
 * @param {number | 'he'} init
 * @returns {Pick<Pass, 'X' | 'layers' | 'parameters'>}
 */
function trace({ engine }, init) {
  const { network, X } = createExample(engine, init);
  try {
    return { X, layers: network.trace(X), parameters: network.layers() };
  } finally {
    network.dispose();
  }
}

/**
 * @param {Place} place
 * @returns {string} what the notebook prints of the network
 */
function describe({ engine }) {
  const { network, X } = createExample(engine);
  try {
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
  } finally {
    network.dispose();
  }
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

/** @param {Pass} pass */
function explain({ X, layers, parameters, sample, step, picked }) {
  if (!picked) {
    return [h('p', { class: 'muted' }, 'Take a step, or pick a neuron, to see what it computes.')];
  }
  const { layer, index } = picked;
  const before = layer === 1 ? X : layers[layer - 2].output;
  const { weights, biases } = parameters[layer - 1];
  return [
    h('p', { class: 'chart-title' }, `${layerName(layer, LAYER_COUNT)}, neuron ${index + 1}`),
    calculationOf({
      layer,
      index,
      inputs: before.map((row) => row[sample]),
      weights: weights[index],
      bias: biases[index],
      activation: ACTIVATIONS[layer - 1],
      z: layers[layer - 1].z[index][sample],
      output: layers[layer - 1].output[index][sample],
      hasOutput: step.part === 'outputs',
      isLast: layer === LAYER_COUNT,
    }),
  ];
}

/** @param {Pass} pass */
function tableOf({ X, layers, sample, step, picked }) {
  const { layer, part } = step;
  const isLast = layer === LAYER_COUNT;
  const values = layer === 0 ? X : layers[layer - 1][part === 'sums' ? 'z' : 'output'];
  const what = {
    inputs: 'X',
    sums: 'weighted sums z',
    outputs: isLast ? 'answers ŷ' : 'outputs a',
  };
  const letter = { inputs: 'x', sums: 'z', outputs: isLast ? 'ŷ' : 'a' }[part];
  const digits = (/** @type {number} */ value) =>
    isLast && part === 'outputs' ? value.toFixed(7) : short(value);
  return {
    caption: `${layerName(layer, LAYER_COUNT)}: ${what[part]}, shape (${values.length}, ${SAMPLES})`,
    rows: values.map((_, i) => (isLast ? letter : `${letter}${subscript(i + 1)}`)),
    values: values.map((row) => Array.from(row, digits)),
    sample,
    picked: picked && layer > 0 ? picked.index : null,
  };
}
