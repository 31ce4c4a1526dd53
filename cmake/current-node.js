/**
 * For scripts that people start: whoever imports this runs by a Node that is new enough. An older one takes
 * a current one from npm, and hands the whole script over to that.
 *
 * @module
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** npm comes along: Debian's own finds its libraries by Debian's Node only. */
const PACKAGES = ['node@24.21.0', 'npm@11.21.2'];
const FOLDER = fileURLToPath(new URL('../build/node/', import.meta.url));
const PROGRAMS = join(FOLDER, 'node_modules', '.bin');
const NODE = join(PROGRAMS, 'node');

const MANIFEST = new URL('../package.json', import.meta.url);
/** @type {{ engines: { node: string } }} */
const { engines } = JSON.parse(readFileSync(MANIFEST, 'utf8'));

if (!isAllowed(process.versions.node, engines.node)) {
  try {
    installNode();
    process.exit(await handOver());
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exit(1);
  }
}

/**
 * @param {string} version such as 20.19.5
 * @param {string} range such as `^20.19.0 || >=24`
 * @returns {boolean}
 */
export function isAllowed(version, range) {
  const [major, minor] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, sign, low, least = '0'] = /(\^|>=)(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    if (major === Number(low)) return minor >= Number(least);
    return sign === '>=' && major > Number(low);
  });
}

/** @throws {Error} when npm cannot */
function installNode() {
  const [wanted] = PACKAGES;
  const { stdout } = spawnSync(NODE, ['--version'], { encoding: 'utf8' });
  if (stdout?.trim() === wanted.replace('node@', 'v')) return;

  const old = `This is Node ${process.versions.node}; Moonlab needs ${engines.node}.`;
  console.log(`Set-up: ${old} Taking ${wanted} from npm.`);
  const args = ['install', '--prefix', FOLDER, '--no-save', '--no-package-lock'];
  const { status } = spawnSync('npm', [...args, '--loglevel=error', ...PACKAGES], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`Set-up: ${old} npm has none for this machine; install it.`);
}

/** @returns {Promise<number>} with which status it ended */
function handOver() {
  const child = spawn(NODE, process.argv.slice(1), {
    env: { ...process.env, PATH: [PROGRAMS, process.env.PATH].join(delimiter) },
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']),
    );
  });
}
