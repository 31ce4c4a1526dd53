/**
 * The place of a configuration in an address: its query; or, where that would be longer than servers
 * take, as with hundreds of own points, the part behind `#`, which is never sent.
 *
 * @module
 */

/** Many servers refuse requests of 8 kB, some of 4. */
const LONGEST_QUERY = 3000;
/** Settings, rather than a place of the page. */
const SETTINGS = /^#(\?|.*=)/;

/**
 * @param {Location | URL} address
 * @returns {string} the query that it holds, for `query` of the element; of a name that stands in
 *   both places, what stands behind the `#`
 */
export function readQuery({ search, hash }) {
  if (!SETTINGS.test(hash)) return search;
  const behind = hash.replace(/^#\??/, '');
  const pairs = behind.split('&');
  const names = pairs.map(nameOf);
  const others = search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !names.includes(nameOf(pair)));
  return `?${[...others, ...pairs].join('&')}`;
}

/**
 * @param {string} pair such as "seed=7"
 * @returns {string} also where its `&` was escaped once too often, as `&amp;`
 */
function nameOf(pair) {
  return pair.replace(/^(amp;)+|=.*/g, '');
}

/**
 * @param {string} query
 * @returns {string} as an address has it, behind its path
 */
export function printPlace(query) {
  return query.length > LONGEST_QUERY ? `#${query}` : query;
}

/**
 * @param {string} href the address as it is
 * @param {string} query the element's
 * @returns {string}
 */
export function addressOf(href, query) {
  const url = new URL(href);
  const place = printPlace(query);
  const isLong = place !== query;
  url.search = isLong ? '' : query;
  if (isLong) url.hash = place;
  else if (SETTINGS.test(url.hash)) url.hash = '';
  return url.href;
}
