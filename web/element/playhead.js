import { canTrain } from '../state/lab-state.js';
import { withinLimit } from '../state/limit.js';
import { Schedule } from '../views/schedule.js';
import { Stride, advanceRequest, linkedBudget } from './pacing.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/lab-state.js').LabState} LabState */
/** @typedef {import('./session.js').Session} Session */

/**
 * One of the labs that go together.
 *
 * @typedef {object} Member
 * @property {import('./store.js').Store} store
 * @property {Session} session
 * @property {(options?: { again?: boolean }) => Promise<void>} start settled when it can be trained
 * @property {(settings: Partial<Config>) => void} follow takes over shared settings
 */

/**
 * What trains, pauses, steps and resets: one lab; or several that are linked, which are then at the
 * same epoch after every frame. A lab that can go no further, since it is finished or has diverged,
 * stays behind, and the others go on.
 */
export class Playhead {
  /** What ends the watch over each. @type {Map<Member, () => void>} */
  #members = new Map();
  #schedule = new Schedule();
  /** Starts and ends the training, a step a frame. */
  #run = this.#schedule.repeat(() => this.#advance());
  /** Whether it has been started. */
  #isOn = false;
  #stride = new Stride();
  /** The frame that is being computed, or all of those that follow at once. @type {Promise<void> | null} */
  #frame = null;

  /** @returns {Session[]} */
  get #sessions() {
    return [...this.#members.keys()].map(({ session }) => session);
  }

  /** @returns {LabState[]} */
  get #states() {
    return [...this.#members.keys()].map(({ store }) => store.state);
  }

