/**
 * The network's picture, as tests find it.
 *
 * @module
 */

/** @typedef {import('./support.js').Page} Page */

/** @param {Page} page @param {string} name that its own begins with */
export const neuron = (page, name) =>
  page
    .getByRole('group', { name: 'Neurons' })
    .getByRole('button', { name: new RegExp(`^${name}`) });

/** @param {Page} page @returns {Promise<string>} the title of the large picture */
export const title = (page) =>
  page.evaluate(
    () =>
      document.querySelector('moon-lab')?.shadowRoot?.querySelector('.picture-boundary h3')
        ?.textContent ?? '',
  );

/** @param {Page} page @param {string} wanted */
export const waitForTitle = (page, wanted) =>
  page.waitForFunction(
    (text) =>
      document.querySelector('moon-lab')?.shadowRoot?.querySelector('.picture-boundary h3')
        ?.textContent === text,
    wanted,
  );

/** @param {Page} page @returns {Promise<string>} what the neuron that has the focus is called */
export const focused = (page) =>
  page.evaluate(
    () =>
      document.querySelector('moon-lab')?.shadowRoot?.activeElement?.getAttribute('aria-label') ??
      '',
  );

/** @param {Page} page @returns {Promise<{ text: string, formula: string }>} */
export const card = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.neuron-card');
    const formula = element?.querySelector('.formula:not([hidden])')?.textContent ?? '';
    return { text: /** @type {HTMLElement} */ (element).innerText, formula };
  });
