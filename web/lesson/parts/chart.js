import { FittedCanvas } from '../../views/fitted-canvas.js';
import { figure } from '../../views/figure.js';
import { themeColors } from '../../views/palette.js';
import { firstInTurn } from './in-turn.js';

/**
 * A chart at the size of its place, in the page's theme.
 *
 * @template {{ draw: () => void, resize: (width: number, height: number, dpr: number) => void,
 *   release: () => void, setTheme: (theme: import('../../views/palette.js').Theme) => void }} Chart
 * @param {Pick<import('../place.js').Place, 'themeName' | 'onTheme'>} place
 * @param {{ id: string, title: string }} options id: unique in the widget; title: also the image's name
 * @param {(canvas: HTMLCanvasElement, theme: import('../../views/palette.js').Theme) => Chart} create
 * @returns {{ element: HTMLElement, chart: Chart, describe: (text: string) => void }} describe: in
 *   words, for those who do not see it
 */
export function fittedChart(place, { id, title }, create) {
  const { element, canvas, stage, describe } = figure({ id, title });
  const chart = create(canvas, themeColors(place.themeName));
  new FittedCanvas(
    stage,
    chart,
    firstInTurn(() => chart.draw()),
  );
  place.onTheme(() => chart.setTheme(themeColors(place.themeName)));
  return { element, chart, describe };
}
