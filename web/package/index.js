/**
 * `moonlab`: the element's class, without side effects. `moonlab/define` registers it.
 *
 * @module
 */
export { MoonLabElement } from '../element/moon-lab-element.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Metrics} Metrics */
