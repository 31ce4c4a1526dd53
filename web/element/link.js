import { SCHEMA } from '../state/schema.js';
import { printText } from '../state/config.js';
import { Playhead } from './playhead.js';

/** @typedef {import('../state/types.js').Config} Config */

/** The settings that linked labs share: their data, and how fast they train. */
const SHARED = SCHEMA.filter(({ group, key }) => group === 'data' || key === 'speed').map(
  ({ key }) => key,
);

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

/**
 * @param {Config} config
 * @param {Config} [before]
 * @returns {Partial<Config>} the shared settings, or those of them that are other than before
 */
export function sharedSettings(config, before) {
  const keys = SHARED.filter((key) => !before || printText(config[key]) !== printText(before[key]));
  return Object.fromEntries(keys.map((key) => [key, config[key]]));
}
