/** Where the parts of a drawn network lie, in units of which 15 are the height of the text. */

/**
 * The box of a neuron, narrow or wide, and the width of the drawing from which there is room for the
 * wide one. All boxes together take this share of the width at most.
 */
const BOX = { narrow: 70, wide: 92, share: 0.8, padding: 10, wideFrom: 440 };
/** Of what is written in a box, from line to line. */
export const LINE_HEIGHT = 18;
/** Above the boxes: what the layers are. */
const HEADING_HEIGHT = 38;
/** Between one box and the next below it. */
const GAP = { plain: 16, captioned: 62, captionedWide: 96 };
/** Below a box: two lines. */
const CAPTION_HEIGHT = 38;
/** Wider drawings do not put their layers further apart than this. */
const WIDEST_GAP = 230;
/** Of the way along a connection, where what is written on it stands. */
const LABEL_PLACE = 0.34;

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
 * @param {number} [options.lineCount] how many lines are written in a box
 * @param {boolean} [options.isCaptioned] whether something is written below the boxes, and on the
 *   connections
 * @returns {FlowLayout}
 */
export function layOutFlow({ layerSizes, width, lineCount = 2, isCaptioned = false }) {
  const isNarrow = width < BOX.wideFrom;
  const height = BOX.padding + LINE_HEIGHT * lineCount;
  const widest = (BOX.share * width) / layerSizes.length;
  const box = { width: Math.min(widest, isNarrow ? BOX.narrow : BOX.wide), height };
  const pitch = height + gapOf(isCaptioned, isNarrow);
  const room = pitch * (Math.max(...layerSizes) - 1) + height;
  const across = Math.min((width - box.width) / (layerSizes.length - 1), box.width + WIDEST_GAP);
  const left = (width - across * (layerSizes.length - 1)) / 2;
  const boxes = layerSizes.map((size, layer) => {
    const first = HEADING_HEIGHT + room / 2 - ((size - 1) / 2) * pitch;
    return Array.from({ length: size }, (_, i) => ({
      x: left + layer * across,
      y: first + i * pitch,
    }));
  });
  const lines = boxes
    .slice(1)
    .map((column, layer) =>
      column.flatMap((to) => boxes[layer].map((from) => connect(from, to, box.width / 2))),
    );
  const below = isCaptioned ? CAPTION_HEIGHT : 4;
  return { width, height: HEADING_HEIGHT + room + below, isNarrow, box, boxes, lines };
}

/**
 * @param {boolean} isCaptioned
 * @param {boolean} isNarrow
 */
function gapOf(isCaptioned, isNarrow) {
  if (!isCaptioned) return GAP.plain;
  return isNarrow ? GAP.captioned : GAP.captionedWide;
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
