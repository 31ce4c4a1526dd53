/** The network's weights as lines: which are drawn, how they run, where one is met. */

/** @typedef {import('../../state/parameters.js').LayerParameters} LayerParameters */
/** @typedef {import('../surface.js').Context} Context */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {[x0: number, y0: number, x1: number, y1: number]} Ends of a line */
/** @typedef {{ kind: 'neuron', layer: number, neuron: number }} NeuronHit layer 0 is the inputs */

/** Lines are drawn in this many classes of thickness, so that a class has one style. */
const THICKNESSES = 12;
const MINIMUM_LINE_WIDTH = 0.6;
/** Levels that the histogram of {@link strongestWeights} tells apart. */
const HISTOGRAM_LEVELS = 512;
/** How far from a line the pointer still means it, in CSS pixels. */
const REACH = 6;
/** Of Newton's method for where on a curve an x lies: it is within a thousandth then. */
const ITERATIONS = 4;

/**
 * @param {ArrayLike<number>} values
 * @returns {number} the greatest finite magnitude, 0 if there is none
 */
export function largestMagnitude(values) {
  let largest = 0;
  for (let index = 0; index < values.length; index += 1) {
    const magnitude = Math.abs(values[index]);
    if (magnitude > largest && magnitude < Infinity) largest = magnitude;
  }
  return largest;
}

/**
 * Finds the weights of greatest magnitude without sorting them: counts magnitudes by level, and takes
 * whole levels from the top.
 *
 * @param {Float64Array} weights
 * @param {number} limit
 * @returns {Uint32Array} ascending indices: all weights if they fit the limit, otherwise as many of
 *   the strongest
 */
export function strongestWeights(weights, limit) {
  if (weights.length <= limit) return Uint32Array.from(weights, (_, index) => index);
  const perLevel = (HISTOGRAM_LEVELS - 1) / (largestMagnitude(weights) || 1);
  const levels = new Uint16Array(weights.length);
  const counts = new Uint32Array(HISTOGRAM_LEVELS);
  for (let index = 0; index < weights.length; index += 1) {
    levels[index] = Math.min(HISTOGRAM_LEVELS - 1, Math.abs(weights[index]) * perLevel);
    counts[levels[index]] += 1;
  }
  let threshold = HISTOGRAM_LEVELS - 1;
  let above = 0;
  while (above + counts[threshold] <= limit) {
    above += counts[threshold];
    threshold -= 1;
  }
  // The level at the threshold does not fit as a whole: its first weights fill up.
  const chosen = new Uint32Array(limit);
  let free = limit - above;
  for (let index = 0, count = 0; count < limit; index += 1) {
    if (levels[index] < threshold || (levels[index] === threshold && free === 0)) continue;
    if (levels[index] === threshold) free -= 1;
    chosen[count] = index;
    count += 1;
  }
  return chosen;
}

/**
 * Shares a number of lines among the layers: small layers get all that they need, and leave the rest
 * to the large ones.
 *
 * @param {number[]} sizes weights of each layer
 * @param {number} budget lines in all
 * @returns {number[]} lines of each layer
 */
export function shareLines(sizes, budget) {
  const shares = sizes.map(() => 0);
  const ascending = sizes.map((_, layer) => layer).sort((a, b) => sizes[a] - sizes[b]);
  let left = budget;
  ascending.forEach((layer, done) => {
    shares[layer] = Math.min(sizes[layer], Math.floor(left / (sizes.length - done)));
    left -= shares[layer];
  });
  return shares;
}

/**
 * Where the line of a weight runs: from the edge of the one neuron's tile to that of the other.
 *
 * @param {NetworkLayout} layout
 * @param {number} layer that the weight belongs to, ≥ 1
 * @param {number} from index in the layer before
 * @param {number} to index in the layer
 * @returns {Ends}
 */
export function endsOf({ columns }, layer, from, to) {
  const [before, after] = [columns[layer - 1], columns[layer]];
  const [start, end] = [before.cells[from], after.cells[to]];
  return [start.x + before.size / 2, start.y, end.x - after.size / 2, end.y];
}

/**
 * @param {Context} context to whose path it is added: it leaves and arrives level
 * @param {Ends} ends
 */
export function followCurve(context, [x0, y0, x1, y1]) {
  const middle = (x0 + x1) / 2;
  context.moveTo(x0, y0);
  context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
}

/**
 * @param {Ends} ends
 * @param {number} x
 * @param {number} y
 * @returns {number} how far from the curve that is, to first order; infinite beside its ends
 */
