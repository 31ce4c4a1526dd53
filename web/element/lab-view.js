import { h, setAttribute, setText } from '../views/dom.js';
import { keepFocus, setHidden } from '../views/hide.js';
import { drawToolbar } from '../views/draw-toolbar.js';
import { goalSign } from '../views/goal-sign.js';
import { notice } from '../views/notice.js';
import { picture } from '../views/picture.js';
import { pointLegend } from '../views/legend.js';
import { radioSwitch } from '../views/radio-switch.js';
import { transport } from '../views/transport.js';
import { entryOfKey } from '../state/schema.js';
import { settingWords } from '../state/setting-words.js';
import { createControlPanel } from './control-panel.js';
import { createNumbers } from './numbers.js';

/** @typedef {import('../state/types.js').Config} Config */

/**
 * @typedef {object} LabActions
 * @property {(patch: import('./control-panel.js').Patch) => void} commit changes settings
 * @property {(isHeld: boolean) => void} hold keeps the part of the plane that is shown
 * @property {() => void} toggle trains or pauses
 * @property {() => void} step
 * @property {() => void} reset
 * @property {() => void} draw begins to draw points on the plane
 * @property {import('../views/draw-toolbar.js').DrawToolbarActions} drawing
 */

/** @typedef {ReturnType<typeof createLabView>} LabView */

/**
 * The whole lab as a tree of elements, in the order of thought and of the keyboard. Where things
 * lie in it is the style sheet's business.
 *
 * @param {object} options
 * @param {import('../languages/en.js').Texts} options.texts
 * @param {import('../views/formats.js').Formats} options.formats
 * @param {LabActions} options.actions
 */
export function createLabView({ texts, formats, actions }) {
  const panel = createControlPanel({
    texts,
    formats,
    onCommit: actions.commit,
    onHold: actions.hold,
    onDraw: actions.draw,
  });
  const bar = transport({
    texts: texts.transport,
    onToggle: actions.toggle,
    onStep: actions.step,
    onReset: actions.reset,
  });
  const messages = notice({ dismiss: texts.dismiss });
  const goal = goalSign();
  const boundary = createBoundary(texts, actions);
  const diagram = picture({ id: 'diagram', title: texts.diagram });
  const loss = picture({ id: 'loss', title: texts.loss });
  const accuracy = picture({ id: 'accuracy', title: texts.accuracy });
  const numbers = createNumbers({ texts, formats });
  const status = h('p', { class: 'status', part: 'captions', role: 'status' });

  const stage = h(
    'div',
    { class: 'stage' },
    bar.element,
    status,
    goal.element,
    messages.element,
    boundary.element,
  );
  const charts = h('div', { class: 'charts' }, loss.element, accuracy.element);
  const insights = h('div', { class: 'insights' }, diagram.element, charts, numbers.element);
  const element = h('div', { class: 'lab' }, panel.element, stage);

  return {
    element,
    panel,
    transport: bar,
    messages,
    goal,
    boundary,
    diagram,
    loss,
    accuracy,
    numbers,

    /** Adds what is not needed to see the boundary. */
    complete() {
      panel.fill();
      element.append(insights);
      setAttribute(element, 'data-complete', true);
    },

    /**
     * @param {Config} config
     */
    showConfig(config) {
      panel.update(config);
      boundary.points.update(config.points);
      const hidden = hiddenParts(config).join(' ');
      if (hidden === element.dataset.hide) return;
      keepFocus(element, () => setAttribute(element, 'data-hide', hidden));
    },

    /** @param {boolean} isDrawing whether somebody draws points on the plane */
    showDrawing(isDrawing) {
      setAttribute(element, 'data-drawing', isDrawing);
      setHidden(boundary.points.element, isDrawing);
      setHidden(boundary.toolbar.element, !isDrawing);
    },

    /**
     * @param {import('../state/types.js').Status} name
     * @param {string} text
     */
    showStatus(name, text) {
      setAttribute(element, 'data-status', name);
      setText(status, text);
    },
  };
}

/**
 * @param {import('../languages/en.js').Texts} texts
 * @param {LabActions} actions
 */
function createBoundary(texts, actions) {
  const entry = /** @type {import('../state/types.js').ChoiceEntry} */ (entryOfKey('points'));
  const points = radioSwitch({
    name: entry.attribute,
    ...settingWords(texts, entry),
    onCommit: (value) => actions.commit({ points: value }),
  });
  setAttribute(points.element, 'part', 'points');
  const toolbar = drawToolbar({ texts: texts.drawing, actions: actions.drawing });
  const legend = pointLegend(texts.legend);
  const readout = h('output', { class: 'readout', part: 'captions' }, texts.readoutHint);
  const view = picture({
    id: 'boundary',
    title: texts.boundary,
    focusable: true,
    header: [points.element, toolbar.element],
    footer: [legend.element, readout],
  });
  return { ...view, points, toolbar, legend, readout };
}

/**
 * The parts not to show, with the columns that this leaves empty.
 *
 * @param {Config} config
 * @returns {string[]}
 */
function hiddenParts({ hide, goal }) {
  /** @type {string[]} */
  const hidden = [...hide];
  const isEmpty = (/** @type {Config['hide']} */ parts) =>
    parts.every((part) => hide.includes(part));
  if (isEmpty(['data', 'network', 'training'])) hidden.push('controls');
  const isAimless = goal === '' || hide.includes('goal');
  // Counters are no controls: they go with the other numbers.
  if (isEmpty(['transport', 'metrics'])) hidden.push('counters');
  if (isAimless && isEmpty(['transport', 'metrics', 'boundary'])) hidden.push('stage');
  if (isEmpty(['loss', 'accuracy'])) hidden.push('charts');
  if (isEmpty(['diagram', 'loss', 'accuracy', 'metrics'])) hidden.push('insights');
  if (isEmpty(['parity', 'butterfly', 'gradients', 'activity'])) hidden.push('inside');
  return hidden;
}
