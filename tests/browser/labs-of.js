/** How long a page that may hang is waited for. */
const PATIENCE_MS = 1000;

/**
 * @param {import('playwright-core').Page} page in which something is wrong
 * @returns {Promise<string[]>} what its labs are doing, and those of its frames; nothing where it does not
 *   answer
 */
export async function labsOf(page) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, 'no answer'));
  const told = page.frames().map((frame) => {
    const labs = frame.evaluate(() =>
      [...document.querySelectorAll('moon-lab')].map(
        (lab) =>
          `${lab.state}, epoch ${lab.metrics?.epoch}, ${lab.shadowRoot?.textContent?.length} letters`,
      ),
    );
    return Promise.race([labs, late]).then(
      (answer) => `${frame.url()}: ${answer}`,
      (error) => `${frame.url()}: ${error}`,
    );
  });
  return Promise.all(told);
}
