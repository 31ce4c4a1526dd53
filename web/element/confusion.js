import { countConfusions, pointsOf } from '../state/confusion.js';
import { labelsOf, problemOf } from '../state/problem.js';
import { h, setHidden, svg } from '../views/dom.js';
import { themeColors } from '../views/palette.js';
import { markerShapes } from '../views/plane/markers.js';
import { confusionTable } from '../views/text/confusion-table.js';

/** @typedef {import('../state/lab-state.js').Scene} Scene */
/** @typedef {import('../views/plane/probe.js').SetName} SetName */
/** @typedef {import('../views/text/confusion-table.js').Cell} Cell */
/** @typedef {{ train: Uint8Array, test: Uint8Array }} Outcomes */
/** @typedef {ReturnType<typeof confusionTable>} Table */

const SETS = /** @type {const} */ (['train', 'test']);
/** How often it follows the training while it is open. */
const INTERVAL_MS = 250;
const MARKER = { class: 'marker', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' };

/**
 * Which classes the points are taken for. Nothing is computed before it is opened. Choosing a number
 * rings its points in the picture, pointing at a point there marks its number.
 */
export class Confusion {
  #texts;
  #nameOf;
  #ask;
  #pictures;
  #request;
  #tables = h('div', { class: 'confusion-tables' });
  /** @type {Record<SetName, Table> | null} */
  #made = null;
  #classes = 0;
  /** @type {Scene | null} */
  #scene = null;
  /** @type {Outcomes | null} */
  #outcomes = null;
  /** @type {(Cell & { set: SetName }) | null} */
  #chosen = null;
  /** What somebody points at. @type {import('../views/plane/probe.js').NearestPoint | null} */
  #pointed = null;
  /** @type {import('../views/palette.js').ThemeName | null} */
  #theme = null;

  /**
   * @param {object} options
   * @param {import('../languages/en.js').Texts['confusion']} options.texts
   * @param {(label: number) => string | number} options.nameOf
   * @param {import('./panel-section.js').SectionOptions['ask']} options.ask
   * @param {import('./pictures.js').Pictures} options.pictures
   */
  constructor({ texts, nameOf, ask, pictures }) {
    this.#texts = texts;
    this.#nameOf = nameOf;
    this.#ask = ask;
    this.#pictures = pictures;
    this.#request = pictures.schedule.add(
      () => this.#update(),
      () => (this.#scene?.status === 'training' ? INTERVAL_MS : 0),
    );
    this.element = h(
      'details',
      {
        class: 'confusion',
        part: 'confusion',
        ontoggle: () => (this.element.open ? this.#request.now() : this.#choose(null)),
      },
      h('summary', {}, texts.title),
      h('p', { class: 'field-note' }, texts.note),
      this.#tables,
    );
    pictures.plane.onProbe = (nearest) => {
      const before = this.#pointed;
      if (nearest?.set === before?.set && nearest?.index === before?.index) return;
      this.#pointed = nearest;
      this.#mark();
    };
  }

  /** @param {Scene} scene called with every frame */
  show(scene) {
    const before = this.#scene;
    this.#scene = scene;
    // What is loading has not got its points yet.
    if (scene.status === 'loading') return;
    const count = labelsOf(problemOf(scene.config)).length;
    setHidden(this.element, count === 0);
    if (count !== this.#classes) this.#create(count);
    if (scene.theme !== this.#theme) this.#drawMarkers(scene.theme);
    const isNew = scene.description !== before?.description;
    if (isNew) this.#choose(null);
    if (this.element.open && (isNew || scene.frame !== before.frame)) this.#request.soon();
  }

  /** @param {number} count of classes */
  #create(count) {
    this.#classes = count;
    this.#theme = null;
    this.#outcomes = null;
    const [train, test] = SETS.map((set) => this.#createTable(set));
    this.#made = { train, test };
    this.#tables.replaceChildren(train.element, test.element);
  }

  /** @param {SetName} set */
  #createTable(set) {
    const { sets, actual, predicted, cell: say } = this.#texts;
    const name = this.#nameOf;
    return confusionTable({
      caption: sets[set],
      words: {
        actual,
        predicted,
        cell: (count, cell) =>
          say({
            count,
            set,
            actual: name(cell.actual),
            predicted: name(cell.predicted),
            isRight: cell.actual === cell.predicted,
          }),
      },
      headings: () =>
        Array.from({ length: this.#classes }, (_, label) => [
          svg('svg', { ...MARKER, 'data-label': label, 'data-set': set }),
          h('span', {}, String(name(label))),
        ]),
      onChoose: (cell) => this.#toggle({ ...cell, set }),
    });
  }

  /** @param {import('../views/palette.js').ThemeName} name */
  #drawMarkers(name) {
    this.#theme = name;
    const theme = themeColors(name);
    for (const marker of this.#tables.querySelectorAll('svg')) {
      const { label, set } = marker.dataset;
      const kind = { label: Number(label), set: /** @type {SetName} */ (set) };
      marker.replaceChildren(...markerShapes(kind, { radius: 5, theme }));
    }
  }

  async #update() {
    const description = this.#scene?.description;
    if (!description || !this.element.open || this.#classes === 0) return;
    try {
      const outcomes = await this.#ask((client) => client.outcomes());
      if (description === this.#scene?.description) this.#showOutcomes(outcomes);
    } catch {
      // Whatever has failed is said where it concerns the experiment.
    }
  }

  /** @param {Outcomes} outcomes of the points that are shown */
  #showOutcomes(outcomes) {
    const { description } = /** @type {Scene} */ (this.#scene);
    this.#outcomes = outcomes;
    for (const set of SETS) {
      const counts = countConfusions(description[set].y, outcomes[set], this.#classes);
      this.#made?.[set].update(counts);
    }
    this.#mark();
    if (this.#chosen) this.#ring();
  }

  /** @param {Cell & { set: SetName }} cell */
  #toggle(cell) {
    const { set, actual, predicted } = this.#chosen ?? {};
    const isSame = set === cell.set && actual === cell.actual && predicted === cell.predicted;
    this.#choose(isSame ? null : cell);
  }

  /** @param {(Cell & { set: SetName }) | null} cell */
  #choose(cell) {
    if (cell === this.#chosen) return;
    this.#chosen = cell;
    this.#mark();
    this.#ring();
  }

  /** Marks the number that is chosen, and that of the point which somebody points at. */
  #mark() {
    const [chosen, pointed] = [this.#chosen, this.#pointedCell()];
    for (const set of SETS) {
      const of = (/** @type {typeof chosen} */ cell) => (cell?.set === set ? cell : null);
      this.#made?.[set].mark(of(chosen), of(pointed));
    }
  }

  /** @returns {(Cell & { set: SetName }) | null} */
  #pointedCell() {
    if (!this.#pointed || !this.#outcomes) return null;
    const { set, index, y } = this.#pointed;
    return { set, actual: y, predicted: this.#outcomes[set][index] };
  }

  /** Rings the points that are counted in the number that is chosen. */
  #ring() {
    const [cell, outcomes] = [this.#chosen, this.#outcomes];
    if (!cell || !outcomes || !this.#scene) return this.#pictures.showMarked(null);
    const { set } = cell;
    const { y } = this.#scene.description[set];
    this.#pictures.showMarked({ set, indices: pointsOf(y, outcomes[set], cell) });
  }
}
