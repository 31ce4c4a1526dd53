import { applyPatch, changedKeys } from '../state/config.js';
import {
  differentKeys,
  formerRun,
  isOfView,
  startedAgain,
  wentOn,
  withView,
} from '../state/deed.js';
import { isUnderWay, liveChanges, settingsInForce, startingPatch } from '../state/live.js';
import { configError, isAbort, messageFrom } from '../state/messages.js';
import { presentRun } from '../state/present-run.js';
import { changedAt, parseSchedule, printSchedule, scheduledKey } from '../state/schedule.js';
import { createClient } from '../worker/client.js';
import { loadPart } from '../worker/load-part.js';
import { ChangeQueue } from './change-queue.js';

/** @typedef {import('../state/deed.js').Deed} Deed */
/** @typedef {import('../state/deed.js').Run} Run */
/** @typedef {import('../state/deed.js').Step} Step */
/** @typedef {import('../state/schedule.js').LiveChange} LiveChange */
/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').ConfigError} ConfigError */

/**
 * What of a lab they need.
 *
 * @typedef {object} ChangedLab
 * @property {import('./store.js').Store} store
 * @property {import('./session.js').Session} session
 * @property {(patch: object) => void} apply changes settings; the run starts again where it must
 * @property {(config: Config, trained: import('./again.js').Trained) => void} adopt goes on with a run
 * @property {(before: Config) => void} settle tells that the configuration has changed
 * @property {(errors: ConfigError[], origin: 'controls' | 'outside') => void} complain about
 *   them where their control is, or above the picture
 * @property {() => Promise<void>} pause
 * @property {typeof createClient} [createClient]
 */

/** More steps are not kept. */
const MOST_STEPS = 50;

/** What a change of a run that goes on is in. @type {readonly (keyof Config)[]} */
const SCHEDULE = ['schedule'];

/**
 * What a reader changes with the lab's own controls. While it trains, and at an epoch before the furthest
 * trained, the run goes on with what can be changed then, as an entry of its schedule; otherwise it starts
 * again. Either way it says so, offers the other, and can be undone: every run is had again by training it
 * again.
 */
export class Changes {
  #lab;
  /** The last one last. @type {readonly Step[]} */
  #past = [];
  #queue = new ChangeQueue((changes) => this.#make(changes));
  /** The training of a run that is to be had again. @type {AbortController | null} */
  #repeating = null;
  /** How many steps that takes back. */
  #depth = 0;
  /** Of a slider that is being dragged. @type {Step | null} */
  #passing = null;

  /** @param {ChangedLab} lab */
  constructor(lab) {
    this.#lab = lab;
  }

