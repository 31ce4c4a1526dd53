/**
 * What a function imports, as its text has it once the site is built; and what of it, where a bundler has put
 * modules together, each under a name.
 */
const IMPORTED = /\bimport\(\s*(["'`])(\S+?)\1\s*\)(?:\.then\(\s*\(?(\w+)\)?\s*=>\s*\3\.(\w+)\b)?/;

/** The parts that come under another address than their own. @type {Map<string, Promise<any>>} */
const found = new Map();
/** How often a part was asked for under another address. */
let times = 0;

/**
 * Fetches a part of the scripts that few need. It may fail long after the page has come: the connection
 * is gone, or a new version has taken the old one's files away.
 *
 * Until 2026 a browser had to remember a script that did not come, and to fail again without asking
 * (https://github.com/whatwg/html/issues/6768): it is asked for once more under an address that no browser
 * remembers.
 *
 * @template Part
 * @param {() => Promise<Part>} load imports it, and does nothing else
 * @returns {Promise<Part>}
 * @throws {Error} that every language has words for; asking again tries again
 */
export async function loadPart(load) {
  try {
    return await load();
  } catch (error) {
    const [, , path, , name] = IMPORTED.exec(`${load}`) ?? [];
    const part = await loadElsewhere(path);
    if (part) return name ? part[name] : part;
    // eslint-disable-next-line preserve-caught-error -- Its cause is the words that there are for it.
    throw new Error(`${error}`, { cause: { failure: 'partNotLoaded' } });
  }
}

/**
 * @param {string} [path] of the part, from the folder that all scripts lie in; unknown where a course's
 *   own bundler has replaced it by other means
 * @returns {Promise<any>} the part, if it comes under another address
 */
async function loadElsewhere(path) {
  if (!path) return null;
  times += 1;
  // Bundlers are to leave it as it is.
  const load = () => import(/* webpackIgnore: true */ /* @vite-ignore */ `${path}?again=${times}`);
  const part = found.get(path) ?? load();
  found.set(path, part);
  try {
    return await part;
  } catch {
    found.delete(path);
    return null;
  }
}
