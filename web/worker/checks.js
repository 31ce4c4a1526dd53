/**
 * @param {string} request its type
 * @param {string} name
 * @param {number} value
 * @param {number} min
 * @throws {RangeError} that says which number is not allowed, and what is
 */
export function checkWhole(request, name, value, min) {
  if (Number.isSafeInteger(value) && value >= min) return;
  throw new RangeError(`${request}: ${name} is ${value}; allowed are whole numbers from ${min}`);
}
