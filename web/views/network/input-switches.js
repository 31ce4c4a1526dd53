/** Beside the inputs what each is called; pressing that gives it to the network, or takes it away. */

import { setAvailable, pressButton } from '../controls/icons.js';
import { h, setAttribute } from '../dom.js';

/**
 * @param {object} options
 * @param {readonly { name: string, sign: string }[]} options.features that there can be
 * @param {(feature: string) => string} options.nameOf what the switch of one is called
 * @param {(name: string) => void} options.onToggle
 */
export function inputSwitches({ features, nameOf, onToggle }) {
  const switches = features.map(({ name, sign }) => ({
    name,
    button: pressButton(
      { class: 'input-switch', 'aria-label': nameOf(sign), title: nameOf(sign) },
      () => onToggle(name),
      sign,
    ),
  }));
  const element = h('div', { class: 'input-switches' }, ...switches.map(({ button }) => button));
  return {
    element,

    /**
     * @param {readonly string[]} given
     * @param {boolean} canChange
     */
    update(given, canChange) {
      for (const { name, button } of switches) {
        const isGiven = given.includes(name);
        button.hidden = !isGiven && !canChange;
        setAttribute(button, 'aria-pressed', String(isGiven));
        setAvailable(button, canChange && !(isGiven && given.length === 1));
      }
    },

    /**
     * @param {import('./layout.js').NetworkLayout} layout
     * @param {readonly string[]} given
     */
    lay({ columns, idle }, given) {
      const [{ cells, left, size, pitch }] = columns;
      const places = [cells, idle].map((spots) => spots[Symbol.iterator]());
      for (const { name, button } of switches) {
        const { value: spot } = places[given.includes(name) ? 0 : 1].next();
        if (!spot) continue;
        button.style.setProperty('--x', String(left));
        button.style.setProperty('--y', String(spot.y));
        button.style.setProperty('--pitch', String(pitch));
        // Of those that are not given, the tile is a part of the switch.
        button.style.setProperty('--tile', String(given.includes(name) ? 0 : size));
      }
    },
  };
}
