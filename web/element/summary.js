import { printText } from '../state/config.js';
import { SCHEMA } from '../state/schema.js';

/** @typedef {import('../state/types.js').Config} Config */

/**
 * A configuration for the one-line summaries of the catalogue.
 *
 * @param {Config} config
 * @returns {import('./texts.js').Summary}
 */
export function summaryOf(config) {
  const text = (/** @type {keyof Config} */ key) => printText(config[key]);
  return {
    text,
    ownPoints: config.dataset === 'own' ? config.data.length : null,
    label(key) {
      const entry = SCHEMA.find((candidate) => candidate.key === key);
      if (!entry || !('choices' in entry)) return text(key);
      const names = text(key).split(',');
      return names
        .map((name) => entry.choices.find((choice) => choice.value === name)?.label ?? name)
        .join(', ');
    },
  };
}
