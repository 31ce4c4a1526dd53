/** @typedef {import('../views/palette.js').ThemeName} ThemeName */

const DARK_QUERY = '(prefers-color-scheme: dark)';

/** @returns {ThemeName} what the reader's system asks for */
export function systemTheme() {
  return matchMedia(DARK_QUERY).matches ? 'dark' : 'light';
}

/**
 * @param {() => void} onChange called when the reader's system changes
 * @param {AbortSignal} signal ends the watch
 */
export function watchSystemTheme(onChange, signal) {
  matchMedia(DARK_QUERY).addEventListener('change', onChange, { signal });
}

/**
 * Which colours a theme means now: `auto` follows the page where its style sheet says one
 * `color-scheme`, else the reader's system.
 *
 * @param {import('../state/types.js').Config['theme']} theme
 * @param {Element} place where the colours are to be
 * @returns {ThemeName}
 */
export function resolveTheme(theme, place) {
  if (theme !== 'auto') return theme;
  const schemes = getComputedStyle(place).colorScheme.match(/\b(light|dark)\b/g) ?? [];
  return schemes.length === 1 ? /** @type {ThemeName} */ (schemes[0]) : systemTheme();
}

/**
 * @param {() => void} onChange called when the page may have other colours: a switch on it turns them
 *   by an attribute of the whole
 * @param {AbortSignal} signal ends the watch
 */
export function watchPageTheme(onChange, signal) {
  watchSystemTheme(onChange, signal);
  const observer = new MutationObserver(onChange);
  for (const whole of [document.documentElement, document.body]) {
    observer.observe(whole, { attributes: true });
  }
  signal.addEventListener('abort', () => observer.disconnect());
}
