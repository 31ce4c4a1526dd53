/** @typedef {import('../state/types.js').Config} Config */

/**
 * What goes as well where all of these are hidden.
 *
 * @type {[hidden: Config['hide'], also: string[]][]}
 */
const FOLLOWING = [
  [['data', 'network', 'training'], ['controls']],
  // Counters are no controls: they go with the other numbers.
  [['transport', 'metrics'], ['counters']],
  // What there is beside the buttons is for who uses them.
  [['transport'], ['timeline', 'presentation', 'shortcuts']],
  [['loss', 'accuracy'], ['charts']],
  [['diagram', 'loss', 'accuracy', 'metrics'], ['confusion']],
  // Who has all hidden that there used to be about the picture wants the picture alone.
  [
    ['points', 'captions'],
    ['surface', 'best'],
  ],
  [['parity', 'butterfly', 'gradients', 'activity'], ['inside']],
  // Who has all panels hidden that there used to be wants none.
  [['inside', 'export'], ['sweep']],
];

/**
 * The parts not to show, with what this leaves empty.
 *
 * @param {Config} config
 * @returns {string[]}
 */
export function hiddenParts({ hide, goal }) {
  const isEmpty = (/** @type {Config['hide']} */ parts) =>
    parts.every((part) => hide.includes(part));
  const following = FOLLOWING.filter(([parts]) => isEmpty(parts)).flatMap(([, also]) => also);
  const isAimless = goal === '' || hide.includes('goal');
  const isHeadless = isAimless && isEmpty(['transport', 'metrics', 'boundary']);
  return [...hide, ...following, ...(isHeadless ? ['head'] : [])];
}
