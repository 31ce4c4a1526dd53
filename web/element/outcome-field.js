import { messageFrom } from '../state/messages.js';
import { countField } from './count-field.js';

const MOST_EPOCHS = 1_000_000;
const STOPS = [0, 10, 20, 50, 100, 200, 300, 500, 700, 1000, 2000, 5000, 10_000];

/**
 * Which epoch is shown as soon as something has been changed, and while a slider is dragged: what a setting
 * comes to, instead of its beginning.
 *
 * @param {object} options
 * @param {import('../languages/en.js').Texts['outcome']} options.texts
 * @param {import('../state/messages.js').MessageWords} options.words
 * @param {(epoch: number) => void} options.onShow 0: none
 * @returns {{ element: HTMLElement, update: (epoch: number) => void }}
 */
export function outcomeField({ texts: { label, hint, off }, words, onShow }) {
  const field = countField({
    id: 'outcome',
    ...{ label, hint, zero: off, stops: STOPS },
    ...{ first: 0, least: 0, most: MOST_EPOCHS },
    onChange() {
      try {
        onShow(field.read());
        field.setError('');
      } catch (error) {
        field.setError(messageFrom(error)(words));
      }
    },
  });
  return field;
}
