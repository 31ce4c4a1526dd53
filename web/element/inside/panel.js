/**
 * What a panel of the section "Look inside" is.
 *
 * @module
 */

/** @typedef {import('../../languages/en.js').Texts} Texts */
/** @typedef {import('../../state/lab-state.js').Scene} Scene */
/** @typedef {import('../../worker/client.js').Client} Client */

/**
 * @typedef {object} PanelOptions
 * @property {Texts & Texts['inside'] & Texts['trials']} texts
 * @property {import('../../views/text/formats.js').Formats} formats
 * @property {<T>(question: (client: Client) => Promise<T>) => Promise<T>} ask of the worker
 * @property {(patch: object) => void} commit changes settings
 * @property {(run: import('../../state/deed.js').Run) => void} open a run in the lab
 * @property {() => AbortSignal} life of what goes on without the lab
 * @property {import('../trials/results.js').TrialResults} results of many runs, which outlive a panel
 * @property {() => Scene | null} current the latest scene, which may be newer than the one a panel is
 *   updated with
 * @property {() => void} refresh has the panel updated
 *
 * @typedef {object} Panel
 * @property {Node[]} children
 * @property {(scene: Scene) => Promise<void>} update called while it is open, one at a time
 */

export {};
