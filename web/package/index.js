/**
 * `moonlab`: the element's class, without side effects. `moonlab/define` registers it.
 *
 * @module
 */
export { MoonLabElement } from '../element/moon-lab-element.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').ConfigPatch} ConfigPatch */
/** @typedef {import('../state/types.js').Metrics} Metrics */
/** @typedef {import('../state/record.js').LabRecord} LabRecord */
/** @typedef {import('../state/model.js').Model} Model */
/** @typedef {import('../element/events.js').MoonLabEventMap} MoonLabEventMap */
