/**
 * A lab without a page: its controls' changes, on the shipped module.
 *
 * @module
 */

import { Changes } from '../../web/element/changes.js';
import { Session } from '../../web/element/session.js';
import { Store } from '../../web/element/store.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { clientFactory, createSession, step } from './session-support.js';

/** @typedef {import('../../web/engine/engine.js').Engine} Engine */

/**
 * @param {Engine} engine
 * @param {object} [patch] to the default configuration
 */
export async function startLab(engine, patch = {}) {
  const store = new Store(applyPatch(defaultConfig(), patch).config);
  const session = new Session({ store, createClient: clientFactory(engine) });
  /** @type {import('../../web/state/types.js').ConfigError[][]} */
  const complaints = [];
  const changes = new Changes({
    store,
    session,
    createClient: clientFactory(engine),
    apply(given) {
      const { config, errors } = applyPatch(session.state.config, given);
      complaints.push(errors);
      session.configure(config);
    },
    adopt: (config, trained) => session.adopt({ ...trained, config }),
    settle: () => {},
    complain: (errors) => complaints.push(errors),
    pause: async () => session.pause(),
  });
  await session.start();
  return { session, changes, complaints, deed: () => session.state.deed };
}

/**
 * @param {Engine} engine
 * @param {object} patch
 * @param {number} epochs
 */
export async function trainedSession(engine, patch, epochs) {
  const session = createSession(engine, patch);
  await session.start();
  if (epochs > 0) await step(session, epochs);
  return session;
}

/**
 * Leaves a session at an epoch as it is while it trains.
 *
 * @param {Session} session
 * @param {number} epochs
 */
export async function train(session, epochs) {
  session.train();
  (await session.fetch({ epochs }))();
}
