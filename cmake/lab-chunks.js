/**
 * How the scripts of the site's pages are cut: the lab comes in two, of which the lesson shares one.
 * Left to itself the bundler makes one of every set of pages and sections that share something, and a
 * first visit fetches twenty.
 *
 * @module
 */

/** @typedef {import('vite').Rollup.GetModuleInfo} GetModuleInfo */

/**
 * @param {object} entries
 * @param {string} entries.lab the module that the lab's pages have in common
 * @param {string} entries.lesson the module of the page that shows no lab
 * @returns {import('vite').Rollup.GetManualChunk}
 */
export function labChunks({ lab, lesson }) {
  /** @type {Map<string, string> | undefined} */
  let chunks;
  return (id, { getModuleInfo }) => {
    chunks ??= cut(lab, lesson, getModuleInfo);
    return chunks.get(id);
  };
}

/**
 * @param {string} lab
 * @param {string} lesson
 * @param {GetModuleInfo} getModuleInfo
 * @returns {Map<string, string>} the chunk of each module that the lab always needs
 */
function cut(lab, lesson, getModuleInfo) {
  const needed = reach([lab], (id) => getModuleInfo(id)?.importedIds ?? []);
  const ofLesson = reach([lesson], (id) => {
    const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(id) ?? {};
    return [...importedIds, ...dynamicallyImportedIds];
  });
  return new Map([...needed].map((id) => [id, ofLesson.has(id) ? 'shared' : 'lab']));
}

/**
 * @param {string[]} start
 * @param {(id: string) => readonly string[]} next
 * @returns {Set<string>} all that there is to come to
 */
function reach(start, next) {
  const found = new Set(start);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
