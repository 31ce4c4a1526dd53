import { Playhead } from '../../element/playhead.js';
import { Session } from '../../element/session.js';
import { Store } from '../../element/store.js';
import { inEnglish } from '../../state/messages.js';
import { joinRows } from '../../state/metrics.js';
import { networkOf } from '../../state/model.js';
import { parameterCount } from '../../state/parameters.js';
import { createClient } from '../../worker/client.js';
import { schedule } from './schedule.js';

/** @import { LabState, Scene } from '../../state/lab-state.js' */
/** @import { Config, Frame } from '../../state/types.js' */
/** @import { Client } from '../../worker/client.js' */
/** @import { Team } from '../../worker/pool.js' */
/** @import { Start } from '../../worker/protocol.js' */

/**
 * @typedef {object} Training
 * @property {Config} config `epochs` is as many for all, and more than 0
 * @property {Start} [start]
 *
 * @typedef {object} Change what has happened since the last one
 * @property {Float64Array[]} rows for each training its new epochs, as in frames; at a start, epoch 0
 * @property {boolean} isStart they are new, or back at epoch 0
 * @property {boolean} isHeld pictures can wait: soon there will be others, and somebody has asked for less
 *   motion
 *
 * @typedef {import('../../element/playhead.js').Member & { beginning: Start, unseen: Float64Array[] }}
 *   Member `unseen`: rows that have not been shown
 */

const DEFAULT_SPEED = '5';
/** The states of a run that has come to its end. */
const OVER = ['finished', 'failed'];
/** How often pictures and counters change where somebody has asked for less motion. */
const REDUCED_MOTION_INTERVAL_MS = 1000;

/**
 * One network, or several that are at the same epoch after every frame: the lab's sessions without a lab.
 * They train while their place is on screen.
 */
export class SideBySide {
  #host;
  #onFrame;
  #onRest;
  #onChange;
  #playhead = new Playhead();
  /** @type {Member[]} */
  #members = [];
  #team = /** @type {Team} */ (new Map());
  /** Epochs a frame. */
  #speed = DEFAULT_SPEED;
  #isVisible = false;
  #isStart = false;
  #isWanted = false;
  #wasTraining = false;
  /** Changes that are under way. */
  #awaited = 0;
  #isResting = false;
  #resting = schedule.add(() => this.#rest());
  /** What was shown when it came to a rest. @type {(Frame | null)[]} */
  #rested = [];
  #shownAt = -Infinity;
  #calm = matchMedia('(prefers-reduced-motion: reduce)');

