import base from './styles/base.css?inline';
import groups from './styles/groups.css?inline';
import layout from './styles/layout.css?inline';
import paper from './styles/paper.css?inline';
import pictures from './styles/pictures.css?inline';
import transport from './styles/transport.css?inline';

/** In the order of the sheet, whatever comes when. */
const texts = {
  base,
  groups,
  fields: '',
  transport,
  pictures,
  parts: '',
  trials: '',
  layout,
  paper,
  fitted: '',
};

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();
/** All of them that are still in use. @type {WeakRef<CSSStyleSheet>[]} */
const made = [];

const print = () => Object.values(texts).join('\n');

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
    sheet.replaceSync(print());
  }
  return sheet;
}

/** @param {Partial<typeof texts>} more of what has come later */
export function addStyles(more) {
  Object.assign(texts, more);
  for (const sheet of made) sheet.deref()?.replaceSync(print());
}

/** Adds what few labs need: those of a given height. Without it all of them can be scrolled to. */
export async function addFittedStyles() {
  const { default: fitted } = await import('./styles/fitted.css?inline');
  if (texts.fitted === '') addStyles({ fitted });
}
