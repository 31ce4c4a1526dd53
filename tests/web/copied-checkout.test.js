import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { configure } from '../../cmake/configure.js';

const PRESET = { name: 'native', generator: 'Unix Makefiles', binaryDir: 'build/native' };

const folder = mkdtempSync(join(tmpdir(), 'moonlab-copied-'));
after(() => {
  process.chdir(tmpdir());
  rmSync(folder, { recursive: true });
});

/**
 * Configures the checkout there.
 *
 * @param {string} checkout
 * @returns {string[][]} by which commands
 */
function configureIn(checkout) {
  process.chdir(checkout);
  const commands = configure('native', '-DASKED=ON');
  for (const [program, ...args] of commands) {
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  }
  return commands;
}

test('what CMake made in another folder is made anew, in a copy and in what was moved; else it stays', () => {
  const [first, copy, moved] = ['first', 'copy', 'moved'].map((name) => join(folder, name));
  mkdirSync(first);
  writeFileSync(
    join(first, 'CMakeLists.txt'),
    'cmake_minimum_required(VERSION 3.24)\nproject(it LANGUAGES NONE)\n',
  );
  const presets = { version: 5, configurePresets: [PRESET] };
  writeFileSync(join(first, 'CMakePresets.json'), JSON.stringify(presets));

  const anew = [['cmake', '-E', 'rm', '-rf', join('build', 'native')]];
  const configuration = [['cmake', '--preset', 'native', '-DASKED=ON']];
  assert.deepEqual(configureIn(first), configuration);
  writeFileSync(join(first, 'build', 'native', 'object.o'), '');
  assert.deepEqual(configureIn(first), configuration);
  assert.ok(existsSync(join(first, 'build', 'native', 'object.o')));

  cpSync(first, copy, { recursive: true });
  assert.deepEqual(configureIn(copy), [...anew, ...configuration]);
  assert.ok(!existsSync(join(copy, 'build', 'native', 'object.o')));
  assert.deepEqual(configureIn(copy), configuration);

  renameSync(first, moved);
  assert.deepEqual(configureIn(moved), [...anew, ...configuration]);
});
