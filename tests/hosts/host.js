/**
 * The pages that the lab is put into: a folder here for each of their makers.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {import('playwright-core').Page} Page */

/**
 * What its folder's `host.mjs` says of a host. Everything else in the folder is the project of somebody
 * who teaches: as the host's own guide sets it up, with the host's defaults.
 *
 * @typedef {object} Host
 * @property {string} title
 * @property {string} [project] the folder of the project; otherwise its own
 * @property {string} [tried] what was tried, with its version; otherwise the dependencies of the
 *   folder's package.json
 * @property {import('../../cmake/requirements.js').Requirement[]} [needs] beside npm packages
 * @property {string} [dist] where in the project a copy of dist/ is put; without it, the project gets
 *   the npm package
 * @property {string[][]} [build] commands, run in the project
 * @property {string} site the folder of the project that is put on a static host, as /course/
 * @property {string} page the address of the page with the lab, below that
 * @property {(page: Page) => Promise<unknown>} [turn] turns its switch from light to dark, and back
 * @property {string[]} [keys] its shortcuts, in Playwright's spelling
 * @property {RegExp} [asks] what the host itself asks others for
 * @property {RegExp} [says] what the host itself writes to the console
 * @property {string[]} recipe the files that the reference shows
 * @property {string} [note] for the reference, in HTML
 */

const FOLDER = new URL('./', import.meta.url);

/** @returns {string[]} the names of all hosts */
export function hostNames() {
  return readdirSync(FOLDER).filter((name) => existsSync(new URL(`${name}/host.mjs`, FOLDER)));
}

/** @param {string} name */
export function hostFolder(name) {
  return fileURLToPath(new URL(name, FOLDER));
}

/**
 * @param {string} name
 * @returns {Promise<Host>}
 */
export async function readHost(name) {
  const { href } = pathToFileURL(`${hostFolder(name)}/host.mjs`);
  return (await import(href)).default;
}

/**
 * @param {string} name
 * @param {Host} host
 * @returns {string} what was tried, with its version
 */
export function triedVersions(name, { tried }) {
  if (tried !== undefined) return tried;
  const { dependencies } = JSON.parse(readFileSync(`${hostFolder(name)}/package.json`, 'utf8'));
  return Object.entries(dependencies)
    .map((pair) => pair.join(' '))
    .join(', ');
}
