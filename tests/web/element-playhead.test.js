import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { playheadOf } from '../../web/element/links.js';
import { Playhead } from '../../web/element/playhead.js';
import { Session } from '../../web/element/session.js';
import { Store } from '../../web/element/store.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { FakeEngine, clientOf } from './fake-engine.js';

const callSoon = (/** @type {() => void} */ callback) => setTimeout(callback, 1);
before(() =>
  Object.assign(globalThis, {
    requestAnimationFrame: callSoon,
    cancelAnimationFrame: clearTimeout,
  }),
);
after(() =>
  Object.assign(globalThis, { requestAnimationFrame: undefined, cancelAnimationFrame: undefined }),
);

/**
 * A lab without a page, on an engine of its own.
 *
 * @param {Playhead} playhead
 * @param {object} [patch]
 */
function createMember(playhead, patch = {}) {
  const engine = new FakeEngine();
  const store = new Store(applyPatch(defaultConfig(), patch).config);
  const session = new Session({ store, createClient: () => clientOf(engine) });
  const show = (/** @type {boolean} */ isVisible) =>
    store.dispatch({ type: 'surround', changes: { isVisible } });
  show(true);
  return {
    playhead,
    engine,
    store,
    session,
    show,
    start: (/** @type {{ again?: boolean } | undefined} */ options) => session.start(options),
    follow(/** @type {object} */ settings) {
      session.configure(applyPatch(session.state.config, settings).config);
    },
  };
}

/** @typedef {ReturnType<typeof createMember>} TestMember */

/**
 * @param {object[]} patches a lab for each
 */
function createGroup(...patches) {
  const playhead = new Playhead();
  const members = patches.map((patch) => createMember(playhead, patch));
  for (const member of members) playhead.join(member);
  return { playhead, members };
}

/** @param {TestMember[]} members */
const epochs = (members) => members.map(({ session }) => session.state.metrics?.epoch);
/** @param {TestMember[]} members */
const statuses = (members) => members.map(({ session }) => session.state.status);

/**
 * Looks at the labs again and again until something holds.
 *
 * @param {() => boolean} holds
 * @param {() => void} [look]
 */
async function until(holds, look = () => {}) {
  const end = performance.now() + 10_000;
  while (!holds()) {
    assert.ok(performance.now() < end, 'it never comes');
    await new Promise((resolve) => setImmediate(resolve));
    look();
  }
}

