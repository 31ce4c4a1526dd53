import activations from './styles/activations.css?inline';
import architectures from './styles/architectures.css?inline';
import backpropagation from './styles/backpropagation.css?inline';
import flow from './styles/flow.css?inline';
import layer from './styles/layer.css?inline';
import math from './styles/math.css?inline';
import network from './styles/network.css?inline';
import optimisers from './styles/optimisers.css?inline';
import summary from './styles/summary.css?inline';
import training from './styles/training.css?inline';
import widget from './styles/widget.css?inline';

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
    sheet.replaceSync(
      [
        math,
        widget,
        activations,
        architectures,
        backpropagation,
        flow,
        layer,
        network,
        optimisers,
        summary,
        training,
      ].join('\n'),
    );
  }
  return sheet;
}
