import { scrollRegion } from '../../views/text/scroll-region.js';
import { bar } from '../../views/text/bar.js';
import { tableHead, tableRow } from '../../views/text/table.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { powerOfTen } from '../../views/text/formats.js';

/** @typedef {import('../../state/inspection.js').Row} Row */
/** @typedef {import('../../state/parameters.js').Place} Place */

/**
 * What the parameters of a network are told by.
 *
 * @typedef {object} Named
 * @property {readonly number[]} layerSizes from the inputs to the output
 * @property {readonly string[]} inputs what they are called
 * @property {(label: number) => string | number} nameOf a class
 */

const VALUE_DIGITS = 4;
const ERROR_DIGITS = 2;
const COSINE_DIGITS = 2;
/** From this relative error on, a row stands out. */
const LARGE_ERROR = 1e-3;

/**
 * Every parameter's gradients, layer by layer. Rows are made once for a network's shape, and their
 * cells written again and again.
 *
 * @param {import('../../languages/en.js').Texts['inside']} texts
 * @param {import('../../views/text/formats.js').Formats} formats
 */
export function createGradientTable(texts, { scientific }) {
  const words = texts.gradients;
  const table = h('table', { class: 'numbers gradient-table' });
  const caption = h('caption');
  let shape = '';
  let columns = words.columns;
  /** @type {{ row: HTMLElement, cells: HTMLElement[] }[]} */
  let lines = [];

  /**
   * @param {Row[]} rows
   * @param {Named} network
   */
  const build = (rows, network) => {
    const layerCount = network.layerSizes.length - 1;
    lines = [];
    const bodies = Array.from({ length: layerCount }, (_, layer) => {
      const own = rows
        .filter((row) => row.layer === layer)
        .map((place) => createLine(parameterName(place, network, texts)));
      lines.push(...own);
      const heading = texts.layer(layer + 1, layerCount);
      return h(
        'tbody',
        {},
        h('tr', {}, h('th', { scope: 'rowgroup', colspan: columns.length + 1 }, heading)),
        ...own.map(({ row }) => row),
      );
    });
    table.replaceChildren(caption, tableHead(words.corner, ...columns), ...bodies);
  };

  /** @param {string} name */
  const createLine = (name) => {
    const cells = columns.map(() => h('td'));
    return { row: tableRow([name], ...cells), cells };
  };

  return {
    element: scrollRegion(words.region, table),

    /**
     * @param {import('../../state/inspection.js').GradientReport} report
     * @param {Named} network
     */
    update({ rows, epsilon, cosines }, network) {
      const { layerSizes, inputs, nameOf } = network;
      setText(caption, words.caption(powerOfTen(Math.round(Math.log10(epsilon)))));
      const classes = Array.from({ length: layerSizes[layerSizes.length - 1] }, (_, k) =>
        nameOf(k),
      );
      const wanted = [...layerSizes, ...inputs, ...classes].join();
      // The simplified rule is for one output: where there are several, it has no column.
      columns = cosines.length > 0 ? words.columns : words.columns.slice(0, -1);
      if (shape !== wanted) build(rows, network);
      shape = wanted;
      rows.forEach(({ analytic, numerical, relativeError, simplified }, i) => {
        const { row, cells } = lines[i];
        const values = [analytic, numerical, simplified ?? NaN];
        const [a, n, s] = values.map((value) => scientific(value, VALUE_DIGITS));
        const texted = [a, n, scientific(relativeError, ERROR_DIGITS), s];
        cells.forEach((cell, column) => setText(cell, texted[column]));
        row.toggleAttribute('data-large', relativeError >= LARGE_ERROR);
      });
    },
  };
}

/**
 * @param {Place} place
 * @param {Named} network
 * @param {import('../../languages/en.js').Texts['inside']} texts
 * @returns {string} such as "neuron 3 ← x₁"
 */
export function parameterName(
  { layer, neuron, input },
  { layerSizes, inputs, nameOf },
  { gradients: words },
) {
  const last = layerSizes.length - 1;
  const isOfClass = layer === last - 1 && layerSizes[last] > 1;
  const target = isOfClass ? words.class(nameOf(neuron)) : words.neuron(neuron + 1);
  if (input === null) return words.bias(target);
  return words.weight(target, layer === 0 ? inputs[input] : words.neuron(input + 1));
}

/**
 * Per layer, how much the simplified rule's direction has to do with the true gradient.
 *
 * @param {import('../../languages/en.js').Texts['inside']} texts
 * @param {import('../../views/text/formats.js').Formats} formats
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
      tableHead(words.cosineCorner, words.cosineColumn),
      body,
    ),
    h('p', { class: 'panel-note' }, words.cosineNote),
  );
  /** @param {number} cosine NaN where either direction is 0 */
  const formatCosine = (cosine) =>
    Number.isNaN(cosine) ? '–' : formats.fixed(cosine, COSINE_DIGITS);
  /** @type {{ number: HTMLElement, share: ReturnType<typeof bar> }[]} */
  let lines = [];

  /** @param {number} count */
  const build = (count) => {
    lines = Array.from({ length: count }, () => ({ number: h('span'), share: bar() }));
    body.replaceChildren(
      ...lines.map(({ number, share }, layer) =>
        tableRow(
          [texts.layer(layer + 1, count)],
          h('td', {}, h('span', { class: 'cosine' }, share.element, number)),
        ),
      ),
    );
  };

  return {
    element,

    /** @param {number[]} cosines from the first layer; none where the rule is not for the outputs */
    update(cosines) {
      setHidden(element, cosines.length === 0);
      if (lines.length !== cosines.length) build(cosines.length);
      cosines.forEach((cosine, layer) => {
        setText(lines[layer].number, formatCosine(cosine));
        lines[layer].share.update(cosine);
      });
    },
  };
}
