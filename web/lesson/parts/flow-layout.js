/** Where the parts of a drawn network lie, in units of which 15 are the height of the text. */

/** The box of a neuron, and the width of the drawing from which there is room for the wide one. */
const BOX = { narrow: 68, wide: 92, height: 46, wideFrom: 460 };
/** Above the boxes: what the layers are. */
const HEADING_HEIGHT = 38;
/** Between one box and the next below it. */
const GAP = { plain: 16, captioned: 34 };
/** Wider drawings do not put their layers further apart than this. */
const WIDEST_GAP = 230;
/** Of the way along a connection, where what is written on it stands. */
const LABEL_PLACE = 0.32;

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ from: Point, to: Point, label: Point }} Line */

/**
 * @typedef {object} FlowLayout
 * @property {number} width
 * @property {number} height
 * @property {boolean} isNarrow
 * @property {{ width: number, height: number }} box of every neuron
 * @property {Point[][]} boxes by layer, from the inputs; the centres
 * @property {Line[][]} lines by layer after the inputs, as its weights lie: row by row (n_out, n_in)
 */

/**
 * @param {object} options
 * @param {number[]} options.layerSizes from the inputs to the outputs
 * @param {number} options.width that there is
 * @param {boolean} [options.isCaptioned] whether something is written below the boxes
 * @returns {FlowLayout}
 */
export function layOutFlow({ layerSizes, width, isCaptioned = false }) {
  const isNarrow = width < BOX.wideFrom;
  const box = { width: isNarrow ? BOX.narrow : BOX.wide, height: BOX.height };
  const pitch = BOX.height + (isCaptioned ? GAP.captioned : GAP.plain);
  const room = pitch * Math.max(...layerSizes);
  const across = Math.min((width - box.width) / (layerSizes.length - 1), box.width + WIDEST_GAP);
  const left = (width - across * (layerSizes.length - 1)) / 2;
  const boxes = layerSizes.map((size, layer) => {
    const first = HEADING_HEIGHT + room / 2 - ((size - 1) / 2) * pitch;
    const middle = first - (pitch - BOX.height) / 2 + GAP.plain / 2;
    return Array.from({ length: size }, (_, i) => ({
      x: left + layer * across,
      y: middle + i * pitch,
    }));
  });
  const lines = boxes
    .slice(1)
    .map((column, layer) =>
      column.flatMap((to) => boxes[layer].map((from) => connect(from, to, box.width / 2))),
    );
  return { width, height: HEADING_HEIGHT + room, isNarrow, box, boxes, lines };
}

/**
 * @param {Point} source
 * @param {Point} target
 * @param {number} half of a box's width
 * @returns {Line} from the right side of one box to the left side of the other
 */
function connect(source, target, half) {
  const from = { x: source.x + half, y: source.y };
  const to = { x: target.x - half, y: target.y };
  const along = (/** @type {'x' | 'y'} */ axis) =>
    from[axis] + LABEL_PLACE * (to[axis] - from[axis]);
  return { from, to, label: { x: along('x'), y: along('y') } };
}
