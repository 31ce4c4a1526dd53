import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {import('node:http').ServerResponse} ServerResponse */

/**
 * How a file comes.
 *
 * @typedef {(response: ServerResponse, content: Buffer, type: string) => void} Answer
 *
 * @typedef {object} BadHost
 * @property {string} origin with the site's files in its folder dist/, and a page at /page.html
 * @property {(files: RegExp, answer: Answer) => void} spoil from now on; nothing else is spoilt then
 * @property {() => void} mend from now on everything comes as it should
 * @property {() => void} close
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** @type {Answer} */
const send = (response, content, type) => {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': content.length });
  response.end(content);
};

/** @satisfies {Record<string, Answer>} */
export const ANSWERS = {
  dropped: (response) => response.destroy(),
  cut(response, content, type) {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': content.length });
    response.write(content.subarray(0, content.length / 2), () => response.destroy());
  },
  missing: (response) => response.writeHead(404).end(),
  otherwise: (response) =>
    send(response, Buffer.from('<!doctype html><title>Home</title>'), 'text/html'),
  truncated: (response, content, type) => send(response, content.subarray(0, 1000), type),
  corrupt: (response, content, type) =>
    send(response, Buffer.from(content).fill(7, 5000, 5100), type),
  mistyped: (response, content) => send(response, content, 'application/octet-stream'),
};

/**
 * A host that can be made to answer as hosts and connections sometimes do.
 *
 * @param {string} page the HTML of its page
 * @returns {Promise<BadHost>}
 */
export async function startBadHost(page) {
  /** @type {{ files: RegExp, answer: Answer } | null} */
  let spoilt = null;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    const type = TYPES[extname(path)] ?? 'text/plain';
    const content =
      path === '/page.html'
        ? Buffer.from(page)
        : await readFile(`${ROOT}${path}`).catch(() => null);
    if (!content) response.writeHead(404).end();
    else if (spoilt?.files.test(path)) spoilt.answer(response, content, type);
    else send(response, content, type);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    spoil: (files, answer) => void (spoilt = { files, answer }),
    mend: () => void (spoilt = null),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
