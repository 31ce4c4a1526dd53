/**
 * Firefox without a window, driven by the protocol that it speaks itself: WebDriver BiDi
 * (https://w3c.github.io/webdriver-bidi/).
 *
 * @module
 */

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { firefoxPath } from '../../cmake/requirements.js';

/** @typedef {import('./other-browser.js').Tab} TabOfBrowser */

const LISTENING = /WebDriver BiDi listening on (ws:\S+)/;
/** @returns {Promise<import('./other-browser.js').Browser>} */
export async function startFirefox() {
  const profile = await mkdtemp(join(tmpdir(), 'moonlab-firefox-'));
  const browser = spawn(
    process.env.FIREFOX ?? firefoxPath() ?? 'firefox',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    // As root it insists on a home of root's own.
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const session = await Session.open(`${await addressOf(browser)}/session`);

  return {
    async visit(address, use) {
      const { context } = await session.send('browsingContext.create', { type: 'tab' });
      const tab = new Tab(session, context);
      try {
        await session.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
        await use(tab);
      } finally {
        await session.send('browsingContext.close', { context });
      }
    },
    async close() {
      session.close();
      browser.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} browser
 * @returns {Promise<string>} where it listens
 */
function addressOf(browser) {
  return new Promise((resolve, reject) => {
    let said = '';
    browser.stderr?.on('data', (text) => {
      said += text;
      const found = LISTENING.exec(said);
      if (found) resolve(found[1]);
    });
    browser.once('error', reject);
    browser.once('exit', () => reject(new Error(`Firefox ended: ${said}`)));
  });
}

/** Commands and their results; what pages write to the console, and ask hosts for. */
class Session {
  #socket;
  #lastId = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  /** @type {{ context: string, text: string }[]} */
  messages = [];
  /** @type {{ context: string, url: string }[]} */
  requests = [];

  /** @param {string} address */
  static async open(address) {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const session = new Session(socket);
    await session.send('session.new', { capabilities: {} });
    const events = ['log.entryAdded', 'network.beforeRequestSent'];
    await session.send('session.subscribe', { events });
    return session;
  }

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (text) => this.#receive(JSON.parse(String(text))));
  }

  /**
   * @param {string} method
   * @param {object} params
   * @returns {Promise<any>}
   */
  send(method, params) {
    const id = ++this.#lastId;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  close() {
    this.#socket.close();
  }

  /** @param {any} message */
  #receive({ id, method, params, result, error, message }) {
    if (method === 'log.entryAdded') {
      const { source, level, text } = params;
      this.messages.push({ context: source.context, text: `${level}: ${text}` });
    }
    if (method === 'network.beforeRequestSent') {
      this.requests.push({ context: params.context, url: params.request.url });
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error}: ${message}`));
    else waiting?.resolve(result);
  }
}

/** A page, and what may be done with it. @implements {TabOfBrowser} */
class Tab {
  #session;
  #context;

  /**
   * @param {Session} session
   * @param {string} context
   */
  constructor(session, context) {
    this.#session = session;
    this.#context = context;
  }

  /** What the page has written to the console so far, and its errors. */
  get messages() {
    return this.#own(this.#session.messages).map(({ text }) => text);
  }

  /** What the page has asked for so far. */
  get requests() {
    return this.#own(this.#session.requests).map(({ url }) => url);
  }

  /**
   * @template {unknown[]} Arguments
   * @template Result
   * @param {(...args: Arguments) => Result} run in the page, alone with its arguments, plain JSON
   * @param {Arguments} args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluate(run, ...args) {
    const call = `Promise.resolve((${run})(...${JSON.stringify(args)}))`;
    const { result, exceptionDetails } = await this.#session.send('script.evaluate', {
      expression: `${call}.then((value) => JSON.stringify(value))`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value ?? 'null');
  }

  /**
   * Presses the main button of the mouse at a place of the window.
   *
   * @param {{ x: number, y: number }} place CSS pixels
   */
  async click({ x, y }) {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#session.send('input.performActions', {
      context: this.#context,
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  /**
   * @template {{ context: string }} Event
   * @param {Event[]} events
   */
  #own(events) {
    return events.filter(({ context }) => context === this.#context);
  }
}
