/** Where the parts of the network's picture lie. */

/**
 * @typedef {{ x: number, y: number }} Spot in CSS pixels
 *
 * @typedef {object} Column one layer
 * @property {number} x of its middle
 * @property {number} left where its tiles begin
 * @property {number} right where they end
 * @property {number} size a tile's side
 * @property {number} pitch from the middle of one to that of the next
 * @property {Spot[]} cells the middles of its neurons' tiles, from top to bottom; a large layer has
 *   several beside each other
 * @property {number} across how many it has beside each other
 *
 * @typedef {object} NetworkLayout in CSS pixels
 * @property {number} width
 * @property {number} height
 * @property {Column[]} columns from the inputs to the output
 * @property {Spot[]} idle the middles of the inputs that are not given, whose tiles are as large as the
 *   others
 * @property {number} gap between the middles of two columns
 * @property {number} maximumLineWidth of the strongest weight
 * @property {boolean} hasNames whether there is room for those of the outputs
 */

const MAXIMUM_SIZE = 72;
const PADDING = { x: 6, y: 4 };
/** Of the height that a tile has, what it takes; the rest is between them. */
const FILLED = 0.88;
/** Of a column's share of the width, what the tiles of a layer take at most: lines need the rest. */
const TAKEN = { one: 0.5, several: 0.68 };
/** A layer stands in more columns only where its tiles are smaller than this, and so much larger then. */
const COMFORTABLE = 26;
const WORTH = 1.2;
const MOST_ACROSS = 8;
/** Before the inputs, for what they are called. */
const NAME_WIDTH = 44;

/**
 * @param {object} network
 * @param {readonly number[]} network.layerSizes from the inputs to the output
 * @param {readonly boolean[]} [network.offered] the inputs that there can be, whether each is given; unless
 *   told, those that are
 * @param {object} room
 * @param {number} room.width CSS pixels
 * @param {number} room.height CSS pixels
 * @param {number} [room.names] CSS pixels that the names of the outputs take, beside them
 * @returns {NetworkLayout}
 */
export function layOutNetwork({ layerSizes, offered }, { width, height, names = 0 }) {
  const given = offered ?? new Array(layerSizes[0]).fill(true);
  const start = PADDING.x + NAME_WIDTH;
  const [first, ...sizes] = [given.length, ...layerSizes.slice(1)];
  // Half a column's tiles lie before the first middle, and after the last.
  const share = (width - start - PADDING.x - names) / layerSizes.length;
  const room = { share, height: height - 2 * PADDING.y };
  const blocks = [first, ...sizes].map((count, layer) =>
    arrange(count, room, layer === 0 ? 1 : MOST_ACROSS),
  );
  const lastHalf = blockWidth(blocks[blocks.length - 1]) / 2;
  const firstHalf = blockWidth(blocks[0]) / 2;
  const from = start + firstHalf;
  const to = width - PADDING.x - names - lastHalf;
  const gap = (to - from) / (blocks.length - 1);
  const columns = blocks.map((block, layer) => columnOf(block, from + layer * gap, height));
  const inputs = columns[0].cells;
  columns[0].cells = inputs.filter((_, index) => given[index]);
  const finest = Math.min(...columns.map(({ size }) => size));
  return {
    width,
    height,
    columns,
    idle: inputs.filter((_, index) => !given[index]),
    gap,
    hasNames: names > 0,
    maximumLineWidth: Math.max(2, Math.min(7, finest * 0.2, gap * 0.06)),
  };
}

/** @typedef {{ count: number, across: number, size: number, pitch: number }} Block */

/**
 * @param {number} count of tiles
 * @param {{ share: number, height: number }} room of a layer
 * @param {number} most beside each other
 * @returns {Block} as large as they can be
 */
function arrange(count, { share, height }, most) {
  /** @type {Block | null} */
  let best = null;
  for (let across = 1; across <= Math.min(most, count); across += 1) {
    if (best && best.size >= COMFORTABLE) break;
    const rows = Math.ceil(count / across);
    const taken = share * (across === 1 ? TAKEN.one : TAKEN.several);
    const pitch = Math.min(height / rows, taken / across / FILLED, MAXIMUM_SIZE / FILLED);
    const size = Math.max(1, pitch * FILLED);
    if (!best || size > best.size * WORTH) best = { count, across, size, pitch };
  }
  return /** @type {Block} */ (best);
}

/** @param {Block} block */
const blockWidth = ({ across, size, pitch }) => (across - 1) * pitch + size;

/**
 * @param {Block} block
 * @param {number} x of its middle
 * @param {number} height of the picture
 * @returns {Column}
 */
function columnOf(block, x, height) {
  const { count, across, size, pitch } = block;
  const rows = Math.ceil(count / across);
  const half = blockWidth(block) / 2;
  const top = height / 2 - ((rows - 1) / 2) * pitch;
  const cells = Array.from({ length: count }, (_, index) => ({
    x: x - half + size / 2 + (index % across) * pitch,
    y: top + Math.floor(index / across) * pitch,
  }));
  return { x, left: x - half, right: x + half, size, pitch, cells, across };
}

/**
 * @param {NetworkLayout} layout
 * @param {{ layer: number, neuron: number }} from
 * @param {[number, number]} step across and down, of an arrow key
 * @returns {{ layer: number, neuron: number } | null} the neuron there: within the layer, or else the
 *   nearest of the layer beside it; null where there is none
 */
export function neighbourOf({ columns }, { layer, neuron }, [across, down]) {
  const { cells, across: wide } = columns[layer];
  const { y } = cells[neuron];
  const place = neuron % wide;
  if (down !== 0) {
    const next = neuron + down * wide;
    return next >= 0 && next < cells.length ? { layer, neuron: next } : null;
  }
  if (place + across >= 0 && place + across < wide && neuron + across < cells.length) {
    return { layer, neuron: neuron + across };
  }
  const beside = columns[layer + across];
  if (!beside) return null;
  const side = across > 0 ? 0 : beside.across - 1;
  const distance = (/** @type {number} */ index) =>
    Math.abs(beside.cells[index].y - y) + (index % beside.across === side ? 0 : beside.size);
  const nearest = beside.cells.reduce(
    (best, _, index) => (distance(index) < distance(best) ? index : best),
    0,
  );
  return { layer: layer + across, neuron: nearest };
}
