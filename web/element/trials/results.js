/**
 * The shape of what training many runs has come to. A lab has it for as long as it lives, so that another
 * language, or other names of the classes, can show it again. Types only: nothing here runs.
 *
 * @module
 */

/** @import { Answer, Config, Description } from '../../state/types.js' */
/** @import { Effect } from '../../state/influence.js' */
/** @import { KeptRun } from '../../state/kept.js' */
/** @import { Chance, Draw } from '../../state/luck.js' */
/** @import { Cell, Sweep } from '../../state/sweep.js' */
/** @import { Result } from '../../state/sweep-results.js' */
/** @import { PlaneMap } from '../../views/plane/map.js' */
/** @import { Outcome } from '../../worker/training.js' */

/**
 * @typedef {object} Pair of values, with what its runs have come to
 * @property {Cell} cell the first of its runs
 * @property {{ cell: Cell, result: Result }[]} runs those that are done
 * @property {PlaneMap | null} map what the network of its first run answers
 *
 * @typedef {object} SweepRuns
 * @property {Pair[]} pairs row by row
 * @property {Pick<Sweep, 'x' | 'y'> & { epochs: number }} sweep
 *
 * @typedef {object} LuckRuns
 * @property {Draw[]} draws
 * @property {Chance} chance
 * @property {(Outcome | undefined)[]} outcomes by draw, those that are there
 * @property {{ run: KeptRun, outcomes: (Outcome | undefined)[] } | null} beside a kept run's, from the same seeds
 *
 * @typedef {object} Influence
 * @property {Config} config
 * @property {number} limit epochs that it is trained for
 * @property {Description} description of the run with all points
 * @property {Answer | null} answer of that run
 * @property {(Effect | null)[]} effects by training point, those that are known
 *
 * @typedef {object} Underway work that is not done yet, whichever panel shows it
 * @property {number} all how many runs it has
 * @property {number} done of them
 * @property {number} begun when it was, in milliseconds
 * @property {AbortController} ending
 * @property {{ tell: (found: any) => void, end: (underway: Underway, error: unknown) => void }} view of the
 *   latest panel: it is told what is found, and when there is no more; error: null where all are done
 *
 * @typedef {{ sweep?: SweepRuns, luck?: LuckRuns, influence?: Influence }} LatestResults of each
 * @typedef {LatestResults & { underway?: { [id in keyof LatestResults]?: Underway } }} TrialResults
 */

export {};
