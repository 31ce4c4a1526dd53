/**
 * What the neurons of the hidden layers have of their own.
 *
 * @module
 */

/**
 * @typedef {object} Activity of one layer, as the engine gives it
 * @property {number} effectiveRank
 * @property {boolean[]} dead
 * @property {number[]} twinOf
 *
 * @typedef {object} NeuronReport numbers from 1
 * @property {number} number
 * @property {number | null} repeats the first neuron that says the same
 * @property {boolean} isDead its output is the same for every point
 *
 * @typedef {object} LayerReport
 * @property {number} number from 1
 * @property {NeuronReport[]} neurons
 * @property {number} effectiveRank
 * @property {number} deadCount
 * @property {'single' | 'silent' | 'one' | 'some' | 'all'} verdict how many of them the layer really
 *   has: it has but one; none, as all outputs are 0; as good as one; fewer than it has; all
 */

/** Up to this effective rank, neurons act as one. */
const ONE = 1.1;
/** From this share of the neurons on, each counts. */
const ALL = 0.9;

/**
 * @param {Activity[]} activities with the output layer's at the end, which is left out
 * @returns {LayerReport[]}
 */
export function reportActivities(activities) {
  return activities.slice(0, -1).map(({ effectiveRank, dead, twinOf }, layer) => ({
    number: layer + 1,
    neurons: dead.map((isDead, i) => ({
      number: i + 1,
      // Dead ones all say the same: nothing. That is their badge already.
      repeats: isDead || twinOf[i] === i ? null : twinOf[i] + 1,
      isDead,
    })),
    effectiveRank,
    deadCount: dead.filter(Boolean).length,
    verdict: verdict(effectiveRank, dead.length),
  }));
}

/**
 * @param {number} rank
 * @param {number} neurons
 * @returns {LayerReport['verdict']}
 */
function verdict(rank, neurons) {
  if (rank === 0) return 'silent';
  if (neurons === 1) return 'single';
  if (rank <= ONE) return 'one';
  return rank >= ALL * neurons ? 'all' : 'some';
}
