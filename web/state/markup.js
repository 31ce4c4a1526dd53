/**
 * Tables of HTML, as pages and programs have them in their source.
 *
 * @module
 */

const ROW = /<tr\b[^<>]*>(.*?)(?=<\/?tr\b|<\/table|$)/gis;
const CELL = /<t[dh]\b[^<>]*>(.*?)(?=<\/?t[dhr]\b|$)/gis;
const TAG = /<[^<>]*>/g;
/** @type {Record<string, string>} */
const CHARACTERS = { nbsp: ' ', minus: '-', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * @param {string} text
 * @returns {string} where it has such a table, its rows with tabs between cells, in the same lines if
 *   they do not share one; otherwise the same
 */
export function readMarkup(text) {
  if (!/<t[dh]\b[^<>]*>/i.test(text)) return text;
  /** @type {string[]} */
  const lines = [];
  let [line, from] = [1, 0];
  for (const { 1: row, index } of text.matchAll(ROW)) {
    line += text.slice(from, index).split('\n').length - 1;
    from = index;
    while (lines.length < line - 1) lines.push('');
    lines.push([...row.matchAll(CELL)].map(([, cell]) => plainCell(cell)).join('\t'));
  }
  return lines.join('\n');
}

/** @param {string} cell */
function plainCell(cell) {
  return cell
    .replace(/<br\b/gi, ' <br')
    .replace(TAG, '')
    .replace(/&#(\d{1,5});/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&([a-z]+);/g, (all, name) => CHARACTERS[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
}
