import { readTrials } from './address.js';

/**
 * Tries the lab out in the way that the address asks for, if any; what it takes is fetched only then.
 *
 * @param {Element} lab
 */
export function startTrials(lab) {
  const trials = readTrials(location);
  if (trials) import('../monkey/monkey.js').then(({ start }) => start(lab, trials));
}