  get #training() {
    return this.#sessions.filter(({ state }) => state.status === 'training');
  }

  get isTraining() {
    return this.#states.some(({ status }) => status === 'training');
  }

  /**
   * Whether steps follow each other at once: those of several that train at full speed are longer than an
   * animation frame.
   */
  get #isHurried() {
    // Where one is to stop must be known before the next is asked for.
    const isFree = this.#states.every(({ config }) => config.stop === 'never');
    return this.#isOn && isFree && this.#sessions.length > 1 && isAtFullSpeed(this.#sessions[0]);
  }

  /** @returns {Member | undefined} the one that has been here longest */
  get first() {
    return [...this.#members.keys()][0];
  }

  /** @param {Member} member begins anew, and so do those that it joins, unless something is shown at once */
  join(member) {
    const { first } = this;
    if (first) surround(member, { outcome: first.store.state.outcome });
    const end = member.store.listen((state, before) => this.#follow(member, state, before));
    this.#members.set(member, end);
    if (this.#members.size > 1) this.#restart(null);
    this.#refresh();
  }

  /** @param {Member} member */
  leave(member) {
    this.#members.get(member)?.();
    this.#members.delete(member);
    this.#refresh();
  }

  async train() {
    await this.#start();
    await this.#arrive();
    for (const session of this.#sessions) session.train();
    if (this.#isHurried) this.#schedule.flush();
  }

  /** @returns {Promise<void>} settled when no more epochs will come */
  async pause() {
    for (const session of this.#sessions) session.pause();
    await this.#frame;
    await Promise.all(this.#sessions.map((session) => session.travel.stay()));
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
    await this.#arrive();
    await this.pause();
    const able = this.#sessions.filter(({ state }) => canTrain(state));
    const target = latestEpoch(able) + epochs;
    this.#frame = takeAll(fetchAll(able, (session) => ({ epochs: target - epochOf(session) })));
    await this.#frame;
  }

  /**
   * @param {number} epoch that all come to, unless their training ends before
   * @param {boolean} [isPassing] whether another one will be wanted soon
   * @throws {RangeError}
   */
  async goto(epoch, isPassing) {
    if (!Number.isSafeInteger(epoch) || epoch < 0) {
      throw new RangeError(`goto: ${epoch} is not an epoch; allowed are whole numbers from 0`);
    }
    await this.#start();
    for (const session of this.#sessions) session.pause();
    await this.#frame;
    await Promise.all(this.#sessions.map((session) => session.travel.goto(epoch, isPassing)));
  }

  /**
   * @param {number} epoch that all come to, now and as soon as one of them has another experiment; 0: as
   *   ever, they begin at epoch 0
   */
  async showAtOnce(epoch) {
    for (const member of this.#members.keys()) surround(member, { outcome: epoch });
    if (epoch > 0) await this.goto(epoch);
  }

  async reset() {
    await Promise.all(this.#sessions.map((session) => session.reset()));
    await this.#start({});
  }

  /**
   * @param {Member} member
   * @param {LabState} state
   * @param {LabState} before
   */
  #follow(member, state, before) {
    const isLoading = state.status === 'loading' && before.status !== 'loading';
    const isOther = state.description !== before.description && state.status !== 'loading';
    if (isLoading || isOther) this.#restart(member.session);
    this.#refresh();
    if (isOther && state.outcome > 0 && this.#members.size > 1) this.goto(state.outcome);
  }

  /**
   * Takes all back to epoch 0 with one that has begun anew; unless what that comes to is shown at once, where
   * they wait for it.
   *
   * @param {Session | null} origin
   */
  #restart(origin) {
    for (const session of this.#sessions) {
      const { status, outcome } = session.state;
      // One that is loading begins anew as it is.
      if (session === origin || status === 'loading' || epochOf(session) === 0) continue;
      if (outcome > 0) session.pause();
      else session.reset();
    }
  }

  /**
   * @param {Member} origin has set them
   * @param {Partial<Config>} settings
   */
  share(origin, settings) {
    if (Object.keys(settings).length === 0) return;
    for (const member of this.#members.keys()) if (member !== origin) member.follow(settings);
  }

  /** Trains while somebody can see one of the labs, and tells all of them. */
  #refresh() {
    const states = this.#states;
    const { isTraining } = this;
    const isAble = (/** @type {LabState} */ state) =>
      state.status === 'loading' || state.canRetry || (canTrain(state) && !state.failure);
    this.#isOn = isTraining && states.some(({ isVisible }) => isVisible);
    this.#run(this.#isOn);
    // While loading too: a click then holds as soon as the experiment is there.
    const changes = { isTraining, canTrain: isTraining || states.some(isAble) };
    for (const member of this.#members.keys()) surround(member, changes);
  }

  /** @param {{ again?: boolean }} [options] */
  async #start(options = { again: true }) {
    await Promise.all([...this.#members.keys()].map((member) => member.start(options)));
  }

  /** Settled when none is on its way to another epoch. */
  async #arrive() {
    await Promise.all(this.#sessions.map((session) => session.travel.end));
  }

  /** Asks for one frame of all that train, or for several. */
  async #advance() {
    this.#frame =
      this.#members.size > 1
        ? this.#advanceTogether()
        : takeAll(
            fetchAll(this.#training, ({ state, mode }) => advanceRequest(state.config, mode)),
          );
    await this.#frame;
  }

  async #advanceTogether() {
    let step = this.#fetchTogether();
    while (step) {
      const { frames, goesOn } = step;
      await frames;
      // Before they are taken over, which no worker needs to wait for.
      step = goesOn && this.#isHurried ? this.#fetchTogether() : null;
      await takeAll(frames);
    }
  }

  /** As many epochs for all that train; where some are behind, only for these. */
  #fetchTogether() {
    const training = this.#training;
    if (training.length === 0) return null;
    const [{ state, mode }] = training;
    const latest = latestEpoch(training);
    const behind = training.filter((session) => epochOf(session) < latest);
    const isLevel = behind.length === 0;
    const epochs = this.#stride.epochs(state.config.speed);
    const start = performance.now();
    const frames = fetchAll(isLevel ? training : behind, (session) => ({
      epochs: isLevel ? epochs : Math.min(epochs, latest - epochOf(session)),
    })).then((takes) => {
      this.#stride.adapt(performance.now() - start, linkedBudget(state.config.speed, mode));
      return takes;
    });
    const ends = training.some(({ state: { config } }) => limit(config) <= latest + epochs);
    return { frames, goesOn: isLevel && !ends };
  }
}

/**
 * @param {Member} member
 * @param {Partial<import('../state/lab-state.js').Surroundings>} changes
 */
function surround({ store }, changes) {
  store.dispatch({ type: 'surround', changes });
}

/**
 * Asks for a frame of each.
 *
 * @param {Session[]} sessions
 * @param {(session: Session) => { epochs?: number, budgetMs?: number }} request
 */
function fetchAll(sessions, request) {
  return Promise.all(sessions.map((session) => session.fetch(request(session))));
}

/** @param {ReturnType<typeof fetchAll>} frames which are taken over all at once */
async function takeAll(frames) {
  for (const take of await frames) take();
}

/** @param {Session} session */
function isAtFullSpeed({ state, mode }) {
  return state.config.speed === 'max' && mode === 'worker';
}

/** @param {Config} config */
const limit = ({ epochs }) => withinLimit(Infinity, epochs);

/** @param {Session} session */
function epochOf({ state }) {
  return state.metrics?.epoch ?? 0;
}

/** @param {Session[]} sessions */
function latestEpoch(sessions) {
  return Math.max(0, ...sessions.map(epochOf));
}
