import { ENGLISH } from '../../languages/en.js';
import { createFormats } from '../../views/text/formats.js';

/** "90.0%", and "10,000": as everywhere in the lesson. */
export const { percent, share, count: thousands } = createFormats(ENGLISH);
