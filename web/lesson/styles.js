import activations from './styles/activations.css?inline';
import architectures from './styles/architectures.css?inline';
import backpropagation from './styles/backpropagation.css?inline';
import boundaries from './styles/boundaries.css?inline';
import flow from './styles/flow.css?inline';
import layer from './styles/layer.css?inline';
import math from './styles/math.css?inline';
import network from './styles/network.css?inline';
import optimisers from './styles/optimisers.css?inline';
import sketch from './styles/sketch.css?inline';
import summary from './styles/summary.css?inline';
import training from './styles/training.css?inline';
import widget from './styles/widget.css?inline';

/** What all share first, then what is each one's own. */
const SHEETS = [
  math,
  widget,
  activations,
  architectures,
  backpropagation,
  boundaries,
  flow,
  layer,
  network,
  optimisers,
  sketch,
  summary,
  training,
];

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * What the widgets need besides the lab's own sheet.
 *
 * @returns {CSSStyleSheet}
 */
export function widgetStyleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEETS.join('\n'));
  }
  return sheet;
}
