/**
 * Fetches a part of the scripts that few need. It may fail long after the page has come: the connection
 * is gone, or a new version has taken the old one's files away.
 *
 * @template Part
 * @param {() => Promise<Part>} load imports it
 * @returns {Promise<Part>}
 * @throws {Error} that every language has words for; asking again tries again
 */
export async function loadPart(load) {
  try {
    return await load();
  } catch (error) {
    // eslint-disable-next-line preserve-caught-error -- Its cause is the words that there are for it.
    throw new Error(`${error}`, { cause: { failure: 'partNotLoaded' } });
  }
}
