import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { inlineWorker } from '../cmake/inline-worker.js';
import { packageBuild } from '../cmake/package-build.js';

const BUILT = fileURLToPath(new URL('../build/package/inline/', import.meta.url));

const base = packageBuild(BUILT, inlineWorker());

/**
 * The npm package's scripts once more, with worker and WebAssembly inside them: for bundlers that copy
 * no files, and for Vite's server, which moves scripts and leaves the files where they were.
 */
export default defineConfig({ ...base, worker: { ...base.worker, format: 'iife' } });
