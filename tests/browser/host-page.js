/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('./support.js').VisitOptions} VisitOptions */

/**
 * Somebody's own page around labs.
 *
 * @param {import('./support.js').Site} site
 * @param {string} body
 * @param {(page: Page) => Promise<void>} use
 * @param {VisitOptions & { policy?: string, script?: string }} [options] policy: the page's
 *   Content-Security-Policy; script: the address by which it names the lab's script
 */
export function visitHost(
  site,
  body,
  use,
  { before, policy, script = '/dist/moon-lab.js', ...options } = {},
) {
  const html =
    '<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">' +
    `<body>${body}<script type="module" src="${script}"></script></body></html>`;
  return site.visit(
    {
      path: '/course/page.html',
      query: '?noise=1',
      ...options,
      async before(page) {
        await page.route('**/course/page.html*', (route) =>
          route.fulfill({
            body: html,
            contentType: 'text/html',
            headers: policy ? { 'Content-Security-Policy': policy } : {},
          }),
        );
        await before?.(page);
      },
    },
    use,
  );
}
