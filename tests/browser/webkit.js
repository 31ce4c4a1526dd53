/**
 * WebKit, driven by WebDriver (https://w3c.github.io/webdriver/): WebKitGTK's on a screen that nobody
 * sees, or Safari's.
 *
 * @module
 */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { webkitDriver } from '../../cmake/requirements.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./other-browser.js').Tab} TabOfBrowser */
/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Send */

/** @returns {Promise<import('./other-browser.js').Browser>} */
export async function startWebKit() {
  const port = await freePort();
  const { program, args, capabilities } = webkitDriver(port);
  const driver = spawn(program, args, {
    stdio: 'ignore',
    // A group of its own: what the driver starts ends with it.
    detached: true,
    // As root it has no sandbox to offer.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const ended = new Promise((resolve) => driver.once('exit', resolve));
  const send = sender(`http://127.0.0.1:${port}`);
  await waitUntil(() =>
    send('GET', '/status').then(
      ({ ready }) => ready,
      () => false,
    ),
  );
  const { sessionId } = await send('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  });
  /** @type {Send} */
  const inSession = (method, path, body) => send(method, `/session/${sessionId}${path}`, body);

  return {
    async visit(address, use) {
      await inSession('POST', '/url', { url: address });
      await use(new Tab(inSession));
    },
    async close() {
      await inSession('DELETE', '');
      process.kill(-Number(driver.pid));
      await ended;
    },
  };
}

/** @returns {Promise<number>} of a port that nobody listens on */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * @param {string} origin of the driver
 * @returns {Send}
 */
function sender(origin) {
  return async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
}

/** A page, and what may be done with it. @implements {TabOfBrowser} */
class Tab {
  #send;

  /** @param {Send} send */
  constructor(send) {
    this.#send = send;
  }

  /**
   * @template {unknown[]} Arguments
   * @template Result
   * @param {(...args: Arguments) => Result} run in the page, alone with its arguments, plain JSON
   * @param {Arguments} args
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluate(run, ...args) {
    const script = `
      const done = arguments[0];
      Promise.resolve((${run})(...${JSON.stringify(args)})).then(
        (value) => done({ value: JSON.stringify(value) }),
        (error) => done({ error: String(error) }),
      );`;
    const { value, error } = await this.#send('POST', '/execute/async', { script, args: [] });
    if (error) throw new Error(error);
    return JSON.parse(value ?? 'null');
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
    await this.#send('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }
}
