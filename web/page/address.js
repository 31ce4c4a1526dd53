/**
 * The place of a configuration in an address: its query; or, where that would be longer than servers
 * take, as with hundreds of own points, the part behind `#`, which is never sent.
 *
 * @module
 */

/** Many servers refuse requests of 8 kB, some of 4. */
const LONGEST_QUERY = 3000;
const FRAGMENT = '#?';

/**
 * @param {Location | URL} address
 * @returns {string} the query that it holds, for `query` of the element
 */
export function readQuery({ search, hash }) {
  return hash.startsWith(FRAGMENT) ? hash.slice(1) : search;
}

/**
 * @param {string} href the address as it is
 * @param {string} query the element's
 * @returns {string}
 */
export function addressOf(href, query) {
  const url = new URL(href);
  const isLong = query.length > LONGEST_QUERY;
  url.search = isLong ? '' : query;
  if (isLong) url.hash = query;
  else if (url.hash.startsWith(FRAGMENT)) url.hash = '';
  return url.href;
}
