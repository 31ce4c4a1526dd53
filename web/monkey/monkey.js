import { addLanguage } from '../element/language.js';
import { h } from '../views/dom.js';
import { KINDS, isKind, pseudoTexts } from './pseudo.js';

/** @typedef {import('../element/moon-lab-element.js').MoonLabElement} Lab */

/**
 * Tries a page's lab out, as its address asks.
 *
 * @param {Element} lab
 * @param {string} query `texts` and `fuzz`, with what belongs to it
 */
export async function start(lab, query) {
  const asked = new URLSearchParams(query);
  const texts = asked.get('texts');
  if (texts !== null) changeTexts(texts);
  if (!asked.has('fuzz')) return;
  const [{ fuzz }] = await Promise.all([
    import('./fuzz.js'),
    customElements.whenDefined(lab.localName),
  ]);
  await fuzz(/** @type {Lab} */ (lab), asked);
}

/** @param {string} kind */
function changeTexts(kind) {
  if (!isKind(kind)) {
    const message = `texts: ${kind} is not known; allowed are ${KINDS.join(', ')}`;
    document.body.append(h('p', { role: 'alert' }, message));
    return;
  }
  const texts = pseudoTexts(kind);
  const tag = `en-x-${kind}`;
  addLanguage(tag, texts);
  Object.assign(document.documentElement, { lang: tag, dir: texts.direction });
}
