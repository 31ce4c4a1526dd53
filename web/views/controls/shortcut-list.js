import { h, setHidden } from '../dom.js';

/** @typedef {import('./transport.js').ButtonName} ButtonName */

/**
 * The keys that press the lab's buttons, in a dialog.
 *
 * @param {Pick<import('../../languages/en.js').Texts, 'transport' | 'shortcuts'>} texts
 * @param {() => void} onFocusLost called when it is put away, and who was in it is nowhere
 * @returns {{ element: HTMLDialogElement, show: (names: readonly ButtonName[]) => void, hide: () => void }}
 */
export function shortcutList({ transport, shortcuts }, onFocusLost) {
  /** @type {[name: ButtonName, key: string, what: string][]} */
  const lines = [
    ['toggle', shortcuts.space, shortcuts.toggle],
    ['step', '→', transport.step],
    ['reset', 'R', transport.reset],
    ['presentation', 'F', transport.presentation],
    ['shortcuts', '?', shortcuts.list],
  ];
  const rows = lines.map(([name, key, what]) => ({
    name,
    element: h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)),
  }));
  const title = h('h3', { id: 'shortcuts-title' }, transport.shortcuts);
  const close = h('button', { type: 'button', class: 'button' }, shortcuts.close);
  const list = h('dl', {}, ...rows.map(({ element: row }) => row));
  const element = h(
    'dialog',
    { class: 'shortcuts', 'aria-labelledby': title.id },
    title,
    list,
    h('p', { class: 'panel-note' }, shortcuts.note),
    close,
  );
  const hide = () => {
    const isIn = element.matches(':focus-within');
    element.close();
    // The browser gives the focus back, unless the list was moved with its lab meanwhile.
    const { activeElement } = /** @type {ShadowRoot} */ (element.getRootNode());
    if (isIn && !activeElement) onFocusLost();
  };
  close.addEventListener('click', hide);
  return {
    element,
    hide,
    show(names) {
      for (const row of rows) setHidden(row.element, !names.includes(row.name));
      // One that was moved with its lab stays open, but no longer before all else.
      element.close();
      element.showModal();
    },
  };
}
