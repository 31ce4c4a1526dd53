/**
 * The page's side of a run: calls that are promises.
 *
 * @module
 */

import { pagePool } from './pool.js';
import { CALLS } from './protocol.js';

/** @import { Config } from '../state/types.js' */
/** @import { Pool, Seat, Team } from './pool.js' */
/** @import { Beginning, Call, RemoteCalls } from './protocol.js' */

/**
 * @typedef {Omit<RemoteCalls, 'dispose'> & {
 *   readonly mode: 'worker' | 'main',
 *   open: () => void,
 *   expect: (config: Config) => void,
 *   dispose: () => void,
 * }} Client of one run. `mode`: where the training runs; on the main thread every call holds the page
 *   up: ask for little at a time (`budgetMs` of 8 or less). `open` starts the worker and fetches the
 *   engine, ahead of the first call. `expect` makes the experiment that is likely to be wanted first,
 *   ahead of `create`. `dispose` ends the run; what is still waiting is rejected, and so is every later
 *   call.
 */

/**
 * A run of one's own. Nothing is started before open() or the first call. See Thread for what becomes of
 * calls.
 *
 * @param {object} [options]
 * @param {AbortSignal} [options.signal] disposes the client
 * @param {Pool} [options.pool]
 * @param {Team} [options.team] see Pool's join()
 * @param {number} [options.work] the same
 * @returns {Client}
 */
export function createClient({ signal, pool = pagePool, team, work } = {}) {
  /** @type {Seat | null} */
  let seat = null;
  /** Why nothing can be asked any more. @type {DOMException | null} */
  let ended = null;
  /** @type {{ text: string, beginning: Promise<Beginning> } | null} */
  let expected = null;

  const calls = remoteCalls((call, args) => {
    if (ended) return Promise.reject(ended);
    seat ??= pool.join(team, work);
    return seat.thread.ask(/** @type {Call} */ ({ run: seat.run, call, args }));
  });
  const dispose = () => {
    if (ended) return;
    ended = new DOMException('The experiment was disposed of', 'AbortError');
    signal?.removeEventListener('abort', dispose);
    if (seat) pool.leave(seat, ended);
  };
  if (signal?.aborted) dispose();
  else signal?.addEventListener('abort', dispose);

  return {
    ...calls,

    get mode() {
      return seat?.thread.mode ?? 'worker';
    },

    open() {
      if (ended) return;
      seat ??= pool.join(team, work);
      seat.thread.open();
    },

    expect(config) {
      const beginning = calls.create(config);
      beginning.catch(() => {}); // Told to whoever wants it.
      expected = { text: JSON.stringify(config), beginning };
    },

    create(config, start) {
      const made = expected;
      expected = null;
      if (!start && made?.text === JSON.stringify(config)) return made.beginning;
      return calls.create(config, start);
    },

    dispose,
  };
}

/**
 * @param {(call: typeof CALLS[number], args: unknown[]) => Promise<unknown>} ask
 * @returns {RemoteCalls}
 */
function remoteCalls(ask) {
  return /** @type {RemoteCalls} */ (
    Object.fromEntries(
      CALLS.map((call) => [call, (/** @type {unknown[]} */ ...args) => ask(call, args)]),
    )
  );
}
