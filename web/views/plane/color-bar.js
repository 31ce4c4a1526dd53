/** The colour bar beside the plot: what the colours of a map mean. */

import { SHADE_COUNT } from '../palette.js';
import { line, linearScale } from '../axes.js';
import { drawText, font } from '../surface.js';
import { shareOf } from './map.js';
import { ticksOf, titleOf, unitOf } from './plane-axes.js';

/** @typedef {import('../surface.js').Rectangle} Rectangle */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('./frame.js').PlotLayout} PlotLayout */
/** @typedef {import('../text/formats.js').Formats} Formats */
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
/** Levels that are nearer to each other have ticks without numbers, but for the ends and the middle. */
const LEAST_DISTANCE = { across: 32, up: 20 };

/** @param {BarMeaning} scale */
export function columnsOf({ classes }) {
  return classes?.length ?? 1;
}

/**
 * @param {BarMeaning} scale
 * @param {PlotLayout} layout
 * @param {Theme} theme
 * @param {PictureWords} words
 * @returns {BarScale}
 */
export function mapBar(scale, layout, { palettes }, { formats }) {
  const { name, range, palette, classes, levels } = scale;
  const { bands } = palettes[palette];
  if (levels) return { columns: [bands], ...levelTicks(scale, levels, layout, formats) };
  if (classes) {
    const { ticks, format } = ticksOf(range, CLASS_TICKS, formats);
    return {
      columns: classes.map((_, i) => bands.slice(i * SHADE_COUNT, (i + 1) * SHADE_COUNT)),
      ticks: ticks.map((value) => ({ at: shareOf(scale, value), text: format(value) })),
      label: name,
    };
  }
  const [low, high] = range;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({
    at,
    text: formats.verbatim(low + at * (high - low)),
  }));
  return { columns: [bands], ticks, label: name };
}

/**
 * @param {BarMeaning} scale
 * @param {readonly number[]} levels
 * @param {PlotLayout} layout
 * @param {Formats} formats
 * @returns {Pick<BarScale, 'ticks' | 'label'>} a tick where there is a line
 */
function levelTicks(scale, levels, { bar, isBarVertical }, formats) {
  const { name, range } = scale;
  const [low, high] = range;
  const { size, unit } = unitOf(high);
  const values = [low, ...levels, high];
  const distance =
    (isBarVertical ? bar.bottom - bar.top : bar.right - bar.left) / (values.length - 1);
  const hasAll = distance >= (isBarVertical ? LEAST_DISTANCE.up : LEAST_DISTANCE.across);
  const middle = (values.length - 1) / 2;
  const ticks = values.map((value, i) => ({
    at: shareOf(scale, value),
    text: hasAll || i % middle === 0 ? formats.exact(value / size) : '',
  }));
  return { ticks, label: titleOf(name, unit) };
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
  const thickness = layout.barThickness / columns.length;
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
 * @param {Pick<PlotLayout, 'bar' | 'barThickness' | 'isBarVertical'>} layout
 * @param {{ theme: Theme, color: string, share: number }} look share: where it is, 0…1
 */
export function paintBarPointer(
  context,
  { bar, barThickness, isBarVertical },
  { theme, color, share },
) {
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
  context.strokeRect(0, -2.5, barThickness, 5);
  context.fillStyle = color;
  context.fillRect(0.75, -1.75, barThickness - 1.5, 3.5);
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
