import { bar } from '../../views/bar.js';
import { h, setText } from '../../views/dom.js';

const DECIMALS = 2;

/**
 * Per layer, how much the simplified rule's direction has to do with the true gradient.
 *
 * @param {import('../../languages/en.js').Texts['inside']} texts
 * @param {import('../../views/formats.js').Formats} formats
 */
export function createCosineList(texts, formats) {
  const words = texts.gradients;
  const body = h('tbody');
  const element = h(
    'div',
    { class: 'cosines' },
    h(
      'table',
      { class: 'numbers' },
      h('caption', {}, words.cosines),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, words.cosineCorner),
          h('th', { scope: 'col' }, words.cosineColumn),
        ),
      ),
      body,
    ),
    h('p', { class: 'panel-note' }, words.cosineNote),
  );
  /** @param {number} cosine NaN where either direction is 0 */
  const formatCosine = (cosine) => (Number.isNaN(cosine) ? '–' : formats.fixed(cosine, DECIMALS));
  /** @type {{ number: HTMLElement, share: ReturnType<typeof bar> }[]} */
  let lines = [];

  /** @param {number} count */
  const build = (count) => {
    lines = Array.from({ length: count }, () => ({ number: h('span'), share: bar() }));
    body.replaceChildren(
      ...lines.map(({ number, share }, layer) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, texts.layer(layer + 1, count)),
          h('td', {}, h('span', { class: 'cosine' }, share.element, number)),
        ),
      ),
    );
  };

  return {
    element,

    /** @param {number[]} cosines from the first layer */
    update(cosines) {
      if (lines.length !== cosines.length) build(cosines.length);
      cosines.forEach((cosine, layer) => {
        setText(lines[layer].number, formatCosine(cosine));
        lines[layer].share.update(cosine);
      });
    },
  };
}
