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
