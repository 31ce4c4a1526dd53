import { ENGLISH } from '../../languages/en.js';
import { createFormats } from './formats.js';

/** @typedef {ReturnType<typeof pictureWords>} PictureWords */

/**
 * All that pictures say: words, and how numbers are written.
 *
 * @param {Pick<import('../../languages/en.js').Texts, 'locale' | 'direction' | 'notANumber' | 'numerals' | 'pictures'>} texts
 * @param {import('./formats.js').Formats} [formats] of the same language
 * @param {readonly string[]} [classNames] by number
 */
export function pictureWords(texts, formats = createFormats(texts), classNames = []) {
  const { direction } = texts;
  return { ...texts.pictures, formats, direction, nameOf: namesOf(classNames) };
}

/**
 * @param {readonly string[]} names by number
 * @returns {(label: number) => string | number} what a class is called: its number, where it has no name
 */
export function namesOf(names) {
  return (label) => names[label] ?? label;
}

/** What views speak unless they are told otherwise. */
export const ENGLISH_PICTURES = pictureWords(ENGLISH);
