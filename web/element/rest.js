import { ENGLISH_LATER } from '../languages/later/en.js';
import { deedLine } from '../views/controls/deed-line.js';
import { h, setAttribute, setText } from '../views/dom.js';
import { picture } from '../views/picture.js';
import { themeColors } from '../views/palette.js';
import { planeDescriber } from '../views/plane/description.js';
import { namesOf } from '../views/text/picture-words.js';
import { wholeWords } from '../views/text/whole-words.js';
import { BestLine } from './best-line.js';
import { ChangeWords } from './change-words.js';
import { Confusion } from './confusion.js';
import { Changes } from './changes.js';
import { Explained } from './diverged/explained.js';
import { createControlPanel } from './control-panel.js';
import { CurvePicture } from './curves.js';
import { NetworkPanel } from './network/panel.js';
import { Drawing } from './drawing.js';
import { KeptPanel } from './kept/panel.js';
import { Inside } from './inside/inside.js';
import { createNumbers } from './numbers.js';
import { Shortcuts } from './shortcuts.js';
import { TimelineControl } from './timeline.js';
import { Trials } from './trials/trials.js';
import { createSavingView } from './saving/view.js';
import './rest-styles.js';

export { Presentation } from './presentation.js';
export { takeOver } from './take-over.js';

/** @typedef {import('../state/lab-state.js').LabState} LabState */
/** @typedef {import('../state/lab-state.js').Scene} Scene */

/** @typedef {import('./controls.js').Controls} Controls */
/** @typedef {import('../state/kept.js').KeptRun} KeptRun */
/** @typedef {{ epoch: number, value: string }} End of a curve */

/**
 * @typedef {object} RestOptions
 * @property {import('../languages/en.js').FirstTexts} firstTexts
 * @property {import('../views/text/formats.js').Formats} formats
 * @property {Controls} controls
 * @property {HTMLElement} lab that it becomes a part of
 * @property {import('./presentation.js').Presentation} presentation
 * @property {ReturnType<typeof import('../views/controls/transport.js').transport>} transport
 * @property {HTMLElement} timeline the place of the slider of epochs
 * @property {HTMLElement} notice the messages
 * @property {import('./control-groups.js').ControlGroups} groups
 * @property {HTMLElement} network the place of its picture
 * @property {import('./plane.js').BoundaryView} boundary
 * @property {import('./pictures.js').Pictures} pictures
 */

/**
 * What a face has besides the boundary, its buttons and the groups of controls. It comes after them: this
 * module and all that it alone brings along are fetched once the boundary is seen.
 */
export class Rest {
  #panel;
  #changeWords;
  #deed;
  #explained;
  #best;
  #timeline;
  #numbers;
  #confusion;
  #trials;
  #inside;
  #kept;
  #presentation;
  #shortcuts;
  /** Points on the plane, by hand. */
  drawing;

