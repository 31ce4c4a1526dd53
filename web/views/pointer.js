/** What a pointer brings: its place, and files. */

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

/**
 * Lets files be dropped on an element. While they are over it, it has the attribute `data-dropping`.
 *
 * @param {HTMLElement} element
 * @param {(files: File[]) => void} onFiles
 */
export function acceptDrop(element, onFiles) {
  const holdsFiles = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.includes('Files') ?? false;
  const leave = () => element.removeAttribute('data-dropping');
  element.addEventListener('dragover', (event) => {
    // Texts may be dropped into fields as ever.
    if (!holdsFiles(event)) return;
    // Without this, the browser would leave the page and show the file.
    event.preventDefault();
    element.setAttribute('data-dropping', '');
  });
  element.addEventListener('dragleave', (event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) leave();
  });
  element.addEventListener('drop', (event) => {
    leave();
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
}
