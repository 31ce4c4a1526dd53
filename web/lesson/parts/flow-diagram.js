import { svg, setText } from '../../views/dom.js';
import { DIRECTIONS } from '../../views/input.js';
import { LINE_HEIGHT, layOutFlow } from './flow-layout.js';

/** The size of the text for which the drawing's units are made, in CSS pixels. */
const BASE_FONT_SIZE = 15;
/** Weights are drawn in so many units of thickness. */
const THICKNESS = { least: 0.8, most: 4.5 };

/**
 * @typedef {object} FlowBox what one neuron shows
 * @property {string} name in words, for those who do not see it
 * @property {{ letter: string, text: string }[]} lines as many as
 *   the drawing has lines, or fewer; no text: not yet known
 * @property {string[]} [captions] below the box, one or two lines
 * @property {'waiting' | 'current' | 'known'} state
 * @property {boolean} [isSilent] it gives 0, whatever comes
 *
 * @typedef {object} FlowLine what one connection shows
 * @property {number} weight
 * @property {string[]} [labels] what is written on it, one or two lines
 *
 * @typedef {object} FlowScene
 * @property {FlowBox[][]} boxes by layer, from the inputs
 * @property {FlowLine[][]} lines by layer after the inputs, as its weights lie
 * @property {{ layer: number, direction: 'forward' | 'backward' } | null} flow where numbers move now:
 *   through the connections into this layer, or back through them
 * @property {{ layer: number, index: number } | null} picked the neuron that is looked at
 */

/**
 * A small network in which one can watch numbers move: a box a neuron, a line a weight. Its neurons
 * can be picked, with the pointer or the arrow keys.
 */
export class FlowDiagram {
  #layerSizes;
  #headings;
  #isCaptioned;
  #lineCount;
  #onPick;
  /** @type {{ element: SVGGElement, rect: SVGRectElement, lines: SVGTextElement[], captions: SVGTextElement[] }[][]} */
  #boxes;
  /** @type {{ element: SVGGElement, path: SVGPathElement, pulse: SVGPathElement, labels: SVGTextElement[] }[][]} */
  #lines;
  /** @type {{ layer: number, index: number } | null} */
  #picked = null;

