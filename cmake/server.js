import { createServer } from 'node:http';
import sirv from 'sirv';

/** Both addresses of "localhost": which of them a client tries first differs. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Serves a folder of files to this machine, as any static host would.
 *
 * @param {string} folder
 * @param {object} [options]
 * @param {number} [options.port] 0 takes any free one
 * @param {Record<string, string>} [options.headers] sent with every file
 * @returns {Promise<{ origin: string, port: number, close: () => void }>}
 */
export async function serveFolder(folder, { port = 0, headers = {} } = {}) {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) =>
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    });

  /** @type {import('node:http').Server[]} */
  const servers = [];
  let bound = port;
  for (const host of LOOPBACK) {
    const server = createServer(answer);
    try {
      bound = await listen(server, bound, host);
      servers.push(server);
    } catch (error) {
      if (isNoSuchAddress(error) && servers.length > 0) continue;
      for (const open of servers) open.close();
      throw error;
    }
  }
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  // By number: a bare system may not know the name.
  return { origin: `http://${LOOPBACK[0]}:${bound}`, port: bound, close };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve(address.port);
    });
  });
}

/**
 * A machine without IPv6 has no ::1.
 *
 * @param {unknown} error
 */
function isNoSuchAddress(error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
}
