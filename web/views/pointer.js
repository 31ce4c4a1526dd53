/**
 * Where the pointer is on the element that an event has met, in CSS pixels from its top left corner,
 * however the page around has scaled, turned or moved it. A browser undoes transforms by itself, but
 * leaves what CSS has zoomed in the zoomed pixels.
 *
 * @param {MouseEvent} event while it is dispatched
 * @returns {{ x: number, y: number }}
 */
export function pointerPosition({ offsetX, offsetY, target }) {
  const zoom = zoomOf(/** @type {Element} */ (target));
  return { x: offsetX / zoom, y: offsetY / zoom };
}

/**
 * @param {Element} element
 * @returns {number} by what CSS has zoomed it; 1 where the browser does not tell
 */
export function zoomOf({ currentCSSZoom = 1 }) {
  return currentCSSZoom;
}
