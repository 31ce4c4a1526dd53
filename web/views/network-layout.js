/** Where the parts of the network diagram lie. */

/**
 * @typedef {object} Column one layer
 * @property {number} x
 * @property {number[]} y of its neurons, top to bottom
 * @property {number} radius of its neurons
 */

/**
 * @typedef {object} NetworkLayout in CSS pixels
 * @property {number} width
 * @property {number} height
 * @property {Column[]} columns from the inputs to the output
 * @property {number} gap between two columns
 * @property {number} legendY
 * @property {number} maximumLineWidth of the strongest weight
 */

export const HEADER_HEIGHT = 40;
const LEGEND_HEIGHT = 30;
const SIDE_MARGIN = { narrow: 22, wide: 44 };
const WIDE = 480;
const MAXIMUM_RADIUS = 15;
/** Neurons of small layers do not drift further apart than this. */
const MAXIMUM_SPACING = 64;
/** Of the space that a neuron has, the share that its radius takes. */
const RADIUS_SHARE = 0.36;

/**
 * @param {number[]} layerSizes from the inputs to the output
 * @param {number} width CSS pixels
 * @param {number} height CSS pixels
 * @returns {NetworkLayout}
 */
export function layOutNetwork(layerSizes, width, height) {
  const margin = width < WIDE ? SIDE_MARGIN.narrow : SIDE_MARGIN.wide;
  const gap = (width - 2 * margin) / (layerSizes.length - 1);
  const top = HEADER_HEIGHT;
  const room = Math.max(1, height - top - LEGEND_HEIGHT);
  const columns = layerSizes.map((size, layer) => {
    const spacing = Math.min(MAXIMUM_SPACING, room / size);
    const first = top + room / 2 - ((size - 1) / 2) * spacing;
    return {
      x: margin + layer * gap,
      y: Array.from({ length: size }, (_, index) => first + index * spacing),
      radius: Math.min(MAXIMUM_RADIUS, spacing * RADIUS_SHARE, gap * 0.3),
    };
  });
  const finest = Math.min(...columns.map((column) => column.radius));
  const maximumLineWidth = Math.max(2, Math.min(6, finest * 0.6, gap * 0.06));
  return { width, height, columns, gap, legendY: height - 12, maximumLineWidth };
}
