/** Longer than anything that a lab is asked for here takes, on the slowest of machines. */
const PATIENCE_MS = 60_000;
/** Where nothing is drawn, as in a hidden page, there are no frames to wait for. */
const FRAME_MS = 250;

/**
 * @param {number} count
 * @returns {Promise<void>}
 */
export async function frames(count) {
  for (let i = 0; i < count; i += 1) await frame();
}

/** @returns {Promise<void>} */
function frame() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // After what else is done in the frame.
      setTimeout(resolve);
    });
  });
}

/**
 * @param {import('../element/moon-lab-element.js').MoonLabElement} lab
 * @returns {Promise<void>} settled when the lab has its experiment, or has said why not, and shows it
 * @throws {Error} if it never does
 */
export async function settle(lab) {
  const end = performance.now() + PATIENCE_MS;
  await frames(2);
  while (lab.state === 'loading') {
    if (performance.now() > end) throw new Error('the lab has been loading for a minute');
    // It loads when it is about to be seen.
    lab.scrollIntoView({ block: 'nearest' });
    await frames(1);
  }
  await frames(1);
}
