import { moveInGrid } from '../controls/grid-focus.js';
import { h, setAttribute, setText } from '../dom.js';
import { MapPainter } from '../plane/map-painter.js';
import { sizeCanvas } from '../surface.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../plane/map.js').PlaneMap} PlaneMap */

/**
 * @typedef {object} CellView
 * @property {string} text its number
 * @property {string} name all that it means, for who does not see where it stands
 * @property {'waiting' | 'done' | 'diverged'} state
 * @property {number} share how good it is, from 0, the worst, to 1
 */

/** Finer, the eye sees no difference. */
const MOST_DENSITY = 3;

/**
 * A table of small pictures of the plane, each with a number: point at one to read of it, choose one to open
 * it. The keyboard meets one of them, and the arrow keys go from there.
 *
 * @param {object} options
 * @param {string} options.caption
 * @param {string} options.corner what rows and columns are
 * @param {readonly string[]} options.columns
 * @param {readonly string[]} options.rows
 * @param {(index: number) => void} options.onPoint called with what somebody points at or comes to, row by row
 * @param {(index: number) => void} options.onOpen
 */
export function sweepGrid({ caption, corner, columns, rows, onPoint, onOpen }) {
  const painter = new MapPainter(document);
  const cells = rows.map((_, row) =>
    columns.map((__, column) => {
      const index = row * columns.length + column;
      const canvas = h('canvas', { class: 'sweep-map', 'aria-hidden': 'true' });
      const value = h('span', { class: 'sweep-value' });
      const button = h(
        'button',
        {
          type: 'button',
          class: 'sweep-cell',
          tabindex: index === 0 ? 0 : -1,
          onclick: () => onOpen(index),
          onfocus: () => onPoint(index),
          onpointerenter: () => onPoint(index),
        },
        canvas,
        value,
      );
      return { button, canvas, value };
    }),
  );
  const buttons = cells.map((row) => row.map(({ button }) => button));
  const element = h(
    'table',
    { class: 'sweep-grid', role: 'grid', onkeydown: (event) => moveInGrid(event, buttons) },
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, corner),
        ...columns.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      {},
      ...rows.map((name, row) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, name),
          ...buttons[row].map((button) => h('td', {}, button)),
        ),
      ),
    ),
  );
  const all = cells.flat();
  return {
    element,

    /** Whether there is something to paint on: not while it is folded away. */
    get isSeen() {
      return element.getClientRects().length > 0;
    },

    /** Sizes all that is painted on, where it is seen: one by one, each would have the table laid out. */
    fit() {
      const { side, dpr } = sizeOf(all[0].canvas);
      if (side === 0) return;
      const pixels = Math.round(side * dpr);
      for (const { canvas } of all) Object.assign(canvas, { width: pixels, height: pixels });
    },

    /**
     * @param {number} index
     * @param {CellView} view
     */
    write(index, { text, name, state, share }) {
      const { button, value } = all[index];
      setText(value, text);
      setAttribute(button, 'aria-label', name);
      setAttribute(button, 'data-state', state);
      button.style.setProperty('--share', `${Math.round(100 * share)}%`);
    },

    /**
     * @param {number} index
     * @param {PlaneMap} map
     * @param {Theme} theme
     */
    paint(index, map, theme) {
      const { canvas } = all[index];
      const { side, dpr } = sizeOf(canvas);
      const plot = { left: 0, top: 0, right: side, bottom: side };
      painter.paint(sizeCanvas(canvas, side, side, dpr), map, { plot, dpr, theme, hasLine: false });
    },
  };
}

/** @param {HTMLCanvasElement} canvas */
function sizeOf({ clientWidth }) {
  return { side: clientWidth, dpr: Math.min(MOST_DENSITY, devicePixelRatio) };
}
