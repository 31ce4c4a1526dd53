import { createClient } from '../../worker/client.js';
import { trainTo } from '../../worker/training.js';

/** @typedef {import('../../state/kept.js').KeptRun} KeptRun */
/** @typedef {import('../../worker/protocol.js').Beginning} Beginning */

/** Points along each side of its picture, which is small. */
const RESOLUTION = 100;

/**
 * A kept run that is trained again apart from the lab's own, to be looked at on its way.
 */
export class Apart {
  #run;
  #createClient;
  /** @type {import('../../worker/client.js').Client | null} */
  #client = null;
  /** What it has come to. @type {Beginning | null} */
  #reached = null;

  /**
   * @param {KeptRun} run
   * @param {typeof createClient} [create]
   */
  constructor(run, create = createClient) {
    this.#run = run;
    this.#createClient = create;
  }

  /**
   * To be asked again once it has answered.
   *
   * @param {number} epoch
   * @returns {Promise<Beginning>} with the frame of that epoch, or of the one at which it was kept, if that is
   *   less
   * @throws {Error} an AbortError once it is ended
   */
  async at(epoch) {
    const wanted = Math.min(epoch, this.#run.record.metrics.epoch);
    this.#client ??= this.#createClient();
    const reached = this.#reached ?? (await this.#begin(this.#client));
    this.#reached = await reach(this.#client, reached, wanted);
    return this.#reached;
  }

  /** Gives the worker back; asked again, it begins anew. */
  end() {
    this.#client?.dispose();
    this.#client = null;
    this.#reached = null;
  }

  /** @param {import('../../worker/client.js').Client} client */
  #begin(client) {
    const { config, record } = this.#run;
    const look = { resolution: RESOLUTION };
    return client.create(config, record.start ? { look, model: record.start } : { look });
  }
}

/**
 * @param {import('../../worker/client.js').Client} client
 * @param {Beginning} reached
 * @param {number} epoch
 * @returns {Promise<Beginning>}
 */
async function reach(client, { description, frame }, epoch) {
  const former = frame.metrics.epoch <= epoch ? frame : await client.reset();
  if (former.metrics.epoch === epoch) return { description, frame: former };
  await trainTo(client, epoch);
  return { description, frame: await client.frame() };
}
