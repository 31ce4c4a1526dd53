/** What would do harm, were it ever more than text. */
export const MARKUP = '<img src=x onerror="window.hacked = 1">';

/**
 * @param {unknown} value
 * @returns {string} as attributes and addresses spell it
 */
export function spell(value) {
  if (!Array.isArray(value)) return String(value ?? '');
  return value.map(String).join(value.some(Array.isArray) ? ';' : ',');
}
