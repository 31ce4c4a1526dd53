/**
 * Runs a job one at a time: called while it runs, it runs once more afterwards, however often it was
 * called.
 */
export class Refresher {
  #job;
  #isRunning = false;
  #isWanted = false;

  /** @param {() => Promise<void>} job never rejects */
  constructor(job) {
    this.#job = job;
  }

  async call() {
    this.#isWanted = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#job();
    }
    this.#isRunning = false;
  }
}
