/** @typedef {import('../views/palette.js').ThemeName} ThemeName */

const DARK_QUERY = '(prefers-color-scheme: dark)';

/**
 * Which colours a theme means now: `auto` follows the reader's system, as the style sheet does.
 *
 * @param {import('../state/types.js').Config['theme']} theme
 * @returns {ThemeName}
 */
export function resolveTheme(theme) {
  if (theme !== 'auto') return theme;
  return matchMedia(DARK_QUERY).matches ? 'dark' : 'light';
}

/**
 * @param {() => void} onChange called when the reader's system changes
 * @param {AbortSignal} signal ends the watch
 */
export function watchSystemTheme(onChange, signal) {
  matchMedia(DARK_QUERY).addEventListener('change', onChange, { signal });
}
