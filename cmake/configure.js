import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * CMake keeps absolute paths of all that it has made: in a checkout that was copied or moved, that is
 * another's, and is made anew.
 *
 * @param {string} preset
 * @param {string[]} options
 * @returns {string[][]}
 */
export function configure(preset, ...options) {
  const folder = join('build', preset);
  const configuration = ['cmake', '--preset', preset, ...options];
  return isForeign(folder)
    ? [['cmake', '-E', 'rm', '-rf', folder], configuration]
    : [configuration];
}

/** @param {string} folder with what CMake made, if it is there */
function isForeign(folder) {
  const cache = join(folder, 'CMakeCache.txt');
  if (!existsSync(cache)) return false;
  const made = /^CMAKE_CACHEFILE_DIR:INTERNAL=(.*)$/m.exec(readFileSync(cache, 'utf8'))?.[1] ?? '';
  return !existsSync(made) || realpathSync(made) !== realpathSync(folder);
}
