import base from './styles/base.css?inline';
import controls from './styles/controls.css?inline';
import insideParts from './styles/inside-parts.css?inline';
import inside from './styles/inside.css?inline';
import layout from './styles/layout.css?inline';
import numbers from './styles/numbers.css?inline';
import ownPoints from './styles/own-points.css?inline';
import paper from './styles/paper.css?inline';
import pictures from './styles/pictures.css?inline';
import saving from './styles/saving.css?inline';
import transport from './styles/transport.css?inline';

const texts = [
  base,
  controls,
  ownPoints,
  transport,
  pictures,
  numbers,
  inside,
  insideParts,
  saving,
  layout,
  paper,
];

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();
/** All of them that are still in use. @type {WeakRef<CSSStyleSheet>[]} */
const made = [];

/**
 * One constructable sheet for every lab of a page, of the page's own make: it takes no other. A strict
 * Content-Security-Policy allows it, where it would refuse a `<style>`.
 *
 * @param {Document} [page] that is shown in a window
 * @returns {CSSStyleSheet}
 */
export function labStyleSheet(page = document) {
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new (page.defaultView ?? window).CSSStyleSheet();
    sheets.set(page, sheet);
    made.push(new WeakRef(sheet));
    sheet.replaceSync(texts.join('\n'));
  }
  return sheet;
}

/** Adds what few labs need: those of a given height. Without it all of them can be scrolled to. */
export async function addFittedStyles() {
  const { default: fitted } = await import('./styles/fitted.css?inline');
  if (texts.includes(fitted)) return;
  texts.push(fitted);
  for (const sheet of made) sheet.deref()?.replaceSync(texts.join('\n'));
}
