/** More would take the memory of as many engines, and few pages have as much to do. */
export const MOST_WORKERS = 8;

/** @returns {number} of a page, by what the browser tells of the device; the same in each of them */
export function mostWorkers() {
  return Math.min(globalThis.navigator?.hardwareConcurrency ?? 1, MOST_WORKERS);
}
