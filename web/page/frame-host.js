/**
 * For the page around framed labs, where scripts are allowed: gives each frame the height that it
 * asks for, and tells it whether the page is light or dark there. It may be loaded before or after the
 * frames, and knows those that are added later.
 *
 * Built as a plain script, so that it can be named from another origin without further ado, which
 * leaves no name behind.
 *
 * @module
 */
import { resolveTheme } from '../element/theme.js';
import { watchSystemTheme } from '../views/palette.js';
import { HEIGHT, HELLO, THEME, isMessage } from './frame-messages.js';

/** What a lab may ask for, in CSS pixels; what asks for less or more is not taken. */
const MIN_HEIGHT = 50;
const MAX_HEIGHT = 20000;
/** The site's pages that talk. */
const PAGES = /\/(frame|moonlab-offline)\.html$/;
/** On a frame of another kind, or from another host than this script. */
const MARK = 'data-moonlab';

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const home = (parseAddress(script?.src) ?? location).origin;

/** @param {string} [address] */
function parseAddress(address) {
  try {
    return new URL(address ?? '', document.baseURI);
  } catch {
    return null;
  }
}

/** @param {HTMLIFrameElement} frame */
function isKnown(frame) {
  const address = parseAddress(frame.src);
  return frame.hasAttribute(MARK) || (address?.origin === home && PAGES.test(address.pathname));
}

const knownFrames = () => [...document.querySelectorAll('iframe')].filter(isKnown);

/** A switch on the page turns its colours by an attribute of something around the frame. */
const observer = new MutationObserver(tellThemes);

/** @param {HTMLIFrameElement} frame */
function tellTheme(frame) {
  frame.contentWindow?.postMessage({ type: THEME, theme: resolveTheme('auto', frame) }, '*');
  for (let around = frame.parentElement; around; around = around.parentElement) {
    observer.observe(around, { attributes: true });
  }
}

function tellThemes() {
  knownFrames().forEach(tellTheme);
}

window.addEventListener('message', ({ source, data }) => {
  if (!isMessage(data)) return;
  const frame = knownFrames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (data.type === HELLO) tellTheme(frame);
  const { height } = /** @type {{ height?: any }} */ (data);
  if (data.type === HEIGHT && Number.isFinite(height)) {
    if (height >= MIN_HEIGHT && height <= MAX_HEIGHT) frame.style.height = `${height}px`;
  }
});

function begin() {
  watchSystemTheme(tellThemes, new AbortController().signal);
  for (const frame of knownFrames()) frame.contentWindow?.postMessage({ type: HELLO }, '*');
  tellThemes();
}

if (document.body) begin();
else document.addEventListener('DOMContentLoaded', begin);
