import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numpyText } from '../../web/lesson/parts/numpy-text.js';

/**
 * Each as NumPy 1.24.2 prints it, `print(np.array(matrix, float))`.
 *
 * @type {[number[][], string][]}
 */
const PRINTED = [
  [[[0], [0]], '[[0.]\n [0.]]'],
  [[[1, 2, 3]], '[[1. 2. 3.]]'],
  [
    [[0.021632511649709408], [0.0035231223611381177], [0.017056591160083526], [0]],
    '[[0.02163251]\n [0.00352312]\n [0.01705659]\n [0.        ]]',
  ],
  [
    [[0.004967141530112327, -0.0013826430117118466, 0.006476885381006925]],
    '[[ 0.00496714 -0.00138264  0.00647689]]',
  ],
  [[[0.0152302985640803, -12.5]], '[[  0.0152303 -12.5      ]]'],
  [[[100, 0.25]], '[[100.     0.25]]'],
  [[[2 / 3, 1 / 3]], '[[0.66666667 0.33333333]]'],
  [[[-0, 0.1]], '[[-0.   0.1]]'],
  [[[1e-5, 0.25]], '[[1.0e-05 2.5e-01]]'],
  [[[123456.789, -0.5]], '[[ 1.23456789e+05 -5.00000000e-01]]'],
  [[[1e9, 1]], '[[1.e+09 1.e+00]]'],
];

for (const [matrix, text] of PRINTED) {
  test(`${JSON.stringify(matrix)} is printed as NumPy does`, () =>
    assert.equal(numpyText(matrix), text));
}
