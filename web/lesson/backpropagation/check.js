import { createEpsilonSlider } from '../../element/inside/epsilon-slider.js';
import { overallError } from '../../state/gradient-report.js';
import { h, setText } from '../../views/dom.js';
import { formatScientific } from '../../views/power.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { selectField } from '../../views/select-field.js';
import { quantityButton } from '../parts/button.js';
import { Checker } from './check-look.js';
import { checkTable } from './check-table.js';
import { parameterText, PARAMETERS } from './example.js';
import { createSlopeChart } from './slope-chart.js';

/** The weight into the second hidden neuron that the simplified rule pushes the wrong way. */
const FIRST_PARAMETER = 2;

/**
 * The gradient check: backpropagation against central differences, along every parameter, and the
 * loss's curve along one of them with both slopes.
 *
 * @param {import('../place.js').Place} place
 */
export function mountCheck(place) {
  const checker = new Checker(place.engine);
  /** @type {{ data: 'sample' | 'train', parameter: number }} */
  let question = { data: 'sample', parameter: FIRST_PARAMETER };
  const change = (/** @type {Partial<typeof question>} */ changes) => {
    question = { ...question, ...changes };
    show();
  };

  const data = radioSwitch({
    name: 'data',
    label: 'Loss of',
    choices: [
      { value: 'sample', label: 'the sample' },
      { value: 'train', label: 'the training set' },
    ],
    onCommit: (value) => change({ data: /** @type {'sample' | 'train'} */ (value) }),
  });
  const parameter = selectField({
    id: 'parameter',
    label: 'Parameter',
    choices: PARAMETERS.map((_, i) => ({ value: String(i), label: parameterText(i) })),
    onCommit: (value) => change({ parameter: Number(value) }),
  });
  const epsilon = createEpsilonSlider({ label: 'Nudge ε', onChange: () => show() });
  const chart = createSlopeChart(place);
  const table = checkTable();
  const summary = h('p', { role: 'status' });

  const show = () => {
    const look = checker.look({ ...question, epsilon: epsilon.epsilon });
    const error = overallError({
      analytic: Float64Array.from(look.exact),
      numerical: Float64Array.from(look.measured),
    });
    chart.show(look, parameterText(question.parameter), question.parameter);
    table.show(look, question.parameter);
    setText(
      summary,
      `All nine together, backpropagation and measurement differ by ${formatScientific(error, 2)} of their size.`,
    );
    place.publish('central-difference', {
      shape: '()',
      values: `${look.measured[question.parameter]}`,
      where: `along ${parameterText(question.parameter)}, with ε = ${epsilon.epsilon}`,
    });
  };

  data.update(question.data);
  parameter.update(String(question.parameter));
  place.root.append(
    h('div', { class: 'switches' }, data.element, parameter.element, epsilon.element),
    h(
      'div',
      { class: 'flow-columns check-columns' },
      chart.element,
      h(
        'div',
        { class: 'stack' },
        h(
          'p',
          { class: 'quantities' },
          quantityButton(place, 'central-difference', 'central difference'),
        ),
        table.element,
        summary,
      ),
    ),
  );
  show();
}