  /**
   * @param {object} options
   * @param {string} options.name of the drawing
   * @param {number[]} options.layerSizes from the inputs to the outputs
   * @param {[string, string][]} options.headings above the layers, two lines each
   * @param {number} [options.lineCount] how many lines are written in a box
   * @param {boolean} [options.isCaptioned] whether there are captions below the boxes, and labels on
   *   the connections
   * @param {(layer: number, index: number) => void} [options.onPick] without it nothing can be picked
   */
  constructor({ name, layerSizes, headings, lineCount = 2, isCaptioned = false, onPick }) {
    this.#layerSizes = layerSizes;
    this.#isCaptioned = isCaptioned;
    this.#lineCount = lineCount;
    this.#onPick = onPick;
    this.#headings = headings.map((lines) =>
      svg('text', { class: 'flow-heading' }, ...lines.map(() => svg('tspan'))),
    );
    this.setHeadings(headings);
    this.#boxes = layerSizes.map((size, layer) =>
      Array.from({ length: size }, (_, index) => this.#createBox(layer, index)),
    );
    this.#lines = layerSizes
      .slice(1)
      .map((size, layer) => Array.from({ length: size * layerSizes[layer] }, createLine));
    const lines = this.#lines.flat();
    this.element = svg(
      'svg',
      { class: 'flow', role: onPick ? 'radiogroup' : 'group', 'aria-label': name },
      ...this.#headings,
      ...lines.map(({ element }) => element),
      // Above all lines, so that none runs through what is written.
      ...lines.flatMap(({ labels }) => labels),
      ...this.#boxes.flat().map(({ element }) => element),
    );
    // In the next frame: its height follows from its width, and would be told of within this one.
    new ResizeObserver(() => requestAnimationFrame(() => this.#layOut())).observe(this.element);
  }

  /** @param {import('../../views/palette.js').Theme} theme */
  setTheme({ weights }) {
    this.element.style.setProperty('--positive', weights.positive);
    this.element.style.setProperty('--negative', weights.negative);
  }

  /** @param {[string, string][]} headings above the layers, two lines each */
  setHeadings(headings) {
    headings.forEach((lines, layer) =>
      lines.forEach((line, i) => setText(this.#headings[layer].children[i], line)),
    );
  }

  /** @param {FlowScene} scene */
  show({ boxes, lines, flow, picked }) {
    this.#picked = picked;
    boxes.forEach((column, layer) =>
      column.forEach((box, index) => this.#showBox(layer, index, box)),
    );
    const largest = Math.max(...lines.flat().map(({ weight }) => Math.abs(weight)));
    lines.forEach((column, layer) => {
      const direction = flow?.layer === layer + 1 ? flow.direction : 'none';
      column.forEach((line, i) => showLine(this.#lines[layer][i], line, largest, direction));
    });
  }

  /**
   * @param {number} layer
   * @param {number} index
   */
  #createBox(layer, index) {
    const isPickable = this.#onPick !== undefined && layer > 0;
    const lines = Array.from({ length: this.#lineCount }, () =>
      svg('text', { class: 'flow-value' }, svg('tspan'), svg('tspan')),
    );
    const captions = ['flow-label', 'flow-label flow-slope'].map((kind) =>
      svg('text', { class: kind }),
    );
    const rect = svg('rect', { rx: layer === 0 ? 4 : 14 });
    const element = svg(
      'g',
      { class: 'flow-box', role: isPickable ? 'radio' : 'img' },
      rect,
      ...lines,
      ...captions,
    );
    if (isPickable) {
      element.addEventListener('click', () => this.#onPick?.(layer, index));
      element.addEventListener('keydown', (event) => this.#onKey(event, layer, index));
    }
    return { element, rect, lines, captions };
  }

  /**
   * @param {number} layer
   * @param {number} index
   * @param {FlowBox} box
   */
  #showBox(layer, index, { name, lines, captions = [], state, isSilent = false }) {
    const { element, lines: texts, captions: below } = this.#boxes[layer][index];
    const known = lines.filter(({ text }) => text !== '');
    element.dataset.state = state;
    element.toggleAttribute('data-silent', isSilent);
    element.setAttribute(
      'aria-label',
      [name, ...known.map(({ letter, text }) => `${letter} ${text}`), ...captions]
        .filter(Boolean)
        .join(', '),
    );
    texts.forEach((text, i) => {
      const { letter, text: number } = known[i] ?? { letter: '', text: '' };
      const [first, second] = text.children;
      setText(first, letter && `${letter} `);
      setText(second, number);
      text.setAttribute('y', String((i - (Math.max(1, known.length) - 1) / 2) * LINE_HEIGHT));
    });
    below.forEach((text, i) => setText(text, captions[i] ?? ''));
    if (!this.#onPick || layer === 0) return;
    const isPicked = this.#picked?.layer === layer && this.#picked.index === index;
    const isEntrance = this.#picked ? isPicked : layer === 1 && index === 0;
    element.setAttribute('aria-checked', String(isPicked));
    element.setAttribute('tabindex', isEntrance ? '0' : '-1');
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} layer
   * @param {number} index
   */
  #onKey(event, layer, index) {
    const to = neighbour(event.key, layer, index, this.#layerSizes);
    if (!to) return;
    event.preventDefault();
    this.#onPick?.(to.layer, to.index);
    this.#boxes[to.layer][to.index].element.focus();
  }

  #layOut() {
    const { clientWidth } = this.element;
    if (clientWidth === 0) return;
    const scale = parseFloat(getComputedStyle(this.element).fontSize) / BASE_FONT_SIZE;
    const { width, height, isNarrow, box, boxes, lines } = layOutFlow({
      layerSizes: this.#layerSizes,
      width: clientWidth / scale,
      lineCount: this.#lineCount,
      isCaptioned: this.#isCaptioned,
    });
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.element.toggleAttribute('data-narrow', isNarrow);
    boxes.forEach((column, layer) => {
      column.forEach((middle, i) => placeBox(this.#boxes[layer][i], middle, box));
      [...this.#headings[layer].children].forEach((line, i) => {
        line.setAttribute('x', String(column[0].x));
        line.setAttribute('y', String(8 + 16 * i));
      });
    });
    lines.forEach((column, layer) =>
      column.forEach((line, i) => placeLine(this.#lines[layer][i], line)),
    );
  }
}

/**
 * @param {{ element: SVGGElement, rect: SVGRectElement, captions: SVGTextElement[] }} parts
 * @param {import('./flow-layout.js').Point} middle
 * @param {{ width: number, height: number }} size
 */
function placeBox({ element, rect, captions }, { x, y }, { width, height }) {
  element.setAttribute('transform', `translate(${x} ${y})`);
  rect.setAttribute('x', String(-width / 2));
  rect.setAttribute('y', String(-height / 2));
  rect.setAttribute('width', String(width));
  rect.setAttribute('height', String(height));
  captions.forEach((text, i) => text.setAttribute('y', String(height / 2 + 11 + 15 * i)));
}

function createLine() {
  const path = svg('path', { class: 'flow-weight' });
  const pulse = svg('path', { class: 'flow-pulse' });
  const labels = ['flow-label', 'flow-label flow-slope'].map((name) =>
    svg('text', { class: name }),
  );
  return { element: svg('g', { 'aria-hidden': 'true' }, path, pulse), path, pulse, labels };
}

/**
 * @param {ReturnType<typeof createLine>} parts
 * @param {import('./flow-layout.js').Line} line
 */
function placeLine({ path, pulse, labels }, { from, to, label }) {
  const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
  path.setAttribute('d', d);
  pulse.setAttribute('d', d);
  labels.forEach((text, i) => {
    text.setAttribute('x', String(label.x));
    text.setAttribute('y', String(label.y + (i === 0 ? -7 : 8)));
  });
}

/**
 * @param {ReturnType<typeof createLine>} parts
 * @param {FlowLine} line
 * @param {number} largest the greatest magnitude of a weight
 * @param {'forward' | 'backward' | 'none'} direction
 */
function showLine({ path, pulse, labels }, { weight, labels: texts = [] }, largest, direction) {
  const share = largest > 0 ? Math.abs(weight) / largest : 0;
  const width = THICKNESS.least + (THICKNESS.most - THICKNESS.least) * share;
  path.setAttribute('stroke-width', width.toFixed(2));
  path.dataset.sign = weight < 0 ? 'negative' : 'positive';
  path.dataset.flow = direction;
  pulse.dataset.flow = direction;
  labels.forEach((label, i) => setText(label, texts[i] ?? ''));
}

/**
 * @param {string} key
 * @param {number} layer ≥ 1
 * @param {number} index
 * @param {number[]} layerSizes
 * @returns {{ layer: number, index: number } | null}
 */
function neighbour(key, layer, index, layerSizes) {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [right, down] = direction;
  const to = Math.max(1, Math.min(layerSizes.length - 1, layer + right));
  return { layer: to, index: Math.max(0, Math.min(layerSizes[to] - 1, index + down)) };
}
