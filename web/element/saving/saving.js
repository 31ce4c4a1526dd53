import { createClient } from '../../worker/client.js';
import { loadPart } from '../../worker/load-part.js';
import { errorOf, inEnglish, isAbort, messageFrom } from '../../state/messages.js';
import { messageWords } from '../sentences.js';

/** @typedef {import('../../state/record-check.js').CheckedRecord} CheckedRecord */
/** @typedef {import('./files.js').SavedFile} SavedFile */
/** @typedef {import('./files.js').Words} Words */
/** @typedef {import('./view.js').FileKind} FileKind */
/** @typedef {import('./view.js').SavingView} SavingView */

/**
 * @typedef {object} SavingOptions
 * @property {import('../session.js').Session} session
 * @property {(config: CheckedRecord['config'], trained: import('../again.js').Trained) => void} adopt
 *   goes on with what a record has brought, and what the page has set about its lab
 * @property {import('../kept/keeper.js').Keeper} keeper
 * @property {(message: string) => void} complain tells the page what was wrong with a file
 */

/** Few save and open anything: what it takes is fetched when the first does. */
const filesPart = () => loadPart(() => import('./files.js'));
const openingPart = () => loadPart(() => import('./opening.js'));

/**
 * Saves a lab's run as files, and opens records. The lab goes on until a record is wholly there.
 */
export class Saving {
  #options;
  #session;
  /** From when it is shown. @type {Words | null} */
  #words = null;
  /** @type {SavingView | null} */
  #view = null;
  /** The record being opened. @type {AbortController | null} */
  #opening = null;
  /** Ends what is only about to open one. */
  #coming = new AbortController();

  /** @param {SavingOptions} options */
  constructor(options) {
    this.#options = options;
    this.#session = options.session;
  }

