/**
 * Has the wheel scroll the page where a browser would change the number or the slider that has the
 * focus: whoever has typed something and then scrolls on does not mean another value.
 *
 * @param {Document | ShadowRoot} root of the fields
 */
export function keepWheel(root) {
  root.addEventListener(
    'wheel',
    (event) => {
      const field = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
      if (!field.matches('input:focus')) return;
      if (field.type === 'range') field.blur();
      // Without focus it would be as if the typing were over, and what stands there half typed meant.
      if (field.type !== 'number' || field.readOnly) return;
      field.readOnly = true;
      setTimeout(() => (field.readOnly = false));
    },
    { passive: true },
  );
}
