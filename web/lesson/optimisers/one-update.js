import { h, setText } from '../../views/dom.js';
import { formatScientific } from '../../views/power.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { selectField } from '../../views/select-field.js';
import { numberTable } from '../../views/table.js';
import { quantityButton } from '../parts/button.js';
import { short } from '../parts/numbers.js';
import { slider } from '../parts/slider.js';
import { createStepper } from '../parts/stepper.js';
import { METHODS } from './methods.js';
import { SHAPES, Valley } from './problems.js';
import { TrainingPath } from './race.js';
import { updateFormulas, updateOf } from './update.js';

/** @typedef {import('./update.js').Update} Update */

/** The same for all four, so that their steps can be compared. */
const UPDATE_RATE = 0.1;
const STEPS = 20;
const PARAMETERS = ['w', 'b'];
/** Beyond the rounding of the two ways to write the same formula. */
const SAME = 1e-12;

/**
 * One update of one parameter, with every number in its place; and what the four would do.
 *
 * @param {import('../place.js').Place} place
 */
export function mountOneUpdate(place) {
  const chosen = { shape: SHAPES[1], method: METHODS[3], parameter: 0, rate: UPDATE_RATE };
  let valley = new Valley(place.engine, chosen.shape);
  let runs = run();

  const title = h('p', { class: 'verdict', 'aria-live': 'polite' });
  const formulas = h('div', { class: 'calculation' });
  const check = h('p', { class: 'muted' });
  const table = numberTable({
    caption: 'The same update of all four',
    corner: 'Optimiser',
    columns: ['slope ∂L/∂w', 'step of w', 'slope ∂L/∂b', 'step of b'],
    rows: METHODS.map(({ label }) => label),
  });
  table.element.classList.add('numbers-narrow');
  const stepper = createStepper({ place, count: STEPS, onStep: show });

  function run() {
    return runUpdates(place.engine, valley, chosen.shape.start, chosen.rate, STEPS);
  }

  function restart() {
    runs = run();
    stepper.step = 0;
    show();
  }

  function show() {
    const { method, parameter, rate } = chosen;
    const at = stepper.step;
    const { updates, ends } = runs[METHODS.indexOf(method)];
    const update = updates[at][parameter];
    const name = PARAMETERS[parameter];
    setText(title, `${method.label}, update ${update.t}: ${name} moves by ${show4(update.change)}`);
    formulas.replaceChildren(updateFormulas(method.id, update, { parameter: name, rate }));
    const end = ends[at][parameter];
    const isSame = Math.abs(end - update.after) < SAME;
    setText(
      check,
      `The engine’s trainer, after this update: ${name} = ${end.toFixed(10).replace('-', '−')}` +
        (isSame ? ', the same number.' : ', another number.'),
    );
    table.update(
      runs
        .map((one) => one.updates[at].flatMap(({ gradient, change }) => [gradient, change]))
        .map((row) => row.map(short)),
    );
    publish(update, name);
  }

  /**
   * @param {Update} update
   * @param {string} name
   */
  function publish(update, name) {
    const where = `${chosen.method.label}, update ${update.t} of ${name}`;
    const tell = (/** @type {string} */ id, /** @type {string} */ values) =>
      place.publish(id, { shape: '()', values, where });
    tell('optimiser-step', `step = ${update.change}`);
    const { id: method } = chosen.method;
    if (method === 'momentum') tell('running-mean', `v = ${update.mean}`);
    if (method === 'adam') tell('running-mean', `m = ${update.mean}`);
    if (['rmsprop', 'adam'].includes(method)) tell('running-square', `s = ${update.square}`);
  }

  const methods = radioSwitch({
    name: 'method',
    label: 'Optimiser',
    choices: METHODS.map(({ id, label }) => ({ value: id, label })),
    onCommit(id) {
      chosen.method = METHODS.find((method) => method.id === id) ?? chosen.method;
      show();
    },
  });
  const parameters = radioSwitch({
    name: 'parameter',
    label: 'Parameter',
    choices: [
      { value: '0', label: 'Weight w' },
      { value: '1', label: 'Bias b' },
    ],
    onCommit(index) {
      chosen.parameter = Number(index);
      show();
    },
  });
  const features = selectField({
    id: 'update-feature',
    label: 'Feature',
    choices: SHAPES.map(({ id, label }) => ({ value: id, label })),
    onCommit(id) {
      chosen.shape = SHAPES.find((shape) => shape.id === id) ?? chosen.shape;
      valley.dispose();
      valley = new Valley(place.engine, chosen.shape);
      restart();
    },
  });
  const rate = slider({
    id: 'update-rate',
    label: 'Learning rate',
    min: 0.01,
    max: 1,
    step: 0.01,
    value: UPDATE_RATE,
    onChange(value) {
      chosen.rate = value;
      restart();
    },
  });

  methods.update(chosen.method.id);
  parameters.update('0');
  features.update(chosen.shape.id);
  place.root.append(
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'stack' },
        methods.element,
        parameters.element,
        features.element,
        rate.element,
        stepper.element,
        table.element,
        h(
          'p',
          { class: 'quantities' },
          quantityButton(place, 'optimiser-step', 'step'),
          quantityButton(place, 'running-mean', 'running mean'),
          quantityButton(place, 'running-square', 'running mean square'),
        ),
      ),
      h('div', { class: 'stack' }, title, formulas, check),
    ),
  );
  show();
}

/** @param {number} value */
function show4(value) {
  return formatScientific(Number(value.toPrecision(4)) + 0, 4);
}

/**
 * The first updates of every optimiser, of both parameters, written out; and where the engine's own
 * trainer has got to after each.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Valley} valley
 * @param {import('./problems.js').Pair} start
 * @param {number} rate the same for all
 * @param {number} count
 * @returns {{ updates: [Update, Update][], ends: Float64Array[] }[]} by method: for each step the
 *   weight's and the bias's update; ends: the engine's parameters after it
 */
export function runUpdates(engine, valley, start, rate, count) {
  return METHODS.map(({ id }) => {
    const path = new TrainingPath(engine, valley.problem(start), {
      optimizer: id,
      learningRate: rate,
    });
    /** @type {[Update, Update][]} */
    const updates = [];
    for (let i = 0; i < count; i += 1) {
      const [w, b] = path.points[i];
      const [gw, gb] = valley.gradient([w, b]);
      const last = updates[i - 1];
      updates.push([updateOf(id, rate, w, gw, last?.[0]), updateOf(id, rate, b, gb, last?.[1])]);
      path.step();
    }
    path.dispose();
    return { updates, ends: path.points.slice(1) };
  });
}
