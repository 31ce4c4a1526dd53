import { h, setHidden, setText } from '../dom.js';
import { iconButton, pressButton } from './icons.js';

/**
 * A line that says what has become of a change, with what can be done about it. It stands over what is
 * below it, so that nothing moves.
 *
 * @param {object} options
 * @param {{ undo: string, dismiss: string }} options.texts
 * @param {() => void} options.onOther
 * @param {() => void} options.onUndo
 * @param {() => void} options.onDismiss
 * @returns {{ element: HTMLElement, update: (line: { text: string, other: string, canUndo: boolean }) => void }}
 *   without a text there is no line, without `other` nothing else to have
 */
export function deedLine({ texts, onOther, onUndo, onDismiss }) {
  const status = h('p', { class: 'deed-text', role: 'status' });
  const other = pressButton({ class: 'button' }, onOther);
  const undo = pressButton({ class: 'button' }, onUndo, texts.undo);
  const dismiss = iconButton('close', texts.dismiss, onDismiss);
  const box = h('div', { class: 'deed-box' }, status, other, undo, dismiss);
  const element = h('div', { class: 'deed' }, box);
  const update = (/** @type {{ text: string, other: string, canUndo: boolean }} */ line) => {
    box.toggleAttribute('data-shown', line.text !== '');
    setText(status, line.text);
    if (line.other) setText(other, line.other);
    setHidden(other, line.other === '');
    setHidden(undo, !(line.text && line.canUndo));
    setHidden(dismiss, line.text === '');
  };
  update({ text: '', other: '', canUndo: false });
  return { element, update };
}
