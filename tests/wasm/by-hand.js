/**
 * The challenge of the guide, and one way to meet it.
 *
 * @module
 */

/**
 * Each neuron measures how far out a point lies in its direction, the three a third of a turn apart. Their
 * sum says how far out it lies in any, near enough: what is less than 3/4 is the inner circle.
 */
export const BY_HAND = [
  ...['w1.1.1=1', 'w1.1.2=0', 'b1.1=0'],
  ...['w1.2.1=-0.5', 'w1.2.2=0.9', 'b1.2=0'],
  ...['w1.3.1=-0.5', 'w1.3.2=-0.9', 'b1.3=0'],
  ...['w2.1.1=-4', 'w2.1.2=-4', 'w2.1.3=-4', 'b2.1=3'],
]
  .map((change) => `0:${change}`)
  .join(' ');

/**
 * @param {string} html the lab's page
 * @returns {string} the query of the link to the challenge
 */
export function challengeOf(html) {
  const [, href] = /class="challenge"\s+href="([^"]+)"/.exec(html) ?? [];
  if (!href) throw new Error('The guide has no challenge.');
  return href.replaceAll('&amp;', '&');
}
