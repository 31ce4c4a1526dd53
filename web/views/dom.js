/** @typedef {string | Node | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | undefined | ((event: any) => void)} AttributeValue */

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * Builds an element. Text always goes in as a text node, never as markup, so that nothing a
 * visitor typed can become part of the page.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, AttributeValue>} [attributes] `onclick: handler` listens; `true` sets an
 *   empty attribute; `false`, `null` and `undefined` set none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else setAttribute(element, name, value);
  }
  append(element, children);
  return element;
}

/**
 * Builds an SVG element.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean>} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG_NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  append(element, children);
  return element;
}

/**
 * Sets an attribute, or removes it where the value says that there is none. What is there already
 * is left alone: even the same value again would have the element styled anew.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
export function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/**
 * Writes text only where it differs: an unchanged node is neither laid out nor announced again.
 *
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent === text) return;
  const { firstChild } = node;
  if (firstChild instanceof Text && firstChild === node.lastChild) firstChild.data = text;
  else node.textContent = text;
}

/**
 * @param {Element} element
 * @param {Child[]} children
 */
function append(element, children) {
  for (const child of children) if (child) element.append(child);
}

/** What the keyboard comes by. */
const STOPS = ':is(button, select, input, textarea, summary, [tabindex]):not([tabindex="-1"])';

/**
 * Hides an element or shows it. Where it has the focus, that goes to what comes before, or else the
 * keyboard's way would begin anew at the top of the page.
 *
 * @param {HTMLElement} element
 * @param {boolean} isHidden
 */
export function setHidden(element, isHidden) {
  // Even the same again would have the element styled anew.
  if (element.hidden === isHidden) return;
  const hasFocus = isHidden && element.contains(rootOf(element).activeElement ?? null);
  element.hidden = isHidden;
  if (hasFocus) passFocus(element);
}

/**
 * Does something by which a style sheet hides parts of an element. Where one of them has the focus,
 * that goes on as above.
 *
 * @param {HTMLElement} element
 * @param {() => void} change
 */
export function keepFocus(element, change) {
  const active = rootOf(element).activeElement ?? null;
  change();
  if (!(active instanceof HTMLElement) || !element.contains(active)) return;
  if (active.getClientRects().length === 0) passFocus(active);
}

/**
 * Takes an element away. Where it has the focus, that goes on as above.
 *
 * @param {HTMLElement} element
 */
export function removeElement(element) {
  setHidden(element, true);
  element.remove();
}

/** @param {HTMLElement} lost what can no longer have it */
function passFocus(lost) {
  const root = rootOf(lost);
  const stops = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(STOPS)]);
  const at = stops.findIndex((stop) => lost.contains(stop));
  for (const stop of [...stops.slice(0, at).reverse(), ...stops.slice(at)]) {
    // What has just been hidden seems to have it still; what is hidden itself does not take it.
    if (lost.contains(stop)) continue;
    stop.focus({ preventScroll: true });
    if (root.activeElement === stop) return;
  }
}

/** @param {HTMLElement} element */
function rootOf(element) {
  return /** @type {ShadowRoot | Document} */ (element.getRootNode());
}
