/** Sets up, builds the site and serves it: `npm start`, or `PORT=8081 npm start`. */
import { connect } from 'node:net';

import { runStages } from './run.js';

const DEFAULT_PORT = 8080;
const LARGEST_PORT = 65535;

try {
  const port = portFrom(process.env.PORT);
  // Before the build, which may take minutes; the server's own answer comes after it.
  for (const host of ['127.0.0.1', '::1']) {
    if (await answers(port, host)) throw takenPort(port);
  }
  await runStages(['site']);
  // Not at the top: it needs the packages that the set-up installs.
  const { serveFolder } = await import('./server.js');
  // For pages of other origins that name the element's script.
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const server = await serveFolder('dist', { port, headers }).catch((error) => {
    throw error.code === 'EADDRINUSE' ? takenPort(port) : error;
  });
  console.log(`\nMoonlab is at http://localhost:${server.port}/ (stop it with Ctrl+C)`);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}

/**
 * @param {string | undefined} text
 * @returns {number}
 */
function portFrom(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LARGEST_PORT) {
    throw new Error(
      `PORT is ${text}; allowed are whole numbers from 0 (any free port) to ${LARGEST_PORT}.`,
    );
  }
  return port;
}

/** @param {number} port */
function takenPort(port) {
  return new Error(
    `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
  );
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} whether something listens there
 */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
