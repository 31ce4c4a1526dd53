/** Inputs and neurons: a tile each with its map, a frame that says its bias. */

/** @typedef {import('../surface.js').Context} Context */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {'dead' | 'twin'} Mark that says the same for all training points, or what another says */
/** @typedef {{ x: number, y: number, size: number }} Tile its middle and its side, in CSS pixels */

const RADIUS = 3;
const HAIRLINE = 1.25;
/** Of smaller tiles, in CSS pixels, the frame is a share of the side. */
const PLAIN = 24;
/** Of a tile's side, how much wider the frame of the largest bias is. */
const BIAS_SHARE = 0.11;
/** Inputs that are not given are so much smaller than those that are. */
export const IDLE_SIZE = 0.8;
/** Smaller tiles have no room for a sign. */
const SMALLEST = 13;

/**
 * @param {Context} context
 * @param {Tile} tile
 * @param {number} bias
 * @param {number} largest magnitude of one, whose frame is as wide as can be
 * @param {Theme} theme
 */
export function paintBias(context, tile, bias, largest, theme) {
  const strength = Math.min(1, Math.abs(bias) / largest) || 0;
  const width = HAIRLINE * Math.min(1, tile.size / PLAIN) + strength * BIAS_SHARE * tile.size;
  const isPlain = strength === 0;
  context.strokeStyle = isPlain ? theme.axis : theme.weights[bias < 0 ? 'negative' : 'positive'];
  context.lineWidth = width;
  context.setLineDash(!isPlain && bias < 0 ? [2 + 1.4 * width, 1 + width] : []);
  strokeFrame(context, tile, -width / 2);
  context.setLineDash([]);
}

/**
 * @param {Context} context
 * @param {Tile} tile
 * @param {Theme} theme
 */
export function paintInputFrame(context, tile, theme) {
  context.strokeStyle = theme.text;
  context.lineWidth = HAIRLINE;
  strokeFrame(context, tile, 0);
}

/**
 * An input that the network is not given.
 *
 * @param {Context} context
 * @param {Tile} tile
 * @param {Theme} theme
 */
export function paintIdle(context, tile, theme) {
  context.strokeStyle = theme.axis;
  context.lineWidth = HAIRLINE;
  context.setLineDash([2, 3]);
  strokeFrame(context, tile, 0);
  context.setLineDash([]);
}

/**
 * Before there is a map.
 *
 * @param {Context} context
 * @param {Tile} tile
 * @param {Theme} theme
 */
export function paintEmpty(context, { x, y, size }, theme) {
  context.fillStyle = theme.surface;
  context.fillRect(x - size / 2, y - size / 2, size, size);
}

/**
 * A ring round what is pointed at.
 *
 * @param {Context} context
 * @param {Tile} tile
 * @param {{ color: string, width: number, isDashed?: boolean }} look
 */
export function paintRing(context, tile, { color, width, isDashed = false }) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(isDashed ? [2 + 1.4 * width, 1 + width] : []);
  strokeFrame(context, tile, 1 + width / 2);
  context.setLineDash([]);
}

/**
 * @param {Context} context
 * @param {Tile} tile
 * @param {number} by CSS pixels that it lies outside of the tile
 */
function strokeFrame(context, { x, y, size }, by) {
  const half = size / 2 + by;
  context.beginPath();
  context.roundRect(x - half, y - half, 2 * half, 2 * half, Math.min(RADIUS, half));
  context.stroke();
}

/**
 * A sign in the tile's corner: a crossed circle for what is dead, an equals sign for a twin.
 *
 * @param {Context} context
 * @param {Tile} tile
 * @param {Mark} mark
 * @param {Theme} theme
 */
export function paintMark(context, { x, y, size }, mark, theme) {
  const radius = size < SMALLEST ? 1.5 : Math.min(7, size * 0.2);
  const [left, top] = [x + size / 2 - radius, y - size / 2 + radius];
  context.beginPath();
  context.arc(left, top, radius + 1, 0, 2 * Math.PI);
  context.fillStyle = theme.tooltip.background;
  context.fill();
  context.strokeStyle = theme.text;
  context.lineWidth = 1.25;
  context.stroke();
  if (size < SMALLEST) return;
  const reach = 0.6 * radius;
  context.beginPath();
  if (mark === 'dead') {
    context.moveTo(left - reach, top + reach);
    context.lineTo(left + reach, top - reach);
  } else {
    for (const offset of [-0.35 * radius, 0.35 * radius]) {
      context.moveTo(left - reach, top + offset);
      context.lineTo(left + reach, top + offset);
    }
  }
  context.stroke();
}
