/**
 * What holds of a lab at all times, whatever is done to it.
 *
 * @module
 */

import { replay } from '../element/saving/replay.js';
import { readRecord } from '../state/record-check.js';
import { createClient } from '../worker/client.js';
import { exportRecord } from './deeds.js';

/** @typedef {import('./deeds.js').Lab} Lab */
/** @typedef {import('./watch.js').Fault} Fault */

/**
 * So much more than in the beginning may there be when everything is as it was then: a panel that has
 * been opened once stays made.
 */
const MOST = { nodes: 3000, bytes: 200e6, workers: 1 };

/**
 * @typedef {object} Size
 * @property {number} nodes in the lab and in the page
 * @property {number} bytes of scripts' memory; 0 where browsers do not tell
 */

/**
 * A lab's metrics are those of a fresh run of its configuration at that epoch, to the last bit, and
 * so are its weights and its history.
 *
 * @param {Lab} lab paused
 * @returns {Promise<Fault[]>}
 */
export async function checkRun(lab) {
  const record = await exportRecord(lab);
  if (!record) return [];
  const { metrics } = lab;
  try {
    const options = { createClient, signal: new AbortController().signal, onProgress() {} };
    const { client, frame } = await replay(readRecord(structuredClone(record)), options);
    client.dispose();
    const [fresh, ours] = [frame.metrics, metrics].map((found) => JSON.stringify(found));
    return fresh === ours ? [] : [fault('metrics', `${ours} are ${fresh} in a fresh run`)];
  } catch (error) {
    return [fault('metrics', error instanceof Error ? error.message : String(error))];
  }
}

/**
 * @param {Lab} lab
 * @returns {Size}
 */
export function measure(lab) {
  const { memory } = /** @type {{ memory?: { usedJSHeapSize: number } }} */ (
    /** @type {unknown} */ (performance)
  );
  const nodes = (/** @type {ParentNode} */ root) => root.querySelectorAll('*').length;
  return {
    nodes: nodes(/** @type {ShadowRoot} */ (lab.shadowRoot)),
    bytes: memory?.usedJSHeapSize ?? 0,
  };
}

/**
 * @param {Size} size with everything set back
 * @param {Size} first the same, the first time
 * @param {Set<Worker>} workers
 * @returns {Fault[]}
 */
export function checkSize(size, first, workers) {
  const faults = [];
  if (size.nodes > first.nodes + MOST.nodes) {
    faults.push(fault('memory', `${size.nodes} elements, where there were ${first.nodes}`));
  }
  if (size.bytes > first.bytes + MOST.bytes) {
    faults.push(fault('memory', `${size.bytes} bytes, where there were ${first.bytes}`));
  }
  if (workers.size > MOST.workers) faults.push(fault('memory', `${workers.size} workers`));
  return faults;
}

/**
 * @param {Element | null} before what had the focus
 * @returns {Fault[]}
 */
export function checkFocus(before) {
  const { activeElement, body } = document;
  if (before === body || before === null || activeElement !== body) return [];
  return [fault('focus', 'the focus fell to the body of the page')];
}

/**
 * What axe finds, where the page has it.
 *
 * @param {Lab} lab
 * @returns {Promise<Fault[]>}
 */
export async function checkAccessibility(lab) {
  const { axe } = /** @type {any} */ (window);
  if (!axe) return [];
  const { violations } = await axe.run(lab);
  return violations.flatMap((/** @type {any} */ { id, nodes }) =>
    nodes.map((/** @type {any} */ node) =>
      fault('axe', `${id}: ${node.html}: ${node.failureSummary}`),
    ),
  );
}

/**
 * @param {string} kind
 * @param {string} message
 * @returns {Fault}
 */
function fault(kind, message) {
  return { kind, message };
}
