import { SeriesChart } from '../../views/series-chart.js';
import { short } from '../parts/numbers.js';
import { fittedChart } from '../parts/chart.js';

/** @typedef {import('./check-look.js').CheckLook} CheckLook */

/** How far the straight lines go to either side, of the curve's own reach. */
const TANGENT_SHARE = 0.45;

/** @param {string} parameter its name */
const axesFor = (parameter) => ({
  x: { title: parameter, type: /** @type {const} */ ('linear') },
  y: { title: 'Loss', type: /** @type {const} */ ('linear'), min: 0 },
});

/**
 * The loss over one parameter, with the slope that each rule says it has where it stands.
 *
 * @param {import('../place.js').Place} place
 * @returns {{ element: HTMLElement, show: (look: CheckLook, parameter: string, index: number) => void }}
 */
export function createSlopeChart(place) {
  const { element, chart, describe } = fittedChart(
    place,
    { id: 'slopes', title: 'The loss along one parameter' },
    (canvas, theme) => new SeriesChart(canvas, { axes: axesFor(''), theme }),
  );
  return {
    element,
    show(look, parameter, index) {
      const { value, loss, exact, simplified, curve } = look;
      chart.setAxes(axesFor(parameter));
      chart.show([
        { label: 'loss', color: 'reference', points: curve },
        { label: 'backpropagation', color: 0, points: tangent(look, exact[index]) },
        {
          label: 'simplified rule',
          color: 1,
          dashed: [6, 4],
          points: tangent(look, simplified[index]),
        },
        { label: 'where it stands', color: 'train', dots: true, points: [{ x: value, y: loss }] },
      ]);
      describe(
        `The loss over ${parameter}, a curve. Where it stands, at ${short(value)}, the loss is ${short(loss)}; ` +
          `backpropagation’s line touches the curve there with slope ${short(exact[index])}, ` +
          `the simplified rule’s has slope ${short(simplified[index])}.`,
      );
    },
  };
}

/**
 * @param {CheckLook} look
 * @param {number} slope
 */
function tangent({ value, loss, curve }, slope) {
  const reach = TANGENT_SHARE * (curve[curve.length - 1].x - value);
  return [-reach, 0, reach].map((dx) => ({ x: value + dx, y: loss + slope * dx }));
}