  /** @param {RestOptions} options */
  constructor({ firstTexts, formats, controls, lab, presentation, ...views }) {
    const { transport, timeline, notice, groups, network, boundary, pictures } = views;
    // Every other language brings both parts.
    const texts = { ...ENGLISH_LATER, ...firstTexts };
    const { store, saving, ask, commit, hold, showAtOnce, pause, open, goto, life } = controls;
    const changes = controls.takeChanges(Changes);
    const changeWords = (this.#changeWords = new ChangeWords(texts, formats));
    const nameOf = namesOf(store.state.config.classNames);
    this.#panel = createControlPanel(groups, {
      texts,
      formats,
      changeWords,
      onCommit: commit,
      onRemove: (change) => changes.remove(change),
      onOutcome: showAtOnce,
      onHold: hold,
      ask,
      onDraw: () => {
        pause();
        this.drawing.start();
      },
    });
    this.drawing = this.#createDrawing({ texts, formats, nameOf, lab, boundary, pictures, store });
    this.#best = new BestLine({ texts: texts.best, formats, ask, boundary, pictures });
    this.#timeline = new TimelineControl({
      texts: texts.timeline,
      formats,
      onGoto: goto,
      place: timeline,
    });
    this.#numbers = createNumbers({ texts, formats });
    this.#confusion = new Confusion({ texts: texts.confusion, nameOf, ask, pictures });
    const panels = { texts, formats, ask, commit, open, life, results: controls.results };
    this.#trials = new Trials(panels);
    this.#inside = new Inside(panels);
    const words = wholeWords(texts, formats, store.state.config.classNames);
    pictures.plane.describer = planeDescriber(words);
    network.append(new NetworkPanel({ texts, words, controls, pictures }).element);
    this.#kept = new KeptPanel({ texts, formats, controls, changes, changeWords });
    const charts = createCharts(texts, words, pictures, { changeWords, onGoto: goto });
    charts.append(this.#kept.element);
    lab.append(
      charts,
      h('div', { class: 'results' }, this.#numbers.element, this.#confusion.element),
      // What a page explains comes before what experts open.
      h('slot', { name: 'guide' }),
      this.#trials.element,
      this.#inside.element,
      saving.show({ texts, formats }, createSavingView),
    );
    this.#deed = this.#createDeedLine(texts, controls, changes);
    timeline.before(this.#deed.element);
    this.#explained = new Explained({ texts, formats, changeWords, controls, after: notice });
    this.#presentation = presentation;
    this.#shortcuts = new Shortcuts({ lab, buttons: transport.buttons, presentation, texts });
    setAttribute(lab, 'data-complete', true);
    this.updateSettings(store.state);
    this.showDeed(store.state);
  }

  /**
   * @param {Pick<RestOptions, 'formats' | 'lab' | 'boundary' | 'pictures'>
   *   & { texts: import('../languages/en.js').Texts, store: import('./store.js').Store,
   *     nameOf: ReturnType<typeof namesOf> }} options
   */
  #createDrawing({ texts, lab, store, ...options }) {
    return new Drawing({
      ...options,
      field: this.#panel.ownPoints,
      texts: texts.drawing,
      surround: store.state,
      onDrawing: (isDrawing) => setAttribute(lab, 'data-drawing', isDrawing),
    });
  }

  /**
   * @param {import('../languages/en.js').Texts} texts
   * @param {Controls} controls
   * @param {Changes} changes
   */
  #createDeedLine({ changes: { undo }, dismiss }, { store, pause }, changes) {
    return deedLine({
      texts: { undo, dismiss },
      onOther: () => {
        if (store.state.travel) pause();
        else if (store.state.deed?.kind === 'repeating') changes.cancel();
        else changes.other();
      },
      onUndo: () => changes.undo(),
      onDismiss: () => changes.dismiss(),
    });
  }

  present() {
    this.#presentation.toggle();
  }

  showShortcuts() {
    this.#shortcuts.show();
  }

  /** Takes back which columns of a table are which. */
  endAsking() {
    this.#panel.ownPoints.endAsking();
    this.#shortcuts.hide();
    this.#kept.end();
    this.#explained.end();
  }

  /** @param {LabState} state */
  updateSettings({ inForce, outcome, complaints }) {
    this.#panel.update(inForce, outcome);
    this.#panel.showErrors(complaints.controls);
  }

  /** @param {LabState} state */
  showDeed({ deed, canUndo, config, travel }) {
    if (travel) {
      const line = { text: this.#changeWords.ofTravel(travel), other: this.#changeWords.cancel };
      this.#deed.update({ ...line, canUndo: false });
      return;
    }
    const text = deed ? this.#changeWords.ofDeed(deed, config) : '';
    const other = deed ? this.#changeWords.ofOther(deed) : '';
    this.#deed.update({ text, other, canUndo });
  }

  /**
   * @param {LabState} state
   * @param {import('../state/types.js').Metrics} metrics
   */
  showMetrics(state, metrics) {
    this.#timeline.update(state);
    this.#numbers.showMetrics(metrics);
    this.#kept.showMetrics(metrics);
  }

  /** @param {Scene} scene */
  update(scene) {
    this.drawing.show(scene);
    this.#best.show(scene);
    this.#panel.show(scene);
    this.#numbers.showDescription(scene.description);
    this.#confusion.show(scene);
    this.#trials.show(scene);
    this.#inside.show(scene);
    this.#kept.update(scene);
    this.#explained.update(scene);
  }
}

/**
 * @param {import('../languages/en.js').Texts} texts
 * @param {import('../views/text/whole-words.js').WholeWords} words
 * @param {import('./pictures.js').Pictures} pictures which keep them up to date
 * @param {object} more
 * @param {ChangeWords} more.changeWords
 * @param {Controls['goto']} more.onGoto
 */
function createCharts(texts, words, pictures, { changeWords, onGoto }) {
  const curves = /** @type {const} */ (['loss', 'accuracy']).map((name) => {
    // What the keys come to, for those who do not see it beside the crosshair.
    const reading = h('p', { class: 'visually-hidden', 'aria-live': 'polite' });
    const view = picture({ id: name, title: texts[name], focusable: true, footer: [reading] });
    const say = (/** @type {string} */ text) => setText(reading, text);
    const titles = { accuracy: texts.accuracy, r2: texts.r2.title };
    const curve = { ...view, say };
    const keptWords = (
      /** @type {KeptRun} */ { letter, label },
      /** @type {End} */ { epoch, value },
    ) => texts.kept.curve({ letter, label, epoch: words.formats.count(epoch), value });
    const more = { titles, changeWords, keptWords, onGoto };
    pictures.add(new CurvePicture(curve, name, themeColors('light'), words, more));
    return view.element;
  });
  return h('div', { class: 'charts' }, ...curves);
}
