import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isAllowed } from '../../cmake/current-node.js';

test('a Node is new enough by the range that the package gives', () => {
  const range = '^20.19.0 || ^22.13.0 || >=24';
  const versions = ['18.20.4', '20.18.3', '20.19.0', '20.20.2', '21.7.3', '22.12.0', '22.13.0'];
  assert.deepEqual(
    versions.filter((version) => isAllowed(version, range)),
    ['20.19.0', '20.20.2', '22.13.0'],
  );
  assert.deepEqual(
    ['23.11.0', '24.0.0', '26.10.0'].filter((version) => isAllowed(version, range)),
    ['24.0.0', '26.10.0'],
  );
});
