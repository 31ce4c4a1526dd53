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

/** What tries the lab out, and is no setting of it: see web/monkey. */
const TRIAL = /^(fuzz|texts)\b/;

/** @typedef {Pick<Location, 'search' | 'hash'>} Address */

/**
 * @param {Address} address
 * @returns {string} the query that it holds, for `query` of the element
 */
export const readQuery = (address) => pick(readAll(address), false);

/**
 * @param {Address} address
 * @returns {string} what in it tries the lab out, as a query
 */
export const readTrials = (address) => pick(readAll(address), true);

/**
 * @param {Address} address
 * @returns {string} its query; of a name that stands in both places, what stands behind the `#`
 */
function readAll({ search, hash }) {
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
  const trials = readTrials(url);
  const settings = isLong ? '' : query;
  url.search = trials && settings ? `${trials}&${settings.slice(1)}` : trials + settings;
  if (isLong) url.hash = place;
  else if (SETTINGS.test(url.hash)) url.hash = '';
  return url.href;
}

/**
 * @param {string} query the element's
 * @param {number} epoch
 * @returns {string} that opens at this epoch
 */
export function queryAt(query, epoch) {
  const pairs = query
    .slice(1)
    .split('&')
    .filter((pair) => pair && nameOf(pair) !== 'at');
  if (epoch > 0) pairs.push(`at=${epoch}`);
  return pairs.join('&') && `?${pairs.join('&')}`;
}

/**
 * @param {string} search
 * @param {boolean} areTrials
 * @returns {string}
 */
function pick(search, areTrials) {
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => TRIAL.test(pair) === areTrials);
  return pairs.join('&') && `?${pairs.join('&')}`;
}
