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
 * @property {(patch: import('./own-points.js').Patch) => void} commit changes settings
 * @property {(isHeld: boolean) => void} hold keeps the part of the plane that is shown
 * @property {import('./inside/inside.js').InsideOptions['ask']} ask of the worker
 * @property {(neuron: import('../state/types.js').Neuron | null) => void} point somebody points at it
 * @property {(changes: { name: string, value: number }[]) => void} edit sets parameters, now
 * @property {() => void} train
 * @property {() => void} pause
 * @property {() => void} step
 * @property {() => void} reset
 */

export {};
