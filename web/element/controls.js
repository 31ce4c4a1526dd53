/**
 * The shape of what the parts of a lab are given to act with. Types only: nothing here runs.
 *
 * @module
 */

/**
 * What the lab's controls can do; training concerns all the labs that it is linked with.
 *
 * @typedef {object} Controls
 * @property {import('./store.js').Store} store
 * @property {import('./saving/saving.js').Saving} saving
 * @property {import('./kept/keeper.js').Keeper} keeper
 * @property {(make: typeof import('./changes.js').Changes) => import('./changes.js').Changes} takeChanges with
 *   these, and how they are undone; until then nothing can be
 * @property {(patch: import('./own-points.js').Patch,
 *   options?: { isPassing?: boolean, isAgain?: boolean }) => void} commit changes settings; passing are those of
 *   a slider that is being dragged, and again is for those with which the run is to start anew
 * @property {(changes: import('../state/schedule.js').LiveChange[]) => Promise<void>} edit changes
 *   parameters, such as `{ name: 'w1.3.2', value: 0.5 }`, at the present epoch
 * @property {(run: import('../state/deed.js').Run) => void} open trains a run, which then is the lab's; what there
 *   was before can be had again
 * @property {() => AbortSignal} life that ends when the lab leaves the page
 * @property {(neuron: import('../state/types.js').Neuron | null) => void} point somebody points at it
 * @property {(epoch: number) => void} showAtOnce it is shown as soon as something has been changed; 0: none
 * @property {(isHeld: boolean) => void} hold keeps the part of the plane that is shown
 * @property {import('./panel-section.js').SectionOptions['ask']} ask of the worker
 * @property {import('./trials/results.js').TrialResults} results of many runs, which outlive a face
 * @property {() => void} train
 * @property {() => void} pause
 * @property {() => void} step
 * @property {() => void} reset
 * @property {(epoch: number, isPassing: boolean) => void} goto passing are those of a slider that is being
 *   dragged
 */

export {};
