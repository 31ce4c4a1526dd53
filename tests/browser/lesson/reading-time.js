/**
 * How long the lesson takes, from what its page holds before any script has run.
 *
 * @module
 */

/**
 * How fast somebody reads, and how many minutes a figure or a question takes: to move what can be
 * moved; to commit to an answer, run it and read why.
 *
 * @typedef {object} Pace
 * @property {number} wordsPerMinute
 * @property {number} minutesPerStop
 */

/** @type {Pace} */
export const THOROUGH = { wordsPerMinute: 200, minutesPerStop: 0.5 };
/** @type {Pace} */
export const QUICK = { wordsPerMinute: 250, minutesPerStop: 0.25 };

/**
 * @param {import('../support.js').Site} site
 * @param {Pace} pace
 * @returns {Promise<number>} minutes for everything outside the folds
 */
export async function readingTime(site, { wordsPerMinute, minutesPerStop }) {
  let minutes = NaN;
  await site.visit({ path: '/dist/lesson.html' }, async (page) => {
    const { words, stops } = await page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      const main = /** @type {Element} */ (
        new DOMParser().parseFromString(html, 'text/html').querySelector('main')
      );
      const count = main.querySelectorAll('[data-widget], [data-prediction]').length;
      // A sketch belongs to its question.
      const within = main.querySelectorAll('[data-prediction] [data-widget]').length;
      // What is folded away, and what stands in every question alike or is not seen.
      const unread = 'details, noscript, form h3, button, .visually-hidden';
      for (const element of main.querySelectorAll(unread)) element.remove();
      // A formula is a word.
      for (const element of main.querySelectorAll('math')) element.replaceWith('x');
      return {
        words: main.textContent?.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0,
        stops: count - within,
      };
    });
    minutes = words / wordsPerMinute + stops * minutesPerStop;
  });
  return minutes;
}
