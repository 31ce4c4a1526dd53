import { CONTENDERS } from './contenders.js';

/** @typedef {import('../parts/series-legend.js').Entry} Entry */

/** What networks are compared with: name and dashes. */
export const REFERENCES = {
  line: { label: 'A straight line (logistic regression)', dashes: [2, 4] },
  majority: { label: 'Always the majority class', dashes: [12, 6] },
};

/** @type {Entry[]} */
export const REFERENCE_ENTRIES = Object.values(REFERENCES).map(({ label, dashes }) => ({
  label,
  color: 'reference',
  dashed: dashes,
}));

/** @type {Entry[]} */
export const CONTENDER_ENTRIES = CONTENDERS.map(({ name, shape, color, dashes }) => ({
  label: `${name} ${shape}`,
  color,
  dashed: dashes,
}));
