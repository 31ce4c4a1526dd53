/**
 * What an instructor pastes into a course page, for each of the three ways.
 *
 * @module
 */
import { printPlace } from '../page/address.js';
import { printQuery, printText, toldSettings } from '../state/config.js';
import { markupName } from '../state/schema.js';

/** @typedef {import('../state/types.js').Config} Config */

/**
 * What a lab holds for whom it does not come. A link alone may stand wherever text may, as in what
 * Markdown makes a paragraph.
 *
 * @type {Record<string, string>}
 */
const LINES = { en: 'Open the lab', de: 'Das Labor öffnen' };

/**
 * @typedef {object} Target
 * @property {Config} config
 * @property {string} base where the site's files are, with a slash at its end
 * @property {string} lang of the lab, where it is not the page's; empty otherwise
 */

/**
 * @param {Target} target
 * @returns {string}
 */
export function elementMarkup({ config, base, lang }) {
  const attributes = [...(lang ? [['lang', lang]] : []), ...attributesOf(config)];
  const texts = attributes.map(([name, value]) =>
    value === '' ? name : `${name}="${escapeHtml(value)}"`,
  );
  const address = escapeHtml(`${base}index.html${printPlace(printQuery(config))}`);
  const line = `<a href="${address}">${LINES[lang] ?? LINES.en}</a>`;
  return `<${['moon-lab', ...texts].join(' ')}>${line}</moon-lab>`;
}

/**
 * @param {Target} target
 * @returns {string}
 */
export function scriptSnippet(target) {
  const source = escapeHtml(`${target.base}moon-lab.js`);
  return `<script type="module" src="${source}"></script>\n\n${elementMarkup(target)}`;
}

/**
 * @param {Target} target
 * @returns {string}
 */
export function packageSnippet(target) {
  return `// npm install moonlab\nimport 'moonlab/define';\n\n// and in the page:\n${elementMarkup(target)}`;
}

/**
 * @param {Target & { height: number }} target height in CSS pixels, where nothing follows the frame's
 *   own wish
 * @returns {string}
 */
export function frameSnippet({ config, base, lang, height }) {
  const query = printQuery(config);
  const whole = lang ? `${query || '?'}${query ? '&' : ''}lang=${encodeURIComponent(lang)}` : query;
  const source = escapeHtml(`${base}frame.html${printPlace(whole)}`);
  return [
    `<iframe src="${source}"`,
    `        title="Moonlab: a neural network that learns" width="100%" height="${height}"`,
    '        loading="lazy" allow="clipboard-write; fullscreen" frameborder="0"></iframe>',
    '<!-- Where scripts are allowed, this one gives the frame the height that it asks for. -->',
    `<script src="${escapeHtml(`${base}moon-lab-frame.js`)}"></script>`,
  ].join('\n');
}

/**
 * @param {Config} config
 * @returns {[string, string][]} attributes, as few as give it
 */
function attributesOf(config) {
  return toldSettings(config).map((entry) => [
    markupName(entry),
    entry.kind === 'boolean' ? '' : printText(config[entry.key]),
  ]);
}

/**
 * @param {string} text
 * @returns {string} for an attribute in double quotes, or for text
 */
export function escapeHtml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
