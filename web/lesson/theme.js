import { systemTheme, watchSystemTheme } from '../element/theme.js';

/** @typedef {import('../views/palette.js').ThemeName} ThemeName */
/** @typedef {'light' | 'dark' | 'auto'} ThemeChoice */

/**
 * The page's theme: what the reader has chosen, or what the system says.
 */
export class PageTheme {
  /** @type {ThemeChoice} */
  #choice = 'auto';
  /** @type {Set<() => void>} */
  #watchers = new Set();

  constructor() {
    watchSystemTheme(() => this.#tell(), new AbortController().signal);
  }

  get choice() {
    return this.#choice;
  }

  set choice(choice) {
    this.#choice = choice;
    document.documentElement.dataset.theme = choice;
    this.#tell();
  }

  /** @returns {ThemeName} */
  get name() {
    return this.#choice === 'auto' ? systemTheme() : this.#choice;
  }

  /** @param {() => void} onChange */
  watch(onChange) {
    this.#watchers.add(onChange);
  }

  #tell() {
    for (const onChange of this.#watchers) onChange();
  }
}
