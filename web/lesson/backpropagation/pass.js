import { h, setText } from '../../views/dom.js';
import { equations } from '../../views/math.js';
import { themeColors } from '../../views/palette.js';
import { quantityButton } from '../parts/button.js';
import { FlowDiagram } from '../parts/flow-diagram.js';
import { createStepper } from '../parts/stepper.js';
import { BACKWARD } from './backward-formulas.js';
import { createControls } from './controls.js';
import { EXAMPLE, LAYER_SIZES } from './example.js';
import { FORWARD } from './forward-formulas.js';
import { gradientTable } from './gradient-table.js';
import { publishLook } from './live.js';
import { look } from './look.js';
import { sceneOf } from './scene.js';
import { STEPS } from './steps.js';

const FORMULAS = { ...FORWARD, ...BACKWARD };

/**
 * One sample through a small network and back: the chain rule, step by step, with its numbers.
 *
 * @param {import('../place.js').Place} place
 */
export function mountPass(place) {
  let seen = look(place.engine, EXAMPLE);
  let now = 0;
  const diagram = new FlowDiagram({
    name: 'The network, with what is known so far',
    layerSizes: LAYER_SIZES,
    headings: headings(seen.example.activation),
    lineCount: 3,
    isCaptioned: true,
  });
  place.onTheme(() => diagram.setTheme(themeColors(place.themeName)));
  const status = h('p', { class: 'step-text', role: 'status' });
  const formulas = h('div', { class: 'calculation pass-calculation' });
  const table = gradientTable();
  const stepper = createStepper({
    place,
    count: STEPS.length,
    onStep: (step) => {
      now = step;
      show();
    },
  });

  const show = () => {
    diagram.setHeadings(headings(seen.example.activation));
    diagram.show(sceneOf(seen, now));
    setText(status, `Step ${now + 1} of ${STEPS.length}. ${STEPS[now].text}`);
    formulas.replaceChildren(equations(FORMULAS[STEPS[now].name](seen)));
    table.show(seen, now);
    publishLook(place, seen);
  };
  const controls = createControls(place.engine, (example) => {
    seen = look(place.engine, example);
    show();
  });

  place.root.append(
    h('div', { class: 'pass-controls' }, ...controls),
    h(
      'div',
      { class: 'flow-columns' },
      h('div', { class: 'stack' }, stepper.element, status, diagram.element, legend()),
      h(
        'div',
        { class: 'stack' },
        h(
          'p',
          { class: 'quantities' },
          quantityButton(place, 'output-delta', 'error δ'),
          quantityButton(place, 'hidden-delta', 'hidden δ'),
          quantityButton(place, 'weight-gradient', 'gradients'),
          quantityButton(place, 'simplified-rule', 'simplified rule'),
        ),
        formulas,
        table.element,
      ),
    ),
  );
  show();
}

function legend() {
  return h(
    'p',
    { class: 'flow-legend' },
    'On a line stands its weight, below it ∂, the loss’s slope along this weight. δ in a box is the slope along its sum z.',
  );
}

/**
 * @param {string} activation
 * @returns {[string, string][]}
 */
function headings(activation) {
  return [
    ['Inputs', ''],
    ['Hidden', activation],
    ['Output', 'sigmoid'],
  ];
}
