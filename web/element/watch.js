import { printQuery } from '../state/config.js';

/**
 * What becomes of a lab in its page: it comes near, is seen, is printed.
 *
 * @module
 */

/** How far off screen a lab may be when it starts to load, so that it is there when scrolled to. */
const NEAR_MARGIN = '300px';

/**
 * Tells when an element is seen and when it is about to be seen.
 *
 * @param {Element} element
 * @param {object} watchers
 * @param {() => void} watchers.onNear called every time it comes near
 * @param {(isVisible: boolean) => void} watchers.onVisible
 * @param {AbortSignal} signal ends the watch
 */
export function watchVisibility(element, { onNear, onVisible }, signal) {
  observe(
    element,
    (isNear) => {
      if (isNear) onNear();
    },
    NEAR_MARGIN,
    signal,
  );
  observe(element, onVisible, '0px', signal);
}

/**
 * @param {Element} element
 * @param {(isIntersecting: boolean) => void} onChange
 * @param {string} rootMargin
 * @param {AbortSignal} signal
 */
function observe(element, onChange, rootMargin, signal) {
  const { IntersectionObserver } = element.ownerDocument.defaultView ?? window;
  const observer = new IntersectionObserver(
    (entries) => onChange(entries[entries.length - 1].isIntersecting),
    { rootMargin },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Tells when a page is about to be printed, and when it is on screen again. A browser takes the page
 * as it stands after that: nothing that comes later is on paper.
 *
 * @param {Element} host
 * @param {(isOnPaper: boolean) => void} onChange
 * @param {AbortSignal} signal ends the watch
 */
export function watchPaper(host, onChange, signal) {
  const view = host.ownerDocument.defaultView ?? window;
  view.addEventListener('beforeprint', () => onChange(true), { signal });
  view.addEventListener('afterprint', () => onChange(false), { signal });
  // For whom only looks at what it would be like.
  const paper = view.matchMedia('print');
  paper.addEventListener('change', () => onChange(paper.matches), { signal });
}

/**
 * @param {Element} host
 * @param {import('../state/types.js').Config} config
 * @returns {{ href: string, settings: string }} of a lab: where its page is, and what it is set to, as
 *   in an address; empty where the page's own address says it
 */
export function addressOf({ ownerDocument, id }, config) {
  const { URL: address, baseURI } = ownerDocument;
  const [page] = (address.startsWith('about:') ? baseURI : address).split('#');
  const query = printQuery(config);
  return { href: id ? `${page}#${id}` : page, settings: page.endsWith(query) ? '' : query };
}
