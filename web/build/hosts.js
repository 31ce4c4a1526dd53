/**
 * The hosts that the lab was tried in, for the page "Where it works": made from tests/hosts when the
 * site is built, so that what people copy is what was tried.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { hostFolder, hostNames, readHost, triedVersions } from '../../tests/hosts/host.js';
import { escapeHtml } from '../embed/snippets.js';

/** @typedef {{ name: string, host: import('../../tests/hosts/host.js').Host }} Named */

const BUNDLERS = new URL('../../tests/bundlers/package.json', import.meta.url);
/** What is written in tests/bundlers/package.json, as people call it, and what of it was tried. */
const BUNDLER_NAMES = {
  esbuild: ['esbuild', 'build'],
  parcel: ['Parcel', 'build'],
  rollup: ['Rollup', 'build'],
  'vite-6': ['Vite', 'build and server'],
  'vite-7': ['Vite', 'build and server'],
  'vite-8': ['Vite', 'build and server'],
  webpack: ['webpack', 'build, for production and for development'],
};

/**
 * For Vite. In a page, `<!-- hosts -->` brings in the table of hosts, `<!-- recipes -->` the files
 * that put the lab into each, `<!-- bundlers -->` the table of bundlers.
 *
 * @returns {import('vite').Plugin}
 */
export function hostsHtml() {
  return {
    name: 'hosts-html',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        if (!html.includes('<!-- hosts -->')) return html;
        const hosts = await readHosts();
        return html
          .replace('<!-- hosts -->', () => hosts.map(row).join('\n'))
          .replace('<!-- recipes -->', () => hosts.map(recipe).join('\n'))
          .replace('<!-- bundlers -->', bundlerRows);
      },
    },
  };
}

/** @returns {Promise<Named[]>} by title */
async function readHosts() {
  const hosts = await Promise.all(
    hostNames().map(async (name) => ({ name, host: await readHost(name) })),
  );
  return hosts.sort((a, b) => a.host.title.localeCompare(b.host.title, 'en'));
}

/** @param {Named} named */
function row({ name, host }) {
  const title = escapeHtml(host.title);
  const link = host.recipe.length > 0 ? `<a href="#${name}">${title}</a>` : title;
  const cells = [escapeHtml(triedVersions(name, host)), host.note ?? ''];
  return `<tr><th scope="row">${link}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** @param {Named} named */
function recipe({ name, host }) {
  if (host.recipe.length === 0) return '';
  const place = host.dist
    ? `Put the files of this site into <code>${escapeHtml(host.dist)}/</code>.`
    : '<code>npm install moonlab</code>';
  const files = host.recipe.map((path) => {
    const text = readFileSync(`${hostFolder(host.project ?? name)}/${path}`, 'utf8').trim();
    return `<p class="file"><code>${escapeHtml(path)}</code></p><pre><code>${escapeHtml(text)}</code></pre>`;
  });
  return `<article id="${name}"><h3>${escapeHtml(host.title)}</h3><p>${place}</p>${files.join('')}</article>`;
}

function bundlerRows() {
  /** @type {Record<string, string>} */
  const versions = JSON.parse(readFileSync(BUNDLERS, 'utf8')).devDependencies;
  return Object.entries(BUNDLER_NAMES)
    .map(([name, [title, what]]) => {
      const version = versions[name].replace(/.*@/, '');
      return `<tr><th scope="row">${title}</th><td>${version}</td><td>${what}</td></tr>`;
    })
    .join('\n');
}