/** Lets frames pass in which labs that train would have gone on. */
async function linger() {
  for (let frames = 0; frames < 10; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/**
 * @param {TestMember} member
 * @param {'create' | 'reset'} call that its engine is not to answer yet
 * @returns {Promise<() => void>} lets it
 */
async function holdBack({ session }, call) {
  /** @type {() => void} */
  let answer = () => {};
  const waiting = new Promise((resolve) => (answer = () => resolve(undefined)));
  await session.ask(async (client) => {
    const perform = /** @type {(...args: any[]) => Promise<any>} */ (client[call]);
    client[call] = (...args) => waiting.then(() => perform(...args));
  });
  return answer;
}

test('linked labs are at the same epoch whenever one looks', async () => {
  const { playhead, members } = createGroup({ speed: '25' }, { speed: '25' }, { speed: '25' });
  members[1].engine.msPerEpoch = 30;
  await playhead.train();
  assert.deepEqual(statuses(members), ['training', 'training', 'training']);
  const seen = new Set();
  await until(
    () => (epochs(members)[0] ?? 0) > 200,
    () => {
      assert.equal(new Set(epochs(members)).size, 1, `${epochs(members)}`);
      seen.add(epochs(members)[0]);
    },
  );
  assert.ok(seen.size > 5);
  await playhead.pause();
  const [stopped] = epochs(members);
  assert.deepEqual(statuses(members), ['paused', 'paused', 'paused']);
  await linger();
  assert.deepEqual(epochs(members), [stopped, stopped, stopped]);
});

test('at full speed they begin at once, and the next step is asked for before the last is taken over', async () => {
  const { playhead, members } = createGroup({ speed: 'max' }, { speed: 'max', layers: [3] });
  const asked = /** @type {number[]} */ ([]);
  for (const { engine, session } of members) {
    Object.defineProperty(session, 'mode', { value: 'worker' });
    const fetch = session.fetch.bind(session);
    session.fetch = async (how) => {
      const trained = engine.experiments[0].metrics().epoch;
      asked.push(trained - (session.state.metrics?.epoch ?? 0));
      const take = await fetch(how);
      // As from a worker, whose answers are tasks of their own.
      await new Promise((resolve) => setImmediate(resolve));
      return take;
    };
  }
  await playhead.train();
  assert.deepEqual(asked, [0, 0], 'without waiting for a frame');
  await until(() => asked.length > 6);
  await playhead.pause();
  assert.ok(asked.slice(-2).every((ahead) => ahead > 0));
  const [first, second] = epochs(members);
  assert.equal(first, second);
  assert.equal(first, members[0].engine.experiments[0].metrics().epoch, 'nothing is left behind');
});

test('they step and reset together', async () => {
  const { playhead, members } = createGroup({}, {});
  await playhead.step(7);
  assert.deepEqual(epochs(members), [7, 7]);
  await playhead.reset();
  assert.deepEqual(epochs(members), [0, 0]);
  await assert.rejects(playhead.step(0), { name: 'RangeError' });
});

test('who is finished or has diverged stays behind, and the others go on', async () => {
  const { playhead, members } = createGroup({ epochs: 10 }, {}, {});
  members[1].engine.divergesAt = 6;
  await playhead.train();
  await until(() => (epochs(members)[2] ?? 0) >= 50);
  assert.deepEqual(epochs(members).slice(0, 2), [10, 6]);
  assert.deepEqual(statuses(members), ['finished', 'failed', 'training']);
  assert.equal(playhead.isTraining, true);
  await playhead.pause();
  members[0].follow({ epochs: 0 });
  assert.equal(statuses(members)[0], 'paused');
  const [, , ahead] = epochs(members);
  await playhead.train();
  await until(
    () => epochs(members)[0] === epochs(members)[2],
    () => {
      if (epochs(members)[0] !== epochs(members)[2]) assert.equal(epochs(members)[2], ahead);
    },
  );
  await playhead.reset();
  assert.deepEqual(epochs(members), [0, 0, 0], 'also who has diverged');
});

test('one that begins anew takes the others along', async () => {
  const { playhead, members } = createGroup({}, {});
  await playhead.train();
  await until(() => (epochs(members)[0] ?? 0) > 5);
  members[1].follow({ layers: [3] });
  await until(() => statuses(members).every((status) => status === 'ready'));
  assert.deepEqual(epochs(members), [0, 0]);
  await playhead.step(3);
  await members[0].session.importModel(/** @type {any} */ ({ layerSizes: [2], layers: [] }));
  await until(() => epochs(members)[1] === 0);
  assert.deepEqual(epochs(members), [0, 0]);
});

test('what one shows at once all show, whichever is there first', async () => {
  for (const first of [0, 1]) {
    const second = 1 - first;
    const { playhead, members } = createGroup({}, { layers: [2] });
    await playhead.showAtOnce(12);
    assert.deepEqual(epochs(members), [12, 12]);
    const late = createMember(playhead);
    playhead.join(late);
    await late.session.start();
    await until(() => epochs([late])[0] === 12);
    playhead.leave(late);
    const answer = await holdBack(members[second], 'create');
    for (const member of members) member.follow({ seed: 3 });
    await until(() => statuses(members)[first] === 'paused');
    await linger();
    assert.equal(statuses(members)[second], 'loading');
    answer();
    const seen = new Set();
    const end = members[first].store.listen(({ metrics }) => seen.add(metrics?.epoch));
    await until(() => epochs(members)[second] === 12);
    await linger();
    assert.deepEqual(epochs(members), [12, 12]);
    assert.deepEqual([...seen], [12], 'who is there already stays there');
    end();
    members[first].follow({ layers: [5] });
    await until(() => statuses(members)[first] === 'paused');
    assert.deepEqual(epochs(members), [12, 12]);
  }
});

test('whoever joins begins together with the others, whoever leaves goes on alone', async () => {
  const { playhead, members } = createGroup({}, {});
  await playhead.step(20);
  const late = createMember(playhead);
  playhead.join(late);
  await until(() => epochs(members).every((epoch) => epoch === 0));
  await playhead.train();
  assert.deepEqual(statuses([...members, late]), ['training', 'training', 'training']);
  playhead.leave(late);
  late.playhead = new Playhead();
  late.playhead.join(late);
  await playhead.pause();
  const [stopped] = epochs(members);
  await until(() => (epochs([late])[0] ?? 0) > (stopped ?? 0) + 10);
  assert.deepEqual(epochs(members), [stopped, stopped]);
  playhead.leave(members[0]);
  playhead.leave(members[1]);
  assert.equal(playhead.isTraining, false);
  await late.playhead.pause();
});

test('who is told to step or to train waits for what is on its way back to epoch 0', async () => {
  for (const way of /** @type {const} */ (['step', 'train'])) {
    const playhead = new Playhead();
    const slow = createMember(playhead);
    playhead.join(slow);
    await playhead.step(20);
    const answer = await holdBack(slow, 'reset');
    const late = createMember(playhead);
    playhead.join(late);
    const going = way === 'step' ? playhead.step(5) : playhead.train();
    await linger();
    assert.deepEqual(epochs([slow, late]), [20, 0], 'nobody goes ahead');
    answer();
    await going;
    if (way === 'step') assert.deepEqual(epochs([slow, late]), [5, 5]);
    else assert.deepEqual(statuses([slow, late]), ['training', 'training']);
    await playhead.pause();
    const [first, second] = epochs([slow, late]);
    assert.equal(first, second);
  }
});

test('nothing is trained while nobody can see any of them', async () => {
  const { playhead, members } = createGroup({}, {});
  await playhead.train();
  await until(() => (epochs(members)[0] ?? 0) > 0);
  for (const member of members) member.show(false);
  await linger();
  const hidden = epochs(members);
  await linger();
  assert.deepEqual(epochs(members), hidden);
  members[1].show(true);
  await until(() => (epochs(members)[0] ?? 0) > (hidden[0] ?? 0));
  await playhead.pause();
});

test('a shared setting reaches every other lab', () => {
  const { playhead, members } = createGroup({}, {}, {});
  playhead.share(members[1], { seed: 9 });
  assert.deepEqual(
    members.map(({ session }) => session.state.config.seed),
    [9, 42, 9],
  );
});

test('a name stands for one playhead of its page, as long as somebody is there', () => {
  const [page, other] = /** @type {Document[]} */ (/** @type {unknown[]} */ ([{}, {}]));
  const playhead = playheadOf(page, 'a');
  const member = createMember(playhead);
  playhead.join(member);
  assert.equal(playheadOf(page, 'a'), playhead);
  assert.notEqual(playheadOf(page, 'b'), playhead);
  assert.notEqual(playheadOf(other, 'a'), playhead);
  assert.notEqual(playheadOf(page, ''), playheadOf(page, ''));
  playhead.leave(member);
  assert.notEqual(playheadOf(page, 'a'), playhead);
});
