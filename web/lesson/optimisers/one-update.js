import { h, setText } from '../../views/dom.js';
import { formatScientific, short } from '../parts/numbers.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { selectField } from '../../views/controls/select-field.js';
import { numberTable } from '../../views/text/table.js';
import { columns, quantities, stack } from '../parts/widget.js';
import { slider } from '../parts/fields.js';
import { createStepper } from '../parts/stepper.js';
import { METHODS } from './methods.js';
import { SHAPES, Valley } from './problems.js';
import { TrainingPath } from './race.js';
import { updateFormulas, updateOf } from './update.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./update.js').Update} Update */

/** The same for all four, so that their steps can be compared. */
const UPDATE_RATE = 0.1;
const STEPS = 20;
const PARAMETERS = ['w', 'b'];
/** Beyond the rounding of the two ways to write the same formula. */
const SAME = 1e-12;

/**
 * One update of one parameter, with every number in its place; and what the four would do.
 */
export class OneUpdate {
  #place;
  #chosen = { shape: SHAPES[1], method: METHODS[3], parameter: 0, rate: UPDATE_RATE };
  #valley;
  #runs;
  #title = h('p', { class: 'verdict', 'aria-live': 'polite' });
  #formulas = h('div', { class: 'calculation' });
  #check = h('p', { class: 'muted' });
  #table = numberTable({
    caption: 'The same update of all four',
    corner: 'Optimiser',
    columns: ['slope ∂L/∂w', 'step of w', 'slope ∂L/∂b', 'step of b'],
    rows: METHODS.map(({ label }) => label),
  });
  #stepper;

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    this.#valley = new Valley(place.engine, this.#chosen.shape);
    this.#runs = this.#run();
    this.#table.element.classList.add('numbers-narrow');
    this.#stepper = createStepper({ place, count: STEPS, onStep: () => this.#show() });
    place.root.append(
      columns(
        stack(
          ...this.#createSwitches(),
          this.#createFeatures(),
          this.#createRate(),
          this.#stepper.element,
          this.#table.element,
          this.#quantities(),
        ),
        stack(this.#title, this.#formulas, this.#check),
      ),
    );
    this.#show();
  }

  #createSwitches() {
    const methods = radioSwitch({
      name: 'method',
      label: 'Optimiser',
      choices: METHODS.map(({ id, label }) => ({ value: id, label })),
      onCommit: (id) => {
        this.#chosen.method = METHODS.find((method) => method.id === id) ?? this.#chosen.method;
        this.#show();
      },
    });
    const parameters = radioSwitch({
      name: 'parameter',
      label: 'Parameter',
      choices: ['Weight w', 'Bias b'].map((label, i) => ({ value: String(i), label })),
      onCommit: (index) => {
        this.#chosen.parameter = Number(index);
        this.#show();
      },
    });
    methods.update(this.#chosen.method.id);
    parameters.update(String(this.#chosen.parameter));
    return [methods.element, parameters.element];
  }

  #createFeatures() {
    const features = selectField({
      id: 'update-feature',
      label: 'Feature',
      choices: SHAPES.map(({ id, label }) => ({ value: id, label })),
      onCommit: (id) => {
        this.#chosen.shape = SHAPES.find((shape) => shape.id === id) ?? this.#chosen.shape;
        this.#valley.dispose();
        this.#valley = new Valley(this.#place.engine, this.#chosen.shape);
        this.#restart();
      },
    });
    features.update(this.#chosen.shape.id);
    return features.element;
  }

  #createRate() {
    const rate = slider({
      id: 'update-rate',
      label: 'Learning rate',
      min: 0.01,
      max: 1,
      step: 0.01,
      value: UPDATE_RATE,
      onChange: (value) => {
        this.#chosen.rate = value;
        this.#restart();
      },
    });
    return rate.element;
  }

  #quantities() {
    return quantities(this.#place, {
      'optimiser-step': 'step',
      'running-mean': 'running mean',
      'running-square': 'running mean square',
    });
  }

  #run() {
    const { shape, rate } = this.#chosen;
    return runUpdates(this.#place.engine, this.#valley, shape.start, rate, STEPS);
  }

  #restart() {
    this.#runs = this.#run();
    this.#stepper.step = 0;
    this.#show();
  }

  #show() {
    const { method, parameter, rate } = this.#chosen;
    const at = this.#stepper.step;
    const { updates, ends } = this.#runs[METHODS.indexOf(method)];
    const update = updates[at][parameter];
    const name = PARAMETERS[parameter];
    setText(
      this.#title,
      `${method.label}, update ${update.t}: ${name} moves by ${show4(update.change)}`,
    );
    this.#formulas.replaceChildren(updateFormulas(method.id, update, { parameter: name, rate }));
    setText(this.#check, compare(name, ends[at][parameter], update.after));
    this.#table.update(
      this.#runs
        .map((one) => one.updates[at].flatMap(({ gradient, change }) => [gradient, change]))
        .map((row) => row.map(short)),
    );
    this.#publish(update, name);
  }

  /**
   * @param {Update} update
   * @param {string} name
   */
  #publish(update, name) {
    const { label, id: method } = this.#chosen.method;
    const where = `${label}, update ${update.t} of ${name}`;
    const tell = (/** @type {string} */ id, /** @type {string} */ values) =>
      this.#place.publish(id, { shape: '()', values, where });
    tell('optimiser-step', `step = ${update.change}`);
    if (method === 'momentum') tell('running-mean', `v = ${update.mean}`);
    if (method === 'adam') tell('running-mean', `m = ${update.mean}`);
    if (['rmsprop', 'adam'].includes(method)) tell('running-square', `s = ${update.square}`);
  }
}

/**
 * @param {string} name of the parameter
 * @param {number} ofEngine what its trainer has made of it
 * @param {number} written what the formulas make of it
 */
function compare(name, ofEngine, written) {
  const isSame = Math.abs(ofEngine - written) < SAME;
  return (
    `The engine’s trainer, after this update: ${name} = ${ofEngine.toFixed(10).replace('-', '−')}` +
    (isSame ? ', the same number.' : ', another number.')
  );
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
    const options = { optimizer: id, learningRate: rate };
    const path = new TrainingPath(engine, valley.problem(start), options);
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
