/**
 * Names of files that tell what is in them: `moonlab-moons-8-8-epoch-250-history.csv`.
 *
 * @module
 */

/** @import { Config, Description } from './types.js' */

/** What a run can be saved as, and the ending that each has. */
const ENDINGS = {
  record: '-record.json',
  history: '-history.csv',
  boundary: '-boundary.png',
  // Python can import it by this name.
  script: '.py',
};

/** More layers are counted. */
const MOST_LAYERS = 6;

/**
 * @param {keyof typeof ENDINGS} kind
 * @param {Pick<Config, 'dataset'>} config
 * @param {Pick<Description, 'layerSizes'>} description
 * @param {number} epoch
 * @returns {string} of letters, digits, `-`, `_` and `.` only
 */
export function fileName(kind, { dataset }, { layerSizes }, epoch) {
  const hidden = layerSizes.slice(1, -1);
  const layers = hidden.length > MOST_LAYERS ? `${hidden.length}-layers` : hidden.join('-');
  const stem = ['moonlab', dataset, layers || 'logistic', 'epoch', epoch].join('-');
  return (kind === 'script' ? stem.replaceAll('-', '_') : stem) + ENDINGS[kind];
}
