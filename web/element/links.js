import { Playhead } from './playhead.js';

/** The playheads of each page's links, by name. @type {WeakMap<Document, Map<string, Playhead>>} */
const pages = new WeakMap();

/**
 * @param {Document} document
 * @param {string} name of the link; empty is none
 * @returns {Playhead} that of the labs with this name, or one for a single lab
 */
export function playheadOf(document, name) {
  if (name === '') return new Playhead();
  const links = pages.get(document) ?? new Map();
  pages.set(document, links);
  const known = links.get(name);
  // One that all have left is as good as none.
  if (known?.first) return known;
  const playhead = new Playhead();
  links.set(name, playhead);
  return playhead;
}
