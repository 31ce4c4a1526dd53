/**
 * What a framed lab and the page around it say to each other, by `postMessage`. The frame listens to
 * the page around it alone, whoever that is: a lab holds nothing that its visitor could not see. A page
 * listens to its own frames alone.
 *
 * | from the page                         | means                                                  |
 * | ------------------------------------- | ------------------------------------------------------ |
 * | `{ type: 'moonlab:hello' }`           | tell me your height, I was not there                   |
 * | `{ type: 'moonlab:theme', theme }`    | I am `light`, `dark`, or will not say (`auto`)         |
 * | `{ type: 'moonlab:config', config }`  | change these settings                                  |
 * | `{ type: 'moonlab:train' }`           | and so `pause`, `reset`, and `step` with its `epochs`  |
 * | `{ type: 'moonlab:record' }`          | give me the run; with a `record`, open that            |
 * | `{ type: 'moonlab:state' }`           | where are you?                                         |
 *
 * All but `hello` are answered, once they are done, with the `id` that they brought along.
 *
 * | from the frame                                          | means                                     |
 * | ------------------------------------------------------- | ----------------------------------------- |
 * | `{ type: 'moonlab:hello' }`                             | I am there: what do you look like?        |
 * | `{ type: 'moonlab:height', height }`                    | so many CSS pixels show me whole          |
 * | `{ subject: 'lti.frameResize', height }`, and with the  | the same, as learning platforms           |
 * | `org.imsglobal.` of older ones                          | understand it                             |
 * | `{ type: 'moonlab:event', name, detail }`               | the lab's event                           |
 * | `{ type: 'moonlab:answer', to, id, state, metrics }`    | done; the run is its `record`             |
 * | `{ type: 'moonlab:error', to, id, message }`            | not done, and why                         |
 *
 * @module
 */

const PREFIX = 'moonlab:';
export const HELLO = 'moonlab:hello';
export const HEIGHT = 'moonlab:height';
export const THEME = 'moonlab:theme';
export const EVENT = 'moonlab:event';
export const ANSWER = 'moonlab:answer';
export const ERROR = 'moonlab:error';
/** https://www.imsglobal.org/spec/lti-pm-s/v0p1, and what platforms heard before it. */
export const LTI_RESIZES = ['lti.frameResize', 'org.imsglobal.lti.frameResize'];

/** What the page around may ask for, and what its message holds besides. @satisfies {Record<string, string[]>} */
const FIELDS = {
  'moonlab:hello': [],
  'moonlab:theme': ['theme'],
  'moonlab:config': ['config'],
  'moonlab:train': [],
  'moonlab:pause': [],
  'moonlab:step': ['epochs'],
  'moonlab:reset': [],
  'moonlab:record': ['record'],
  'moonlab:state': [],
};
const THEMES = ['light', 'dark', 'auto'];

/** @typedef {keyof typeof FIELDS} Request */

/** @param {unknown} data @returns {data is { type: string }} whether it is meant for us at all */
export function isMessage(data) {
  const type = /** @type {any} */ (data)?.type;
  return typeof type === 'string' && type.startsWith(PREFIX);
}

/**
 * @param {{ type: string }} message
 * @returns {Request}
 * @throws {TypeError} that names the field, what came and what is allowed
 */
export function checkRequest(message) {
  const { type, theme, config } = /** @type {Record<string, unknown>} */ (message);
  refuseUnless(Object.keys(FIELDS), type, 'type');
  const fields = FIELDS[/** @type {Request} */ (type)];
  for (const name of Object.keys(message)) refuseUnless(['type', 'id', ...fields], name, 'field');
  if (type === THEME) refuseUnless(THEMES, theme, 'theme');
  if (type === 'moonlab:config') refuseUnlessPlain(config);
  return /** @type {Request} */ (type);
}

/**
 * @param {readonly string[]} allowed
 * @param {unknown} value
 * @param {string} name
 */
function refuseUnless(allowed, value, name) {
  if (allowed.includes(/** @type {string} */ (value))) return;
  throw new TypeError(`${name}: ${print(value)}; allowed are ${allowed.join(', ')}`);
}

/** @param {unknown} config */
function refuseUnlessPlain(config) {
  const isPlain = typeof config === 'object' && config !== null && !Array.isArray(config);
  if (!isPlain) throw new TypeError(`config: ${print(config)}; allowed is an object of settings`);
}

/** @param {unknown} value */
function print(value) {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value);
}
