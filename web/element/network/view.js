import { h, svg } from '../../views/dom.js';
import { picture } from '../../views/picture.js';

/** What lines and frames mean. @type {('positive' | 'negative' | 'frame')[]} */
const SIGNS = ['positive', 'negative', 'frame'];

/**
 * The elements of the network's picture.
 *
 * @param {import('../../languages/en.js').Texts} texts
 * @param {HTMLElement} heads above it
 * @param {HTMLElement} card below it
 */
export function networkView(texts, heads, card) {
  const legend = h(
    'p',
    { class: 'network-legend', part: 'captions' },
    ...SIGNS.map((sign) => h('span', { class: 'network-sign' }, sampleOf(sign), texts.stage[sign])),
  );
  const view = picture({
    id: 'diagram',
    title: texts.diagram,
    header: [legend],
    footer: [card],
  });
  view.element.insertBefore(heads, view.stage);
  return view;
}

/** @param {typeof SIGNS[number]} sign */
function sampleOf(sign) {
  const shape =
    sign === 'frame'
      ? svg('rect', { x: 7, y: 2, width: 10, height: 10, rx: 2 })
      : svg('path', { d: 'M1 7h22' });
  const look = { class: `sample sample-${sign}`, viewBox: '0 0 24 14', 'aria-hidden': 'true' };
  return svg('svg', { ...look, focusable: 'false' }, shape);
}
