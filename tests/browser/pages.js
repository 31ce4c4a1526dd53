/** @typedef {import('playwright-core').BrowserContextOptions} BrowserContextOptions */
/** @typedef {import('playwright-core').Page} Page */

/** What a page that is there already can take over. */
const CHANGEABLE = ['viewport', 'colorScheme', 'reducedMotion'];

/**
 * Pages to visit, one used again after the other: to make one takes as long as to visit it.
 */
export class Pages {
  #browser;
  #origin;
  /** @type {Set<Page>} */
  #usable = new Set();
  /** @type {Page | undefined} */
  #idle;

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {string} origin of what is visited
   */
  constructor(browser, origin) {
    this.#browser = browser;
    this.#origin = origin;
  }

  /**
   * @param {BrowserContextOptions} options
   * @param {{ isOwn: boolean }} visit isOwn: what it does to the page is no other visit's business
   * @returns {Promise<Page>} as if new
   */
  async take(options, { isOwn }) {
    const isUsable = !isOwn && Object.keys(options).every((key) => CHANGEABLE.includes(key));
    if (isUsable && this.#idle) return this.#takeIdle(this.#idle, options);
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    if (isUsable) this.#usable.add(page);
    return page;
  }

  /**
   * @param {Page} page
   * @param {BrowserContextOptions} options
   */
  async #takeIdle(page, { viewport, colorScheme, reducedMotion }) {
    this.#idle = undefined;
    await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
    await page.emulateMedia({
      media: null,
      colorScheme: colorScheme ?? 'light',
      reducedMotion: reducedMotion ?? 'no-preference',
      forcedColors: 'none',
    });
    return page;
  }

  /** @param {Page} page after a visit that has found no fault */
  async giveBack(page) {
    const isUsable = this.#usable.has(page) && page.url().startsWith(this.#origin);
    if (this.#idle || !isUsable || page.isClosed() || page.context().pages().length > 1) {
      await page.context().close();
      return;
    }
    page.removeAllListeners();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().clearPermissions();
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto('about:blank');
    this.#idle = page;
  }
}
