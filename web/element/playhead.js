import { canTrain } from '../state/experiment.js';
import { Pacing, advanceRequest, linkedBudget } from './pacing.js';
import { Stride } from './stride.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('./session.js').Session} Session */

/**
 * One of the labs that go together.
 *
 * @typedef {object} Member
 * @property {Session} session
 * @property {boolean} isVisible on screen
 * @property {() => void} showTransport brings the buttons up to date
 * @property {(settings: Partial<Config>) => void} follow takes over shared settings
 */

/**
 * What trains, pauses, steps and resets: one lab; or several that are linked, which are then at the
 * same epoch after every frame. A lab that can go no further, since it is finished or has diverged,
 * stays behind, and the others go on.
 */
export class Playhead {
  /** @type {Set<Member>} */
  #members = new Set();
  #pacing = new Pacing(() => this.#advance());
  #stride = new Stride();
  /** The frame that is being computed. @type {Promise<void> | null} */
  #frame = null;

  /** @returns {Session[]} */
  get #sessions() {
    return [...this.#members].map(({ session }) => session);
  }

  get isTraining() {
    return this.#sessions.some(({ state }) => state.status === 'training');
  }

  /** Whether Train and Step would do something, now or as soon as an experiment is there. */
  get canTrain() {
    return this.#sessions.some(
      ({ state }) => state.status === 'loading' || state.canRetry || canTrain(state),
    );
  }

  /** @returns {Member | undefined} the one that has been here longest */
  get first() {
    return [...this.#members][0];
  }

  /** @param {Member} member begins at epoch 0, and so do those that it joins */
  join(member) {
    this.#members.add(member);
    if (this.#members.size > 1) this.restart(null);
    this.refresh();
  }

  /** @param {Member} member */
  leave(member) {
    this.#members.delete(member);
    this.refresh();
  }

  async train() {
    await this.#start();
    for (const session of this.#sessions) session.train();
  }

  /** @returns {Promise<void>} settled when no more epochs will come */
  async pause() {
    for (const session of this.#sessions) session.pause();
    await this.#frame;
  }

  /**
   * @param {number} epochs
   * @throws {RangeError}
   */
  async step(epochs) {
    if (!Number.isInteger(epochs) || epochs < 1) {
      throw new RangeError(`step: ${epochs} is not a number of epochs; allowed are 1 and more`);
    }
    await this.#start();
    await this.pause();
    const able = this.#sessions.filter(({ state }) => canTrain(state));
    const target = latestEpoch(able) + epochs;
    await this.#compute(able, (session) => ({ epochs: target - epochOf(session) }));
  }

  async reset() {
    await Promise.all(this.#sessions.map((session) => session.reset()));
  }

  /**
   * Takes all back to epoch 0 with one that has begun anew.
   *
   * @param {Session | null} origin
   */
  restart(origin) {
    for (const session of this.#sessions) {
      const { status } = session.state;
      // One that is loading begins anew as it is.
      if (session !== origin && status !== 'loading' && epochOf(session) > 0) session.reset();
    }
  }

  /**
   * @param {Member} origin has set them
   * @param {Partial<Config>} settings
   */
  share(origin, settings) {
    if (Object.keys(settings).length === 0) return;
    for (const member of this.#members) if (member !== origin) member.follow(settings);
  }

  /** To be called whenever a member has changed: trains while somebody can see it. */
  refresh() {
    const isSeen = [...this.#members].some(({ isVisible }) => isVisible);
    this.#pacing.run(isSeen && this.isTraining);
    for (const member of this.#members) member.showTransport();
  }

  async #start() {
    await Promise.all(this.#sessions.map((session) => session.start({ again: true })));
  }

  /** Asks for one frame of all that train. */
  async #advance() {
    const training = this.#sessions.filter(({ state }) => state.status === 'training');
    if (this.#members.size > 1) await this.#advanceTogether(training);
    else {
      await this.#compute(training, ({ state, mode }) => advanceRequest(state.config, mode));
    }
  }

  /** @param {Session[]} training */
  async #advanceTogether(training) {
    if (training.length === 0) return;
    const [{ state, mode }] = training;
    const latest = latestEpoch(training);
    const behind = training.filter((session) => epochOf(session) < latest);
    const epochs = this.#stride.epochs(state.config.speed);
    const start = performance.now();
    if (behind.length === 0) await this.#compute(training, () => ({ epochs }));
    else {
      await this.#compute(behind, (session) => ({
        epochs: Math.min(epochs, latest - epochOf(session)),
      }));
    }
    this.#stride.adapt(performance.now() - start, linkedBudget(state.config.speed, mode));
  }

  /**
   * Asks for a frame of each, and takes them over all at once.
   *
   * @param {Session[]} sessions
   * @param {(session: Session) => { epochs?: number, budgetMs?: number }} request
   */
  async #compute(sessions, request) {
    this.#frame = Promise.all(sessions.map((session) => session.fetch(request(session)))).then(
      (frames) => {
        for (const take of frames) take();
      },
    );
    await this.#frame;
  }
}

/** @param {Session} session */
function epochOf({ state }) {
  return state.metrics?.epoch ?? 0;
}

/** @param {Session[]} sessions */
function latestEpoch(sessions) {
  return Math.max(0, ...sessions.map(epochOf));
}
