/** The colour bar beside the plot: what the colours of a map mean. */

import { SHADE_COUNT } from '../palette.js';
import { line, linearScale } from '../axes.js';
import { drawText, font } from '../surface.js';
import { BAR_THICKNESS } from './frame.js';
import { LEVELS, shareOf } from './map.js';
import { ticksOf, titleOf } from './plane-axes.js';

/** @typedef {import('../surface.js').Rectangle} Rectangle */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('./frame.js').PlotLayout} PlotLayout */
/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */

/**
 * @typedef {import('./map.js').MapScale & Pick<import('./map.js').MapLine, 'classes' | 'levels'>} BarMeaning
 *
 * @typedef {object} BarScale what the colour bar says
 * @property {string[][]} columns colours, from low to high, side by side
 * @property {{ at: number, text: string }[]} ticks at 0…1 of its length
 * @property {string} label
 */

/** How many ticks the probability of a winner has, about. */
const CLASS_TICKS = 4;

/**
 * @param {BarMeaning} scale
 * @param {Theme} theme
 * @param {PictureWords} words
 * @returns {BarScale}
 */
export function mapBar(scale, { palettes }, { formats }) {
  const { name, range, palette, classes, levels } = scale;
  const [low, high] = range;
  const { bands } = palettes[palette];
  if (!classes && !levels) {
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({
      at,
      text: formats.verbatim(low + at * (high - low)),
    }));
    return { columns: [bands], ticks, label: name };
  }
  const { ticks, format, unit } = ticksOf(range, classes ? CLASS_TICKS : LEVELS, formats);
  return {
    columns: classes
      ? classes.map((_, i) => bands.slice(i * SHADE_COUNT, (i + 1) * SHADE_COUNT))
      : [bands],
    ticks: ticks.map((value) => ({ at: shareOf(scale, value), text: format(value) })),
    label: titleOf(name, unit),
  };
}

/**
 * @param {import('../surface.js').Context} context
 * @param {PlotLayout} layout
 * @param {Theme} theme
 * @param {BarScale} scale
 */
export function paintColorBar(context, layout, theme, scale) {
  const { bar, isBarVertical, fontSize } = layout;
  const { columns, ticks, label } = scale;
  const along = barScale(bar, isBarVertical);
  const thickness = BAR_THICKNESS / columns.length;
  columns.forEach((bands, column) => {
    const offset = column * thickness;
    bands.forEach((band, i) => {
      const start = along.toPixel(i / bands.length);
      const end = along.toPixel((i + 1) / bands.length);
      context.fillStyle = band;
      if (isBarVertical) context.fillRect(bar.left + offset, end, thickness, start - end + 0.5);
      else context.fillRect(start, bar.top + offset, end - start + 0.5, thickness);
    });
  });
  context.lineWidth = 1;
  context.strokeStyle = theme.axis;
  context.strokeRect(bar.left, bar.top, bar.right - bar.left, bar.bottom - bar.top);

  const style = { font: font(fontSize), color: theme.textMuted };
  context.beginPath();
  for (const { at, text } of ticks) {
    const position = along.toPixel(at);
    if (isBarVertical) {
      line(context, position, bar.right, bar.right + 4, false);
      drawText(context, text, bar.right + 7, position, { ...style, align: 'left' });
    } else {
      line(context, position, bar.bottom, bar.bottom + 4, true);
      drawText(context, text, position, bar.bottom + 5 + fontSize / 2, style);
    }
  }
  context.stroke();
  paintBarTitle(context, layout, theme, label);
}

/**
 * A pointer at a value beside the colour bar.
 *
 * @param {import('../surface.js').Context} context
 * @param {PlotLayout} layout
 * @param {{ theme: Theme, color: string, share: number }} look share: where it is, 0…1
 */
export function paintBarPointer(context, { bar, isBarVertical }, { theme, color, share }) {
  const position = barScale(bar, isBarVertical).toPixel(share);
  context.save();
  context.translate(isBarVertical ? bar.left : position, isBarVertical ? position : bar.top);
  if (!isBarVertical) context.rotate(Math.PI / 2);
  context.beginPath();
  context.moveTo(1, 0);
  context.lineTo(-7, -4.5);
  context.lineTo(-7, 4.5);
  context.closePath();
  context.fillStyle = theme.text;
  context.fill();
  context.strokeStyle = theme.text;
  context.lineWidth = 1.5;
  context.strokeRect(0, -2.5, BAR_THICKNESS, 5);
  context.fillStyle = color;
  context.fillRect(0.75, -1.75, BAR_THICKNESS - 1.5, 3.5);
  context.restore();
}

/**
 * @param {import('../surface.js').Context} context
 * @param {Pick<PlotLayout, 'bar' | 'isBarVertical' | 'fontSize'>} layout
 * @param {Theme} theme
 * @param {string} label
 */
function paintBarTitle(context, { bar, isBarVertical, fontSize }, theme, label) {
  const style = { font: font(fontSize + 0.5, 500), color: theme.text };
  if (isBarVertical) {
    const turned = { ...style, angle: Math.PI / 2 };
    drawText(context, label, bar.right + 3.4 * fontSize, (bar.top + bar.bottom) / 2, turned);
  } else {
    drawText(context, label, (bar.left + bar.right) / 2, bar.bottom + 2.2 * fontSize, style);
  }
}

/**
 * @param {Rectangle} bar
 * @param {boolean} isBarVertical
 */
function barScale(bar, isBarVertical) {
  return linearScale([0, 1], isBarVertical ? [bar.bottom, bar.top] : [bar.left, bar.right]);
}
