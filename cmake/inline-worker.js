import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('../web/worker/', import.meta.url));

/**
 * For scripts that have no files beside them: the worker's script comes along. It is started as every
 * other, in a page, too, that takes no address on trust.
 *
 * @returns {import('vite').Plugin[]}
 */
export function inlineWorker() {
  return [
    {
      name: 'inline-worker',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === './start-worker.js' && importer?.endsWith('/worker/pool.js')
          ? `${WORKER}start-worker-inline.js`
          : null,
    },
    {
      name: 'trusted-worker',
      transform: (code, id) =>
        id.endsWith('?worker&inline')
          ? `import { newWorker as Worker } from '${WORKER}trusted-worker.js';\n${code}`
          : null,
    },
  ];
}
