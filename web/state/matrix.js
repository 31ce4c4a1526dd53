/**
 * Matrices as people write them: rows of numbers. Features are (n_features, n_samples).
 *
 * @typedef {ArrayLike<ArrayLike<number>>} Matrix
 */

/**
 * @param {Matrix} matrix rows of equal length
 * @param {string} name for the message
 * @returns {Float64Array} the numbers row by row
 * @throws {TypeError} when rows differ in length or hold something other than numbers
 */
export function flatten(matrix, name) {
  expectList(matrix, name);
  for (let r = 0; r < matrix.length; ++r) expectList(matrix[r], `${name} row ${r}`);
  const nColumns = matrix.length > 0 ? matrix[0].length : 0;
  const flat = new Float64Array(matrix.length * nColumns);
  for (let r = 0; r < matrix.length; ++r) {
    if (matrix[r].length !== nColumns) {
      throw new TypeError(
        `${name}: row ${r} has ${matrix[r].length} numbers; allowed: ${nColumns}, as row 0 has`,
      );
    }
    flat.set(vector(matrix[r], `${name} row ${r}`), r * nColumns);
  }
  return flat;
}

/**
 * @param {ArrayLike<number>} values
 * @param {string} name for the message
 * @returns {Float64Array}
 * @throws {TypeError} when something other than a number is among them
 */
export function vector(values, name) {
  if (values instanceof Float64Array) return values;
  expectList(values, name);
  return Float64Array.from(values, (value, i) => {
    if (typeof value === 'number') return value;
    throw new TypeError(`${name}: ${JSON.stringify(value)} at ${i}; allowed: numbers`);
  });
}

/**
 * @param {unknown} value
 * @param {string} name for the message
 * @throws {TypeError} when it is neither an array nor a typed one
 */
function expectList(value, name) {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return;
  throw new TypeError(`${name}: ${JSON.stringify(value)}; allowed: a list of numbers`);
}

/**
 * @param {Float64Array} flat numbers row by row
 * @param {number} nRows
 * @returns {Float64Array[]} views of the rows
 */
export function toRows(flat, nRows) {
  const nColumns = flat.length / nRows;
  return Array.from({ length: nRows }, (_, r) => flat.subarray(r * nColumns, (r + 1) * nColumns));
}