  get #state() {
    return this.#lab.store.state;
  }

  /**
   * Changes settings.
   *
   * @param {object} patch
   * @param {{ isPassing?: boolean, isAgain?: boolean }} [options] isPassing: more of the same will come, of a
   *   slider that is being dragged; isAgain: the run starts again, even where it could go on
   */
  commit(patch, { isPassing = false, isAgain = false } = {}) {
    if (isOfView(patch)) {
      this.#lab.apply(patch);
      return;
    }
    this.cancel();
    const live =
      !isAgain && isUnderWay(this.#state) ? liveChanges(this.#state.inForce, patch) : null;
    if (!live) {
      this.#startAgain(patch, isPassing);
    } else if (!isPassing) {
      this.#lab.complain(live.errors, 'controls');
      if (live.changes.length > 0) this.#queue.add(live.changes);
    }
  }

  /**
   * Changes parameters of the network as it is.
   *
   * @param {LiveChange[]} changes such as `{ name: 'w1.3.2', value: 0.5 }`
   * @returns {Promise<void>} settled when they have been made, or newer ones of the same
   */
  async edit(changes) {
    this.cancel();
    if (this.#state.failure) return;
    const schedule = printSchedule(changes.map((change) => ({ ...change, epoch: 0 })));
    const { errors } = applyPatch({ ...this.#state.config, schedule: '' }, { schedule });
    const { controls, outside } = this.#state.complaints;
    // Of a slider that is dragged there are many, and to clear complaints writes all controls anew.
    if (errors.length + controls.length + outside.length > 0) this.#lab.complain(errors, 'outside');
    if (errors.length === 0) await this.#queue.add(changes);
  }

  /** Brings back the run before the last change; while that is under way, the one before it. */
  async undo() {
    const depth = this.#depth + 1;
    const steps = this.#past.slice(-depth);
    if (steps.length < depth) return;
    const run = formerRun(steps, this.#state.config);
    const past = this.#past.slice(0, -depth);
    await this.#repeat(run, { deed: { kind: 'undone', epoch: run.epoch }, past, depth });
  }

  /** Has started again what went on, or gone on what started again. */
  async other() {
    const step = this.#past[this.#past.length - 1];
    if (!step) return;
    const { run, changes } = step;
    const earlier = this.#past.slice(0, -1);
    if (this.#state.deed?.kind === 'startedAgain') {
      const former = formerRun([step], this.#state.config);
      const entries = changedAt(parseSchedule(run.config.schedule), run.epoch, changes);
      const config = { ...former.config, schedule: printSchedule(entries) };
      const furthest = former.epoch;
      const past = [...earlier, { ...step, keys: SCHEDULE, epoch: run.epoch }];
      await this.#repeat({ ...former, furthest, config }, { deed: wentOn(step), past });
      return;
    }
    const patch = Object.fromEntries(changes.map(({ name, value }) => [scheduledKey(name), value]));
    const { schedule } = run.config;
    this.#lab.apply({ schedule, ...startingPatch(run.config, run.epoch, patch) });
    const keys = differentKeys(run.config, this.#state.config);
    this.#past = [...earlier, { ...step, keys, epoch: 0 }];
    this.#tell(startedAgain(step, Object.keys(patch)));
  }

  /**
   * Has the run without one of the changes in its schedule.
   *
   * @param {Pick<import('../state/schedule.js').Change, 'epoch' | 'name'>} entry
   */
  async remove({ epoch, name }) {
    this.cancel();
    const run = presentRun(this.#state);
    const entries = parseSchedule(run.config.schedule);
    const change = entries.find((one) => one.epoch === epoch && one.name === name);
    if (!change) return;
    const schedule = printSchedule(entries.filter((one) => one !== change));
    await this.open({ ...run, config: { ...run.config, schedule } }, { kind: 'removed', change });
  }

  /**
   * Has another run in place of this one, such as one that was kept, or one of many that were trained apart.
   *
   * @param {Run} wanted
   * @param {Deed} [deed] what has been done
   */
  async open(wanted, deed = { kind: 'opened', epoch: wanted.epoch }) {
    this.cancel();
    const present = presentRun(this.#state);
    const run = { ...wanted, config: withView(wanted.config, present.config) };
    const keys = differentKeys(present.config, run.config);
    const step = { run: present, what: '', epoch: run.epoch, keys, changes: [] };
    await this.#repeat(run, { deed, past: [...this.#past, step].slice(-MOST_STEPS) });
  }

  /** Ends the training of a run that was to be had again; the lab stays as it is. */
  cancel() {
    if (!this.#repeating) return;
    this.#repeating.abort();
    this.#repeating = null;
    this.#depth = 0;
    this.#tell(null);
  }

  dismiss() {
    this.#tell(null);
  }

  /** What there was before cannot be had any more: the page has changed it. */
  forget() {
    this.cancel();
    this.#past = [];
    this.#passing = null;
    this.#tell(null);
  }

  /**
   * @param {object} patch
   * @param {boolean} isPassing
   */
  #startAgain(patch, isPassing) {
    const run = presentRun(this.#state);
    const named = Object.keys(patch);
    const what = named.join();
    const former = this.#passing?.what === what ? this.#passing : null;
    this.#passing = isPassing ? former : null;
    this.#lab.apply(startingPatch(run.config, run.epoch, patch));
    const { config } = this.#state;
    if (changedKeys(run.config, config).length === 0) return;
    const from = former?.run ?? run;
    const live = liveChanges(settingsInForce(from.config, from.epoch), patch);
    const keys = differentKeys(from.config, config);
    const step = { run: from, what, epoch: 0, keys, changes: live?.changes ?? [] };
    this.#push(step, former);
    if (isPassing) this.#passing = step;
    this.#tell(startedAgain(step, named));
  }

  /** @param {LiveChange[]} changes */
  async #make(changes) {
    const { last: furthest } = this.#state.history;
    try {
      const made = await this.#lab.session.change(changes);
      if (made) this.#haveGoneOn(changes, { ...made, furthest });
    } catch (error) {
      this.#complain(error);
    }
  }

  /**
   * @param {LiveChange[]} changes
   * @param {{ epoch: number, before: Config, furthest: number }} made
   */
  #haveGoneOn(changes, { epoch, before, furthest }) {
    const what = changes.map(({ name }) => name).join();
    const last = this.#past[this.#past.length - 1];
    // Of a slider that is being dragged.
    const former = last?.what === what && last.epoch === epoch ? last : null;
    const { model } = presentRun(this.#state);
    const run = former?.run ?? { config: before, epoch, furthest, model };
    const step = { run, what, epoch, keys: SCHEDULE, changes };
    this.#push(step, former);
    this.#lab.settle(before);
    this.#tell(wentOn(step));
  }

  /**
   * @param {Step} step
   * @param {Step | null} former that it takes the place of
   */
  #push(step, former) {
    this.#past = [...this.#past.filter((one) => one !== former), step].slice(-MOST_STEPS);
  }

  /**
   * Trains a run once more; until it is there, the lab goes on as it is.
   *
   * @param {Run} run
   * @param {{ deed: Deed, past: readonly Step[], depth?: number }} then what has been done, and what can be
   *   undone
   */
  async #repeat(run, { deed, past, depth = 0 }) {
    this.#repeating?.abort();
    const repeating = new AbortController();
    const { signal } = repeating;
    this.#repeating = repeating;
    this.#depth = depth;
    this.#tell({ kind: 'repeating', epoch: run.epoch });
    try {
      const { trainAgain } = await loadPart(() => import('./again.js'));
      await this.#lab.pause();
      const trained = await trainAgain(run, { createClient, signal, ...this.#lab });
      this.#repeating = null;
      this.#depth = 0;
      this.#past = past;
      this.#lab.adopt(withView(run.config, this.#state.config), trained);
      this.#tell(deed);
    } catch (error) {
      if (this.#repeating === repeating) this.cancel();
      this.#complain(error);
    }
  }

  /** @param {unknown} error */
  #complain(error) {
    if (isAbort(error)) return;
    this.#lab.complain([configError('schedule', messageFrom(error))], 'outside');
  }

  /** @param {Deed | null} deed */
  #tell(deed) {
    const changes = { deed, canUndo: this.#past.length > this.#depth };
    this.#lab.store.dispatch({ type: 'surround', changes });
  }
}
