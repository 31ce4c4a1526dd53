const POLL_MS = 50;
const PATIENCE_MS = 30_000;

/**
 * @param {() => Promise<boolean>} test
 * @param {string} [what] is waited for
 * @returns {Promise<void>} settled when it has come true
 */
export async function waitUntil(test, what = String(test)) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`In ${PATIENCE_MS} ms it has not come true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
