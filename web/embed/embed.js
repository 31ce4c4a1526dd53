/**
 * The configurator: the lab is set up with its own controls and with the options beside it, and the
 * lines to paste follow.
 *
 * @module
 */
import '../element/define.js';
import { createOptions } from './options.js';
import { frameSnippet, packageSnippet, scriptSnippet } from './snippets.js';

/** How long the button says that it has copied. */
const FEEDBACK_MS = 2000;
/** Frames are asked for in steps of so many CSS pixels. */
const HEIGHT_STEP = 50;

const TEXTS = {
  copied: 'Copied',
  notCopied: 'Not allowed here: select the lines and copy them by hand',
};

/** @type {Record<string, { snippet: (target: any) => string, hint: string }>} */
const WAYS = {
  script: {
    snippet: scriptSnippet,
    hint: 'Name the script once a page; the element, as often as you like.',
  },
  package: { snippet: packageSnippet, hint: 'For sites that are built with Vite and its like.' },
  frame: {
    snippet: frameSnippet,
    hint: 'For systems that strip scripts, such as Moodle: leave the script out, and choose the height yourself. Canvas follows the lab’s.',
  },
};

const lab = /** @type {import('../element/moon-lab-element.js').MoonLabElement} */ (
  document.getElementById('lab')
);
const snippet = /** @type {HTMLElement} */ (document.getElementById('snippet'));
const hint = /** @type {HTMLElement} */ (document.getElementById('hint'));
const base = /** @type {HTMLInputElement} */ (document.getElementById('base'));
const baseRow = /** @type {HTMLElement} */ (document.getElementById('base-row'));
const copied = /** @type {HTMLElement} */ (document.getElementById('copied'));
const options = createOptions({
  form: /** @type {HTMLFormElement} */ (document.getElementById('options')),
  onCommit: (patch) => (lab.config = patch),
  onLanguage(lang) {
    if (lang) lab.lang = lang;
    else lab.removeAttribute('lang');
    show();
  },
});

function show() {
  const way = /** @type {HTMLInputElement} */ (document.querySelector('input[name="way"]:checked'));
  const { snippet: print, hint: text } = WAYS[way.value];
  const height = Math.ceil(lab.getBoundingClientRect().height / HEIGHT_STEP) * HEIGHT_STEP;
  const folder = base.value.endsWith('/') ? base.value : `${base.value}/`;
  snippet.textContent = print({ config: lab.config, base: folder, lang: lab.lang, height });
  hint.textContent = text;
  baseRow.hidden = way.value === 'package';
}

async function copy() {
  try {
    await navigator.clipboard.writeText(snippet.textContent ?? '');
    copied.textContent = TEXTS.copied;
  } catch {
    copied.textContent = TEXTS.notCopied;
  }
  setTimeout(() => (copied.textContent = ''), FEEDBACK_MS);
}

base.value = new URL('./', location.href).href;
base.addEventListener('input', show);
for (const input of document.querySelectorAll('input[name="way"]')) {
  input.addEventListener('change', show);
}
/** @type {HTMLElement} */ (document.getElementById('copy')).addEventListener('click', copy);
lab.addEventListener('configchange', () => {
  options.update(lab.config);
  show();
});
lab.addEventListener('error', (event) => {
  options.showError(/** @type {CustomEvent} */ (/** @type {Event} */ (event)).detail.message);
});
// A browser that is too old has no lab: what stands in its place says so.
if (lab.config) {
  options.update(lab.config);
  new ResizeObserver(show).observe(lab);
  show();
}
