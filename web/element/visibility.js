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
