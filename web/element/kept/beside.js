import { labelsShown } from '../../state/problem.js';
import { h } from '../../views/dom.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { themeColors } from '../../views/palette.js';
import { picture } from '../../views/picture.js';
import { PlaneCanvas } from '../../views/plane/canvas.js';
import { describeBoundary } from '../../views/plane/description.js';
import { sceneMap } from '../../views/plane/map.js';
import { Schedule } from '../../views/schedule.js';
import { wholeWords } from '../../views/text/whole-words.js';
import { Apart } from './apart.js';

/** @typedef {import('./options.js').KeptOptions} KeptOptions */
/** @typedef {import('../../state/kept.js').KeptRun} KeptRun */
/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('../../worker/protocol.js').Beginning} Beginning */
/** @typedef {Scene['config']} Config */

/** How often they follow the training: the lab's own picture comes first. */
const INTERVAL_MS = 250;

/**
 * Two pictures beside each other: of this run, and of a kept one at the same epoch, as far as that has come.
 */
export class Beside {
  #options;
  #run;
  #apart;
  #views;
  #request;
  #stopListening;
  /** @type {Scene | null} */
  #scene = null;

  /**
   * @param {KeptOptions} options
   * @param {import('./options.js').KeptPart} panel
   * @param {KeptRun} run
   */
  constructor(options, panel, run) {
    this.#options = options;
    this.#run = run;
    this.#apart = new Apart(run);
    const { kept: texts } = options.texts;
    const draw = () => this.#request.now();
    this.#request = new Schedule().add(
      () => panel.attempt(() => this.#draw()),
      () => (this.#scene?.status === 'training' ? INTERVAL_MS : 0),
    );
    this.#views = {
      present: createView('beside-present', texts.present, draw),
      kept: createView('beside-kept', texts.named(run.letter, run.label), draw),
    };
    const { present, kept } = this.#views;
    this.element = h('div', { class: 'kept-beside' }, present.element, kept.element);
    // A lab that is taken out of its page gives back all of its workers.
    this.#stopListening = options.controls.store.listen(({ description }) => {
      if (!description) this.#apart.end();
    });
  }

  get run() {
    return this.#run;
  }

  /**
   * @param {Scene} scene
   * @param {KeptRun} run the same, which may have been renamed
   */
  update(scene, run) {
    this.#scene = scene;
    this.#run = run;
    this.#request.soon();
  }

  end() {
    this.#stopListening();
    this.#apart.end();
    this.#scene = null;
  }

  async #draw() {
    const scene = this.#scene;
    if (!scene || scene.status === 'loading') return;
    const { texts, formats } = this.#options;
    const reached = await this.#apart.at(scene.frame.metrics.epoch);
    // Meanwhile another may have been asked for, or none.
    if (!this.#scene) return;
    const { label, letter, config, record } = this.#run;
    const { present, kept } = this.#views;
    const title = (/** @type {string} */ name, /** @type {Beginning} */ { frame }) =>
      texts.kept.atEpoch(name, formats.count(frame.metrics.epoch));
    present.retitle(title(texts.kept.present, scene));
    const isAtEnd = scene.frame.metrics.epoch > record.metrics.epoch;
    const name = title(texts.kept.named(letter, label), reached);
    kept.retitle(isAtEnd ? texts.kept.atEnd(name) : name);
    this.#show(present, scene, scene.config);
    this.#show(kept, reached, config);
  }

  /**
   * @param {ReturnType<typeof createView>} view
   * @param {Beginning} shown
   * @param {Config} config
   */
  #show(view, { description, frame }, { classNames }) {
    const { config, theme } = /** @type {Scene} */ (this.#scene);
    const { texts, formats } = this.#options;
    const words = wholeWords(texts, formats, classNames);
    const labels = labelsShown(description);
    const { map, valueRange } = sceneMap({ frame, description }, labels, words, config.surface);
    view.draw({
      ...description,
      map,
      valueRange,
      points: config.points,
      theme: themeColors(theme),
    });
    const { metrics } = frame;
    const answer = sceneMap({ frame, description }, labels, words).map;
    view.describe(describeBoundary(answer, { metrics, words }));
  }
}

/**
 * @param {string} id
 * @param {string} title
 * @param {() => void} onFit
 */
function createView(id, title, onFit) {
  const view = picture({ id, title });
  const painter = new PlaneCanvas(view.canvas, { isSlim: true });
  const fitted = new FittedCanvas(view.stage, painter, onFit);
  const draw = (/** @type {import('../../views/plane/canvas.js').PlanePicture} */ shown) => {
    if (!fitted.isEmpty) painter.draw(shown);
  };
  const retitle = (/** @type {string} */ text) => view.retitle?.(text);
  return { ...view, draw, retitle };
}
