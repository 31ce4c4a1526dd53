import { h, setText } from './dom.js';
import { isUnavailable, setAvailable } from './icon-button.js';
import { radioSwitch } from './radio-switch.js';

/**
 * @typedef {object} DrawToolbarTexts
 * @property {string} name of the whole bar
 * @property {string} label of the choice of class
 * @property {string} class0
 * @property {string} class1
 * @property {string} undo
 * @property {string} clear
 * @property {string} done
 * @property {string} cancel
 */

/**
 * @typedef {object} DrawToolbarActions
 * @property {(label: number) => void} onClass
 * @property {() => void} onUndo
 * @property {() => void} onClear
 * @property {() => void} onDone
 * @property {() => void} onCancel
 */

/** @typedef {ReturnType<typeof drawToolbar>} DrawToolbar */

/**
 * What stands above the plane while somebody draws points on it.
 *
 * @param {object} options
 * @param {DrawToolbarTexts} options.texts
 * @param {DrawToolbarActions} options.actions
 */
export function drawToolbar({ texts, actions }) {
  const classes = radioSwitch({
    name: 'draw-class',
    label: texts.label,
    choices: [
      { value: '0', label: texts.class0 },
      { value: '1', label: texts.class1 },
    ],
    onCommit: (value) => actions.onClass(Number(value)),
  });
  const undo = button(texts.undo, actions.onUndo);
  const clear = button(texts.clear, actions.onClear);
  const done = button(texts.done, actions.onDone, 'button-primary');
  const cancel = button(texts.cancel, actions.onCancel);
  const tally = h('p', { class: 'draw-tally', role: 'status' });
  const element = h(
    'div',
    { class: 'draw-toolbar', role: 'group', 'aria-label': texts.name, hidden: true },
    classes.element,
    h('div', { class: 'draw-buttons' }, undo, clear, cancel, done),
    tally,
  );
  return {
    element,

    /**
     * @param {object} state
     * @param {number} state.label the class of the next point
     * @param {boolean} state.isEmpty
     * @param {boolean} state.isEnough whether the points can be used
     * @param {string} state.tally in words
     */
    update(state) {
      classes.update(String(state.label));
      for (const each of [undo, clear]) setAvailable(each, !state.isEmpty);
      setAvailable(done, state.isEnough);
      setText(tally, state.tally);
    },
  };
}

/**
 * @param {string} name
 * @param {() => void} onPress
 * @param {string} [className]
 */
function button(name, onPress, className = 'button') {
  const element = h(
    'button',
    {
      type: 'button',
      class: className,
      onclick: () => {
        if (!isUnavailable(element)) onPress();
      },
    },
    name,
  );
  return element;
}
