/**
 * How the scripts of the site's pages are cut: the lab comes in three, of which one sends for the
 * engine before the others are there, and another is shared with the lesson; and the rest of it, which
 * the boundary does not wait for, in two. Left to itself the bundler makes one of every set of pages and
 * sections that share something, and a first visit fetches twenty.
 *
 * @module
 */

/** @typedef {import('vite').Rolldown.ChunkingContext} Context */
/** @typedef {Exclude<import('vite').Rolldown.OutputOptions['codeSplitting'], boolean | undefined>} CodeSplitting */

/**
 * @typedef {object} Entries
 * @property {string} start the module that the lab's page runs first
 * @property {string} lab the module that the lab's pages have in common
 * @property {string} rest the module that it sends for once the boundary is there
 * @property {string} lesson the module of the page that shows no lab
 */

/**
 * @param {Entries} entries
 * @returns {CodeSplitting}
 */
export function labChunks(entries) {
  /** @type {Map<string, string> | undefined} */
  let chunks;
  return named((id, context) => {
    chunks ??= cut(entries, context);
    return chunks.get(id);
  });
}

/**
 * Has nothing import a script that pages name: under another spelling of its address, such as
 * `moon-lab.js?v=1`, it would be another script, fetched and run once more.
 *
 * @param {string} entry the module that pages name
 * @param {string} name of the script with all that it always needs
 * @param {string} rest the module of what it sends for in any case
 * @returns {CodeSplitting}
 */
export function apartFrom(entry, name, rest) {
  /** @type {Map<string, string> | undefined} */
  let chunks;
  return named((id, context) => {
    const imports = (/** @type {string} */ one) => context.getModuleInfo(one)?.importedIds ?? [];
    chunks ??= new Map([
      ...chunkFor(reach(imports(rest), imports), () => 'rest-parts'),
      ...chunkFor(reach(imports(entry), imports), () => name),
    ]);
    return chunks.get(id);
  });
}

/**
 * @param {(id: string, context: Context) => string | undefined} chunkOf a module, if it is told
 * @returns {CodeSplitting}
 */
function named(chunkOf) {
  // What a module imports is not taken along: it is told of each where it goes.
  return { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: 'lab' }] };
}

/**
 * @param {Entries} entries
 * @param {Context} context
 * @returns {Map<string, string>} the chunk of each module that the lab always needs
 */
function cut({ start, lab, rest, lesson }, context) {
  const imports = (/** @type {string} */ id) => context.getModuleInfo(id)?.importedIds ?? [];
  const first = reach(imports(start), imports);
  const needed = reach([lab], imports);
  const ofLesson = reach([lesson], (id) => [
    ...imports(id),
    ...(context.getModuleInfo(id)?.dynamicallyImportedIds ?? []),
  ]);
  return new Map([
    ...chunkFor(reach(imports(rest), imports), (id) =>
      ofLesson.has(id) ? 'shared-rest' : 'rest-parts',
    ),
    ...chunkFor(needed, (id) => (ofLesson.has(id) ? 'shared' : 'lab')),
    ...chunkFor(first, () => 'start'),
  ]);
}

/**
 * @param {Set<string>} ids
 * @param {(id: string) => string} chunkOf
 * @returns {[id: string, chunk: string][]}
 */
function chunkFor(ids, chunkOf) {
  return [...ids].map((id) => [id, chunkOf(id)]);
}

/**
 * @param {readonly string[]} start
 * @param {(id: string) => readonly string[]} next
 * @returns {Set<string>} all that there is to come to
 */
function reach(start, next) {
  const found = new Set(start);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
