/** Very small numbers in print, in English. */

import { ENGLISH_PICTURES } from './picture-words.js';

export { powerOfTen } from './formats.js';
export const { scientific: formatScientific } = ENGLISH_PICTURES.formats;