  /**
   * Shows itself, again where it is in other words; what is under way goes on.
   *
   * @param {Words} words
   * @param {typeof import('./view.js').createSavingView} createView
   * @returns {HTMLElement}
   */
  show(words, createView) {
    this.#words = words;
    this.#view = createView({
      texts: words.texts.saving,
      onSave: (kind) => this.#save(kind),
      onOpen: (files) => this.#openFiles(files),
      onCancel: () => this.cancel(),
    });
    return this.#view.element;
  }

  /** Files are saved and opened where it is shown. @returns {Words} */
  get #spoken() {
    return /** @type {Words} */ (this.#words);
  }

  get #texts() {
    return this.#spoken.texts.saving;
  }

  /** @returns {Promise<import('../../state/record.js').LabRecord>} */
  async exportRecord() {
    const { recordOf, withWholeHistory } = await filesPart();
    return recordOf(await withWholeHistory(await this.#run(), createClient));
  }

  /**
   * @param {unknown} json
   * @throws {Error} that says what is wrong with it; the lab stays as it was
   */
  async importRecord(json) {
    const { signal } = this.#coming;
    const { readRecord } = await openingPart();
    signal.throwIfAborted();
    await this.#open(readRecord(json));
  }

  /** Ends the opening of a record; the lab stays as it was. */
  cancel() {
    this.#opening?.abort();
    this.#coming.abort();
    this.#coming = new AbortController();
  }

  /**
   * The run as it is at this moment, once there is one.
   *
   * @returns {Promise<import('./files.js').SavedRun>}
   */
  async #run() {
    await this.#session.ask(async () => {});
    const { config, description, frame, history, status, theme, ...run } = this.#session.state;
    // A setting was changed while we waited.
    if (!frame || !description || status === 'loading') return this.#run();
    const imported = run.isImported ? run.initialParameters : null;
    return { config, description, frame, history, imported, theme };
  }

  /**
   * Saves all kept runs in one file.
   *
   * @param {SavingView['say']} say where they are kept
   */
  async saveKept(say) {
    const { keptFile, offerFile } = await filesPart();
    const part = await this.#options.keeper.part();
    const file = keptFile(part.runs);
    offerFile(file);
    // A page around this one may have refused it.
    if (window.parent === window) part.haveSaved();
    this.#tellSaved(file, [], say);
  }

  /** @param {FileKind} kind */
  async #save(kind) {
    try {
      const { makeFile, offerFile, withWholeHistory } = await filesPart();
      const run = await withWholeHistory(await this.#run(), createClient);
      const { stride } = run.history;
      const file = await makeFile(kind, run, this.#spoken);
      offerFile(file);
      const note =
        kind === 'history' && stride > 1
          ? [this.#texts.thinned(this.#spoken.formats.count(stride))]
          : [];
      this.#tellSaved(file, note);
    } catch (error) {
      if (!isAbort(error)) this.#say([this.#tell(messageFrom(error))], { isError: true });
    }
  }

  /**
   * @param {SavedFile} file
   * @param {string[]} note
   * @param {SavingView['say']} [say]
   */
  #tellSaved(file, note, say = (...said) => this.#say(...said)) {
    // A page around this one may forbid downloads.
    if (window.parent === window) {
      say([this.#texts.saved(file.name), ...note]);
      return;
    }
    const offer = { name: this.#texts.copy, onPress: () => this.#copy(file, say) };
    say([this.#texts.offered(file.name), ...note], file.isText ? { offer } : {});
  }

  /**
   * @param {SavedFile} file
   * @param {SavingView['say']} say
   */
  async #copy({ blob }, say) {
    try {
      await navigator.clipboard.writeText(await blob.text());
      say([this.#texts.copied]);
    } catch {
      say([this.#texts.notCopied], { isError: true });
    }
  }

  /** @param {File[]} files */
  async #openFiles(files) {
    try {
      if (files.length !== 1) {
        throw errorOf(RangeError, ({ manyFiles, number }) => manyFiles(number(files.length)));
      }
      const { signal } = this.#coming;
      const { checkRecordSize, isKeptFile, parseFile, readKept, readRecord } = await openingPart();
      signal.throwIfAborted();
      const [file] = files;
      checkRecordSize(file.size);
      const json = parseFile(await file.text());
      if (isKeptFile(json)) {
        const runs = readKept(json);
        await this.#openKept(runs);
        this.#say([this.#texts.openedKept(runs.length)]);
        return;
      }
      const record = readRecord(json);
      await this.#open(record);
      this.#say([this.#texts.opened(this.#count(record.metrics.epoch))]);
    } catch (error) {
      this.#tellRefused(error);
    }
  }

  /** @param {unknown} error */
  #tellRefused(error) {
    if (isAbort(error)) {
      // Of two that are opened, the later one has the word.
      if (!this.#opening) this.#say([this.#texts.cancelled]);
      return;
    }
    const message = messageFrom(error);
    const lines = this.#tell(message).split('\n');
    this.#say([...lines, this.#texts.unchanged], { isError: true });
    this.#options.complain(inEnglish(message));
  }

  /** @param {CheckedRecord} record */
  #open(record) {
    return this.#repeating(async (replay) => {
      const trained = await replay(record);
      const { mergeSettings } = await openingPart();
      this.#options.adopt(mergeSettings(record.config, this.#session.state.config), trained);
    });
  }

  /**
   * Keeps the runs of a file besides those that are kept, once each has been repeated.
   *
   * @param {import('../../state/kept-file.js').FiledRun[]} runs
   */
  async #openKept(runs) {
    const part = await this.#options.keeper.part();
    part.checkRoom(runs.length);
    const { mergeSettings, placed } = await openingPart();
    await this.#repeating(async (replay) => {
      for (const [index, { checked }] of runs.entries()) {
        const trained = await replay(checked).catch((error) => {
          throw isAbort(error) ? error : placed(`kept.runs[${index}]`, error);
        });
        trained.client.dispose();
      }
      const { config } = this.#session.state;
      part.open(
        runs.map(({ checked, ...run }) => ({
          ...run,
          config: mergeSettings(checked.config, config),
        })),
      );
    });
  }

  /**
   * @param {(replay: (record: CheckedRecord) => Promise<import('../again.js').Trained>) => Promise<void>} use
   */
  async #repeating(use) {
    this.#opening?.abort();
    const opening = new AbortController();
    this.#opening = opening;
    this.#say([]);
    try {
      const { replay } = await openingPart();
      await use((record) =>
        replay(record, {
          createClient,
          signal: opening.signal,
          onProgress: (epoch) => this.#showProgress(epoch, record.metrics.epoch),
        }),
      );
    } finally {
      if (this.#opening === opening) {
        this.#opening = null;
        this.#view?.progress.show(null);
      }
    }
  }

  /**
   * @param {number} epoch
   * @param {number} last
   */
  #showProgress(epoch, last) {
    if (!this.#view) return;
    const text = this.#texts.repeating(this.#count(epoch), this.#count(last));
    this.#view.progress.show({ done: epoch, all: last, text });
  }

  /** @param {import('../../state/messages.js').Message} message */
  #tell(message) {
    return message(messageWords(this.#spoken.texts));
  }

  /** @param {number} epoch */
  #count(epoch) {
    return this.#spoken.formats.count(epoch);
  }

  /** @type {SavingView['say']} */
  #say(lines, options) {
    this.#view?.say(lines, options);
  }
}
