import { inEnglish, isOfBrowser, messageFrom } from '../state/messages.js';

const NOT_LOADED =
  'This could not be loaded: the connection is gone, or the lesson has a new version. Try again, or ' +
  'load the page anew.';

/**
 * @param {unknown} error
 * @returns {boolean} whether something did not come that may come when it is asked for again
 */
export function canTryAgain(error) {
  const isNamed = error instanceof Error && Object.hasOwn(Object(error.cause), 'failure');
  return isNamed && !isOfBrowser(error);
}

/**
 * @param {unknown} error
 * @returns {string} for readers
 */
export function failureText(error) {
  return canTryAgain(error) ? NOT_LOADED : inEnglish(messageFrom(error));
}
