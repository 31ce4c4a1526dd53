/** Very small numbers in print, in English. */

import { ENGLISH_PICTURES } from '../../views/text/picture-words.js';

export { powerOfTen } from '../../views/text/formats.js';
export const { scientific: formatScientific } = ENGLISH_PICTURES.formats;
