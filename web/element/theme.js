/**
 * Which colours a lab is in: those of the page that it stands on, as far as that can be told.
 *
 * @module
 */

import { systemTheme, watchSystemTheme } from '../views/palette.js';

/** @typedef {import('../views/palette.js').ThemeName} ThemeName */

/** A background that lets so little through is all that is seen. */
const OPAQUE = 0.9;
/** Text and background that are closer than this, in lightness, cannot be meant for each other. */
const LEGIBLE = 0.15;

/**
 * @param {import('../state/types.js').Config['theme']} theme
 * @param {Element} place where the colours are to be
 * @returns {ThemeName} which colours a theme means now
 */
export function resolveTheme(theme, place) {
  return theme === 'auto' ? placeTheme(place) : theme;
}

/**
 * The colours of a place: of the background that it stands on. Where that cannot be told, as with a
 * picture, or where it cannot be what is seen, because the text around would not stand out, the text
 * tells.
 *
 * @param {Element} place
 * @returns {ThemeName}
 */
export function placeTheme(place) {
  if (matchMedia('(forced-colors: active)').matches) return systemTheme();
  const background = backgroundLightness(place);
  const text = readColor(getComputedStyle(place).color);
  const isTold =
    background !== null && (text.alpha < 0.5 || Math.abs(background - text.lightness) >= LEGIBLE);
  return (isTold ? background < 0.5 : text.lightness > 0.5) ? 'dark' : 'light';
}

/**
 * @param {Element} place
 * @param {() => void} onChange called when it may have other colours: its ancestors have other
 *   attributes or have ended a transition, or the system has changed
 * @param {AbortSignal} signal ends the watch
 * @returns {() => void} to be called when the place has moved
 */
export function watchPlace(place, onChange, signal) {
  const observer = new MutationObserver(onChange);
  const onEnd = (/** @type {Event} */ { target, currentTarget }) => {
    if (target === currentTarget) onChange();
  };
  watchSystemTheme(onChange, signal);
  signal.addEventListener('abort', () => observer.disconnect());
  return () => {
    observer.disconnect();
    for (const element of ancestors(place)) {
      observer.observe(element, { attributes: true });
      element.addEventListener('transitionend', onEnd, { signal });
    }
  };
}

/**
 * @param {Element} place
 * @returns {number | null} 0 is black, 1 is white; null where a picture is in the way
 */
function backgroundLightness(place) {
  let covered = 0;
  let sum = 0;
  for (const element of ancestors(place)) {
    const { backgroundColor, backgroundImage, display } = getComputedStyle(element);
    if (display === 'contents') continue;
    const { lightness, alpha } = readColor(backgroundColor);
    const share = (1 - covered) * alpha;
    covered += share;
    sum += share * lightness;
    if (covered >= OPAQUE) return sum / covered;
    if (backgroundImage.includes('(')) return null;
  }
  return sum + (1 - covered) * canvasLightness(place.ownerDocument);
}

/**
 * @param {Element} place
 * @returns {Generator<Element>} itself and all that it is seen in, through slots and shadow trees
 */
function* ancestors(place) {
  let element = /** @type {Element | null} */ (place);
  while (element) {
    yield element;
    // Above the outermost element of a shadow tree is the tree's root, and no element.
    const { assignedSlot, parentElement, parentNode } = /** @type {Element} */ (element);
    element = assignedSlot ?? parentElement ?? /** @type {ShadowRoot} */ (parentNode)?.host ?? null;
  }
}

/**
 * @param {Document} document
 * @returns {number} how light a browser paints a page that has no background: white, unless the page
 *   declares to be made for the dark
 */
function canvasLightness(document) {
  const { colorScheme } = getComputedStyle(document.documentElement);
  const meta = /** @type {HTMLMetaElement | null} */ (
    document.querySelector('meta[name="color-scheme"]')
  );
  const declared = colorScheme === 'normal' ? (meta?.content ?? '') : colorScheme;
  if (!/\bdark\b/.test(declared)) return 1;
  return /\blight\b/.test(declared) && systemTheme() === 'light' ? 1 : 0;
}

/**
 * @param {string} color as computed styles give it, in whatever colour space
 * @returns {{ lightness: number, alpha: number }} 0…1
 */
function readColor(color) {
  const numbers = color.replace(/^color\(\S+|^\w+\(/, '').match(/none|-?[\d.]+(e-?\d+)?/g) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers.map((text) => Number(text) || 0);
  if (color.startsWith('ok')) return { lightness: first, alpha };
  if (color.startsWith('l')) return { lightness: first / 100, alpha };
  // Finley, "HSP Color Model" (2006): near enough to tell dark from light.
  const brightness = Math.sqrt(0.299 * first ** 2 + 0.587 * second ** 2 + 0.114 * third ** 2);
  return { lightness: color.startsWith('color') ? brightness : brightness / 255, alpha };
}
