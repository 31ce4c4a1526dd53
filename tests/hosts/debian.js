/** Hosts that Debian packages. */

import { existsSync } from 'node:fs';

import { hasProgram } from '../../cmake/requirements.js';

/** @typedef {import('../../cmake/requirements.js').Requirement} Requirement */

/**
 * @param {string} program
 * @param {string} apt
 * @returns {Requirement}
 */
export function debianProgram(program, apt) {
  return { ...debianPackage(apt), name: program, isThere: () => hasProgram(program) };
}

/**
 * What is no program, but files in a place of Debian's.
 *
 * @param {string} apt
 * @param {string} [path]
 * @returns {Requirement}
 */
export function debianPackage(apt, path = `/usr/share/doc/${apt}`) {
  return { name: apt, stages: [], isThere: () => existsSync(path), apt, elsewhere: 'not tried' };
}
