/** The shape of a data set, so small that only that is seen: its points as an SVG. */

import { svg } from '../dom.js';

/** @typedef {import('../../state/types.js').Points} Points */
/** @typedef {import('../palette.js').Theme} Theme */

/** Units of the picture along each side, with what is left free round the points. */
const SIDE = 48;
const MARGIN = 5;
/** Units across a point, and across one with a value, which lie close. */
const POINT = 3;
const VALUE_POINT = 4.5;
/** So many strengths of a colour are told apart. */
const STRENGTHS = 4;
/** A picture of more is no clearer, only slower. */
const MOST_POINTS = 150;

/** @returns {SVGSVGElement} still without points; beside a name in text, so that screen readers pass by */
export function createThumbnail() {
  return svg('svg', {
    class: 'thumbnail-picture',
    viewBox: `0 0 ${SIDE} ${SIDE}`,
    'aria-hidden': 'true',
    focusable: 'false',
  });
}

/** @param {SVGSVGElement} thumbnail of points that are still to come */
export function drawPlus(thumbnail) {
  thumbnail.replaceChildren(svg('path', { d: 'M24 16v16M16 24h16', class: 'thumbnail-plus' }));
}

/**
 * @param {SVGSVGElement} thumbnail
 * @param {Points} points
 * @param {{ hasValues: boolean, theme: Theme }} look hasValues: whether y are values, not classes
 */
export function drawThumbnail(thumbnail, points, { hasValues, theme }) {
  const { x1, x2, y } = thin(points);
  const colors = hasValues ? valueColors(y, theme) : y.map((label) => theme.classes[label]);
  const [across, up] = [placesOf(x1, 1), placesOf(x2, -1)];
  const dots = x1.map((_, i) => `M${across[i]} ${up[i]}h0`);
  const look = { 'stroke-width': hasValues ? VALUE_POINT : POINT, 'stroke-linecap': 'round' };
  const paths = [...new Set(colors)].map((stroke) => {
    const d = dots.filter((_, i) => colors[i] === stroke).join('');
    return svg('path', { d, stroke, ...look });
  });
  thumbnail.replaceChildren(...paths);
}

/**
 * @param {Points} points
 * @returns {Record<keyof Points, number[]>} some from everywhere in the list, where there are many
 */
function thin({ x1, x2, y }) {
  const stride = Math.ceil(y.length / MOST_POINTS);
  const some = (/** @type {ArrayLike<number>} */ values) =>
    Array.from(values).filter((_, i) => i % stride === 0);
  return { x1: some(x1), x2: some(x2), y: some(y) };
}

/**
 * @param {number[]} values
 * @param {Theme} theme
 * @returns {string[]} stronger than in the large picture, where points have rims
 */
function valueColors(values, { classes, grid }) {
  const most = Math.max(...values.map(Math.abs)) || 1;
  return values.map((value) => {
    const strength = Math.round((STRENGTHS * Math.abs(value)) / most) / STRENGTHS;
    return `color-mix(in oklab, ${classes[Number(value > 0)]} ${100 * strength}%, ${grid})`;
  });
}

/**
 * @param {number[]} values
 * @param {1 | -1} direction
 * @returns {number[]} in units of the picture, which they fill from side to side, as in the large one
 */
function placesOf(values, direction) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const scale = (direction * (SIDE - 2 * MARGIN)) / (high - low || 1);
  const middle = (low + high) / 2;
  return values.map((value) => Math.round((SIDE / 2 + (value - middle) * scale) * 10) / 10);
}