export function distanceTo([x0, y0, x1, y1], x, y) {
  const s = (x - x0) / (x1 - x0);
  if (!(s >= 0 && s <= 1)) return Infinity;
  // x runs as 1.5 t - 1.5 t² + t³ of the way, y as 3 t² - 2 t³.
  let t = s;
  for (let i = 0; i < ITERATIONS; i += 1) {
    t -= (((t - 1.5) * t + 1.5) * t - s) / ((3 * t - 3) * t + 1.5);
  }
  const along = ((3 * t - 3) * t + 1.5) * (x1 - x0);
  const rise = 6 * t * (1 - t) * (y1 - y0);
  const offset = Math.abs(y0 + (3 - 2 * t) * t * t * (y1 - y0) - y);
  return (offset * along) / Math.hypot(along, rise);
}

/**
 * @typedef {object} EdgeHit
 * @property {'edge'} kind
 * @property {number} layer that the weight belongs to, ≥ 1
 * @property {number} from index in the layer before
 * @property {number} neuron index in the layer
 */

/**
 * @param {NetworkLayout} layout
 * @param {LayerParameters[]} layers
 * @param {Uint32Array[]} drawn per layer, indices of the weights that can be met
 * @param {number} x
 * @param {number} y
 * @returns {EdgeHit | null} the nearest weight within reach
 */
export function hitEdge(layout, layers, drawn, x, y) {
  let best = REACH;
  /** @type {EdgeHit | null} */
  let hit = null;
  layers.forEach(({ inputs }, index) => {
    for (const weight of drawn[index]) {
      const [from, neuron] = [weight % inputs, Math.floor(weight / inputs)];
      const distance = distanceTo(endsOf(layout, index + 1, from, neuron), x, y);
      if (distance >= best) continue;
      best = distance;
      hit = { kind: 'edge', layer: index + 1, from, neuron };
    }
  });
  return hit;
}

/**
 * @typedef {object} Stroke
 * @property {number} thickness 0 … THICKNESSES
 * @property {boolean} isNegative
 * @property {number} opacity 0 … 1
 * @property {Ends} ends
 */

/**
 * Thickness is relative to the largest weight of the whole network, but to 1 at least: so layers can
 * be compared, and weights can be seen to grow from a small start.
 *
 * @param {NetworkLayout} layout
 * @param {LayerParameters[]} layers
 * @param {Uint32Array[]} lines per layer, indices of weights
 * @param {{ largest: number, opacity: number }} look largest weight
 * @returns {Stroke[]} thin ones first
 */
export function strokesOf(layout, layers, lines, { largest, opacity }) {
  const scale = THICKNESSES / Math.max(1, largest);
  /** @type {Stroke[]} */
  const strokes = [];
  layers.forEach(({ inputs, weights }, layer) => {
    for (const index of lines[layer]) {
      const weight = weights[index];
      const thickness = Math.min(THICKNESSES, Math.ceil(Math.abs(weight) * scale));
      if (Number.isNaN(thickness)) continue;
      const ends = endsOf(layout, layer + 1, index % inputs, Math.floor(index / inputs));
      strokes.push({ thickness, isNegative: weight < 0, opacity, ends });
    }
  });
  return strokes.sort(
    (a, b) => a.thickness - b.thickness || Number(a.isNegative) - Number(b.isNegative),
  );
}

/**
 * @param {Context} context
 * @param {Stroke[]} strokes
 * @param {{ theme: Theme, maximumLineWidth: number }} look
 */
export function paintStrokes(context, strokes, { theme, maximumLineWidth }) {
  const span = maximumLineWidth - MINIMUM_LINE_WIDTH;
  /** @type {Stroke | undefined} */
  let before;
  for (const stroke of strokes) {
    if (!hasSameStyle(stroke, before)) {
      const { isNegative, opacity } = stroke;
      const share = stroke.thickness / THICKNESSES;
      const width = MINIMUM_LINE_WIDTH + span * share;
      context.lineWidth = width;
      context.strokeStyle = isNegative ? theme.weights.negative : theme.weights.positive;
      context.globalAlpha = opacity * (0.35 + 0.65 * share);
      context.setLineDash(isNegative ? [3 + 1.6 * width, 2 + 1.2 * width] : []);
    }
    before = stroke;
    // Each by itself: together they would be one path that crosses itself over and over, which takes
    // twice as long to fill.
    context.beginPath();
    followCurve(context, stroke.ends);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/**
 * @param {Stroke} stroke
 * @param {Stroke | undefined} other
 */
function hasSameStyle({ thickness, isNegative, opacity }, other) {
  return (
    thickness === other?.thickness && isNegative === other.isNegative && opacity === other.opacity
  );
}
