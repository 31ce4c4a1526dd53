/**
 * How four things compared are told apart without their colour: each has a dash for its line and a
 * shape for its mark.
 */

/** @typedef {import('./surface.js').Context} Context */
/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {0 | 1 | 2 | 3} Kind index into the theme's kinds */

/** Lengths of line and gap in CSS pixels. @type {readonly number[][]} */
export const KIND_DASHES = [[], [8, 3], [2.5, 2.5], [9, 3, 2, 3]];

/** Corners of the marks as fractions of the radius; none: a circle. @type {[number, number][][]} */
const CORNERS = [
  [],
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.25],
    [1.1, 0.7],
    [-1.1, 0.7],
  ],
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
];

/**
 * A filled mark with an outline that keeps it apart from what it lies on.
 *
 * @param {Context} context
 * @param {number} x
 * @param {number} y
 * @param {Kind} kind
 * @param {{ radius: number, theme: Theme }} style
 */
export function paintKindMark(context, x, y, kind, { radius, theme }) {
  context.beginPath();
  if (CORNERS[kind].length === 0) context.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [right, down] of CORNERS[kind]) {
    context.lineTo(x + right * radius, y + down * radius);
  }
  context.closePath();
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.lineWidth = 3;
  context.strokeStyle = theme.outline;
  context.stroke();
  context.fillStyle = theme.kinds[kind];
  context.fill();
}

/**
 * A line and the mark in its middle, for a legend.
 *
 * @param {Context} context
 * @param {number} width CSS pixels
 * @param {number} height CSS pixels
 * @param {Kind} kind
 * @param {Theme} theme
 */
export function paintKindSample(context, width, height, kind, theme) {
  const y = height / 2;
  context.clearRect(0, 0, width, height);
  context.beginPath();
  context.moveTo(0, y);
  context.lineTo(width, y);
  context.lineWidth = 2;
  context.setLineDash([...KIND_DASHES[kind]]);
  context.strokeStyle = theme.kinds[kind];
  context.stroke();
  paintKindMark(context, width / 2, y, kind, { radius: height / 3.2, theme });
}
