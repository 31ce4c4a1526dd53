/**
 * Where the predicted class changes between two points of a grid although a probability jumps there: from
 * what these two say, 0 and 1 perhaps, nobody can tell.
 *
 * @module
 */

/** So much more or less, a probability jumps; less far apart, two of them tell the place well enough. */
const JUMP = 0.2;
/** A place is known to half of so small a part of the way between two points: 1/128. */
const HALVINGS = 6;

/**
 * What the best possible classifier says, and where its class changes.
 *
 * @typedef {import('./generated/moonlab.js').Best & { crossings: Float64Array }} Best
 *
 * @typedef {object} Outputs of a classifier at points: one output, which decides for class 1 above 0.5, or one
 *   for each class, of which the largest wins, the first of equals
 * @property {Float64Array} values output after output
 * @property {number} count of the points
 */

/**
 * Asks at the middle between two points, at the middle of the half that the class changes in, and so on.
 *
 * @param {object} picture
 * @param {Float64Array} picture.grid (outputs, resolution, resolution)
 * @param {number} picture.resolution
 * @param {ArrayLike<number>} picture.bounds x1 from, to, x2 from, to
 * @param {(points: Float64Array[]) => ArrayLike<number>[]} ask gives the outputs, (outputs, points), at points
 *   of the plane, (2, points)
 * @returns {Float64Array} see Answer
 */
export function findCrossings({ grid, resolution, bounds }, ask) {
  const outputs = { values: grid, count: resolution ** 2 };
  const winners = winnersOf(outputs);
  const sides = crossedSides(outputs, winners, resolution);
  const count = sides.length;
  const found = new Float64Array(2 * count);
  found.set(sides);
  const middles = found.subarray(count).fill(0.5);
  const values = new Float64Array((grid.length / outputs.count) * count);
  for (let half = 1 / 4; count > 0 && half >= 2 ** -HALVINGS / 2; half /= 2) {
    ask(placesAt(found, resolution, bounds)).forEach((row, k) => values.set(row, k * count));
    for (let i = 0; i < count; i += 1) {
      const isUpward = sides[i] % 2;
      const point = (sides[i] - isUpward) / 2;
      const next = point + (isUpward ? resolution : 1);
      const isBefore = isFirst({ values, count }, i, winners[point], winners[next]);
      middles[i] += isBefore ? half : -half;
    }
  }
  return found;
}

/**
 * @param {Outputs} outputs
 * @returns {Uint8Array}
 */
function winnersOf({ values, count }) {
  const winners = new Uint8Array(count);
  if (values.length === count) {
    for (let point = 0; point < count; point += 1) winners[point] = values[point] > 0.5 ? 1 : 0;
    return winners;
  }
  const most = values.slice(0, count);
  for (let index = 1; index < values.length / count; index += 1) {
    for (let point = 0; point < count; point += 1) {
      const value = values[index * count + point];
      if (!(value > most[point])) continue;
      most[point] = value;
      winners[point] = index;
    }
  }
  return winners;
}

/**
 * @param {Outputs} outputs of the grid
 * @param {Uint8Array} winners
 * @param {number} resolution
 * @returns {number[]} those with a jump, as in Answer
 */
function crossedSides(outputs, winners, resolution) {
  /** @type {number[]} */
  const found = [];
  for (let point = 0; point < winners.length; point += 1) {
    const winner = winners[point];
    const right = point + 1;
    if (right < winners.length && winners[right] !== winner && right % resolution !== 0) {
      if (hasJump(outputs, point, right)) found.push(2 * point);
    }
    const above = point + resolution;
    if (above < winners.length && winners[above] !== winner) {
      if (hasJump(outputs, point, above)) found.push(2 * point + 1);
    }
  }
  return found;
}

/**
 * @param {Outputs} outputs
 * @param {number} point
 * @param {number} next
 * @returns {boolean} not where one is not a number
 */
function hasJump({ values, count }, point, next) {
  for (let layer = 0; layer < values.length; layer += count) {
    if (Math.abs(values[layer + next] - values[layer + point]) > JUMP) return true;
  }
  return false;
}

/**
 * @param {Outputs} outputs
 * @param {number} point
 * @param {number} first a class
 * @param {number} second another
 * @returns {boolean} whether it is rather the first, whatever a third one is
 */
function isFirst({ values, count }, point, first, second) {
  if (values.length === count) return Number(values[point] > 0.5) === first;
  const lead = values[first * count + point] - values[second * count + point];
  return lead > 0 || (lead === 0 && first < second);
}

/**
 * @param {Float64Array} crossings as in Answer
 * @param {number} resolution
 * @param {ArrayLike<number>} bounds
 * @returns {Float64Array[]} x1 and x2 of each
 */
function placesAt(crossings, resolution, bounds) {
  const [x1From, x1To, x2From, x2To] = Array.from(bounds);
  const count = crossings.length / 2;
  const [x1, x2] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i += 1) {
    const isUpward = crossings[i] % 2;
    const point = (crossings[i] - isUpward) / 2;
    const column = point % resolution;
    const row = (point - column) / resolution;
    const along = crossings[count + i];
    x1[i] = x1From + ((x1To - x1From) * (column + (isUpward ? 0 : along))) / (resolution - 1);
    x2[i] = x2From + ((x2To - x2From) * (row + (isUpward ? along : 0))) / (resolution - 1);
  }
  return [x1, x2];
}
