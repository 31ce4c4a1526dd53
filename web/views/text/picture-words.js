import { ENGLISH } from '../../languages/en.js';
import { createFormats } from './formats.js';

/** @typedef {ReturnType<typeof pictureWords>} PictureWords */

/**
 * All that pictures say: words, and how numbers are written.
 *
 * @param {Pick<import('../../languages/en.js').Texts, 'locale' | 'direction' | 'notANumber' | 'numerals' | 'pictures'>} texts
 * @param {import('./formats.js').Formats} [formats] of the same language
 */
export function pictureWords(texts, formats = createFormats(texts)) {
  return { ...texts.pictures, formats, direction: texts.direction };
}

/** What views speak unless they are told otherwise. */
export const ENGLISH_PICTURES = pictureWords(ENGLISH);
