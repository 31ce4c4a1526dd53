/**
 * @param {number} share 0…1
 * @param {number} [decimals]
 * @returns {string} "90.0%": in tables, where decimals stand below each other
 */
export function percent(share, decimals = 1) {
  return `${(100 * share).toFixed(decimals)}%`;
}

/** @param {number} count */
export function thousands(count) {
  return count.toLocaleString('en');
}
