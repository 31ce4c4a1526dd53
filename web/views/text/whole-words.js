import { ENGLISH } from '../../languages/en.js';
import { ENGLISH_LATER } from '../../languages/later/en.js';
import { pictureWords } from './picture-words.js';

/** @typedef {ReturnType<typeof wholeWords>} WholeWords */

/**
 * All that pictures say, the sentences that describe them included, which come after the boundary.
 *
 * @param {Parameters<typeof pictureWords>[0]
 *   & Pick<import('../../languages/en.js').Texts, 'pictureSentences'>} texts
 * @param {import('./formats.js').Formats} [formats] of the same language
 * @param {readonly string[]} [classNames] by number
 */
export function wholeWords(texts, formats, classNames) {
  return { ...pictureWords(texts, formats, classNames), ...texts.pictureSentences };
}

/** What views speak unless they are told otherwise. */
export const ENGLISH_WORDS = wholeWords({ ...ENGLISH, ...ENGLISH_LATER });
