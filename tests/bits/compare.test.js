import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { firstDifference } from './compare.js';

describe('the comparison of checksums', () => {
  it('finds none between lists that are the same', () => {
    assert.equal(firstDifference(['a 1', 'b 2'], ['a 1', 'b 2']), undefined);
  });

  it('names the first line that differs', () => {
    assert.equal(firstDifference(['a 1', 'b 2', 'c 3'], ['a 1', 'b 4', 'c 5']), 'b is 4, not 2');
  });

  it('takes a list that is too short or too long for a difference', () => {
    assert.equal(firstDifference(['a 1', 'b 2'], ['a 1']), 'nothing is where b should be');
    assert.equal(firstDifference(['a 1'], ['a 1', 'b 2']), 'b is where nothing should be');
  });
});