  /**
   * @param {Element} host whose being seen decides
   * @param {object} options
   * @param {(change: Change) => void} options.onFrame shows what is new
   * @param {() => void | Promise<void>} options.onRest called when it has come to a rest, also after a
   *   start: for what is too slow for every frame
   * @param {() => void} options.onChange called after both, and whenever something else has changed
   */
  constructor(host, { onFrame, onRest, onChange }) {
    this.#host = host;
    this.#onFrame = onFrame;
    this.#onRest = onRest;
    this.#onChange = onChange;
    new IntersectionObserver((entries) => {
      this.#isVisible = entries[entries.length - 1].isIntersecting;
      for (const { store } of this.#members) this.#tellVisible(store);
    }).observe(host);
  }

  /** Each as its store has it; nothing until all are there. */
  get scenes() {
    const states = this.#members.map(({ store }) => store.state);
    const isThere = (/** @type {LabState} */ { status, description, frame }) =>
      status !== 'loading' && description && frame;
    return states.every(isThere) ? /** @type {Scene[]} */ (states) : [];
  }

  /** The furthest; 0 until all are there. */
  get epoch() {
    return Math.max(0, ...this.scenes.map(({ frame }) => frame.metrics.epoch));
  }

  get isTraining() {
    return this.#playhead.isTraining;
  }

  get canTrain() {
    return this.#members.some(({ store }) => store.state.canTrain);
  }

  get isFinished() {
    const { scenes } = this;
    return scenes.length > 0 && scenes.every(({ status }) => OVER.includes(status));
  }

  /** @returns {string | undefined} in words, what is the matter with one of them */
  get failure() {
    const failed = this.#members.find(({ store }) => store.state.failure);
    return failed?.store.state.failure ? inEnglish(failed.store.state.failure) : undefined;
  }

  /** @param {number} epochs a frame, from now on; Infinity is as many as there is time for */
  set speed(epochs) {
    this.#speed = epochs === Infinity ? 'max' : String(epochs);
    for (const { session } of this.#members)
      session.configure(this.#withSpeed(session.state.config));
  }

  /**
   * @param {Config} config
   * @returns {Config}
   */
  #withSpeed(config) {
    return { ...config, speed: /** @type {Config['speed']} */ (this.#speed) };
  }

  /**
   * Begins anew with these, at epoch 0.
   *
   * @param {Training[]} trainings as many each time
   */
  start(trainings) {
    this.#isStart = true;
    for (const { config } of trainings.slice(this.#members.length)) this.#join(config);
    this.#members.forEach((member, i) => {
      const { config, start = {} } = trainings[i];
      member.beginning = start;
      member.session.configure(this.#withSpeed(config), true);
    });
    // Those with little to do take the workers that the others have left.
    const heaviestFirst = [...this.#members].sort((a, b) => workOf(b) - workOf(a));
    for (const { session } of heaviestFirst) session.start({ again: true });
    this.#want();
  }

  /** @param {Config} config */
  #join(config) {
    const store = new Store(config);
    const session = new Session({ store, createClient: () => this.#createClient(member) });
    /** @type {Member} */
    const member = {
      store,
      session,
      start: (options) => session.start(options),
      follow() {},
      beginning: {},
      unseen: [],
    };
    store.listen((state, before) => this.#take(member, state, before));
    store.show(() => this.#want());
    this.#members.push(member);
    this.#tellVisible(store);
    this.#playhead.join(member);
    return member;
  }

  /**
   * @param {Member} member
   * @returns {Client} whose experiments begin as the training says
   */
  #createClient(member) {
    const client = createClient({ team: this.#team, work: workOf(member) });
    return Object.assign(Object.create(client), {
      create: (/** @type {Config} */ config) => client.create(config, member.beginning),
    });
  }

  /** @param {Store} store */
  #tellVisible(store) {
    store.dispatch({ type: 'surround', changes: { isVisible: this.#isVisible } });
  }

  /** From the same start again, where all have come to their end. */
  train() {
    // The first picture takes its time, too.
    this.#shownAt = performance.now();
    const start = this.isFinished ? this.#playhead.reset() : Promise.resolve();
    return this.#await(start.then(() => this.#playhead.train()));
  }

  pause() {
    return this.#await(this.#playhead.pause());
  }

  step() {
    return this.#await(this.#playhead.step(1));
  }

  /** Back to the same start. */
  reset() {
    return this.#await(this.#playhead.reset());
  }

  /** @param {Promise<void>} change after which no other frame comes */
  async #await(change) {
    this.#awaited += 1;
    this.#want();
    await change;
    this.#awaited -= 1;
    this.#want();
  }

  /**
   * @template T
   * @param {(client: Client, i: number) => Promise<T>} question about each of them, that changes nothing
   * @returns {Promise<T[] | null>} null where they have gone on meanwhile
   */
  async ask(question) {
    const before = this.#frames;
    const answers = await Promise.all(
      this.#members.map(({ session }, i) => session.ask((client) => question(client, i))),
    );
    return this.#isAt(before) ? answers : null;
  }

  get #frames() {
    return this.#members.map(({ store }) => store.state.frame);
  }

  #isAt(/** @type {ReturnType<SideBySide['scenes']['map']>} */ frames) {
    return this.#frames.every((frame, i) => frame === frames[i]);
  }

  /**
   * @param {Member} member
   * @param {LabState} state
   * @param {LabState} before
   */
  #take(member, { frame }, before) {
    if (!frame || frame === before.frame) return;
    // Epoch 0 comes with a new experiment, and with a reset.
    if (frame.history[0] === 0) {
      member.unseen = [];
      this.#isStart = true;
    }
    member.unseen.push(frame.history);
  }

  /** Shows it once for all that happens in a turn. */
  #want() {
    if (!this.#isWanted) queueMicrotask(() => this.#show());
    this.#isWanted = true;
  }

  #show() {
    this.#isWanted = false;
    const isDue = performance.now() - this.#shownAt >= REDUCED_MOTION_INTERVAL_MS;
    const isHeld = this.#calm.matches && !isDue && (this.isTraining || this.#awaited > 0);
    const isNews = !isHeld || this.#isStart || this.isTraining !== this.#wasTraining;
    this.#wasTraining = this.isTraining;
    if (isNews && this.scenes.length > 0) this.#showFrame(isHeld);
    if (isNews) this.#onChange();
    this.#host.toggleAttribute('data-running', this.#isBusy || this.#isResting);
  }

  get #isBusy() {
    return this.isTraining || this.#awaited > 0 || this.scenes.length === 0;
  }

  /** @param {boolean} isHeld */
  #showFrame(isHeld) {
    if (!isHeld) this.#shownAt = performance.now();
    const rows = this.#members.map(({ unseen }) => joinRows(unseen.splice(0)));
    const isStart = this.#isStart;
    this.#isStart = false;
    if (isStart || rows.some(({ length }) => length > 0)) this.#onFrame({ rows, isStart, isHeld });
    if (this.#isBusy || this.#isResting || this.#isAt(this.#rested)) return;
    this.#isResting = true;
    // In the next frame: who goes on at once, as from the start again, has not come to a rest.
    this.#resting.soon();
  }

  /** One after the other: it may ask the workers. */
  async #rest() {
    if (!this.#isBusy) {
      this.#rested = this.#frames;
      await this.#onRest();
    }
    this.#isResting = false;
    this.#want();
  }
}

const workOf = (/** @type {Member} */ { store }) =>
  parameterCount(networkOf(store.state.config).layerSizes);
