/**
 * @param {number} epoch that is wanted; Infinity is as far as it goes
 * @param {number} limit at which training ends; 0 is never
 * @returns {number} the epoch that it comes to
 */
export const withinLimit = (epoch, limit) => Math.min(epoch, limit || Infinity);
