import { areApart, superiority } from './spread.js';

/**
 * What many runs say about the networks, pair by pair, in two sentences: who is ahead by more than the
 * chance of the seeds, and who is not.
 *
 * @param {readonly { name: string, values: readonly number[] }[]} networks
 * @returns {string[]}
 */
export function conclude(networks) {
  const ahead = [];
  const level = [];
  for (const [first, second] of pairs(networks)) {
    const share = superiority(first.values, second.values);
    const [better, worse] = share < 0.5 ? [first, second] : [second, first];
    const percent = Math.round(100 * Math.max(share, 1 - share));
    if (areApart(first.values, second.values)) {
      ahead.push(`${better.name} ahead of ${worse.name} (${percent}%)`);
    } else {
      level.push(`${better.name} and ${worse.name} (${percent}%)`);
    }
  }
  return [
    `By more than the chance of the seeds: ${ahead.join(', ') || 'nobody'}.`,
    `Not beyond the chance of the seeds: ${level.join(', ') || 'nobody'}.`,
  ];
}

/**
 * @template T
 * @param {readonly T[]} all
 * @returns {[T, T][]}
 */
function pairs(all) {
  return all.flatMap((first, i) =>
    all.slice(i + 1).map((second) => /** @type {[T, T]} */ ([first, second])),
  );
}
