/**
 * The page around the lab: keeps the configuration in the address, switches the theme, copies the
 * link. The element itself never touches the address.
 */

import '../element/define.js';
import { addressOf, queryAt, readQuery, readTrials } from './address.js';

/** Browsers refuse more than about 100 changes of the address in 30 seconds. */
const ADDRESS_INTERVAL_MS = 350;
/** How long the button says that it has copied. */
const FEEDBACK_MS = 2000;

const TEXTS = { copied: 'Link copied', notCopied: 'Copy the address bar' };

const lab = /** @type {import('../element/moon-lab-element.js').MoonLabElement} */ (
  document.querySelector('moon-lab')
);
const theme = /** @type {HTMLSelectElement} */ (document.getElementById('theme'));
const copy = /** @type {HTMLButtonElement} */ (document.getElementById('copy'));
const copied = /** @type {HTMLElement} */ (document.getElementById('copied'));

/** The address of the experiment. */
const address = () => addressOf(location.href, lab.query);
/** The address of this moment of it. */
const momentAddress = () => addressOf(location.href, queryAt(lab.query, lab.metrics?.epoch ?? 0));

let addressTimer = 0;

function updateAddress() {
  addressTimer ||= window.setTimeout(() => {
    addressTimer = 0;
    history.replaceState(history.state, '', address());
  }, ADDRESS_INTERVAL_MS);
}

function showTheme() {
  theme.value = lab.config.theme;
  document.documentElement.dataset.theme = lab.config.theme;
}

async function copyLink() {
  const label = copy.textContent;
  let text = TEXTS.copied;
  try {
    await navigator.clipboard.writeText(momentAddress());
  } catch {
    // Without the permission the address bar, which is up to date, can still be copied by hand.
    history.replaceState(history.state, '', momentAddress());
    text = TEXTS.notCopied;
  }
  copy.textContent = copied.textContent = text;
  setTimeout(() => {
    copy.textContent = label;
    copied.textContent = '';
  }, FEEDBACK_MS);
}

async function guideFirstMinute() {
  const { showFirstMinute } = await import('./first-minute.js');
  showFirstMinute(lab);
}

function start() {
  const query = readQuery(location);
  if (query !== '') lab.query = query;
  showTheme();
  // A link with another experiment behind its # is followed without a new page.
  window.addEventListener('hashchange', () => {
    const { search } = location;
    if (readQuery(location) !== readQuery({ search, hash: '' })) location.reload();
  });
  lab.addEventListener('configchange', () => {
    updateAddress();
    showTheme();
  });
  theme.addEventListener('change', () => {
    lab.config = { theme: /** @type {'auto' | 'light' | 'dark'} */ (theme.value) };
  });
  copy.addEventListener('click', copyLink);
  /** @type {HTMLElement} */ (document.getElementById('tools')).hidden = false;
  // What tries the lab out is in no need of them.
  if (readTrials(location) === '') {
    if (lab.state === 'loading') lab.addEventListener('ready', guideFirstMinute, { once: true });
    else guideFirstMinute();
  }
  if (window.parent !== window) {
    import('./parent-page.js').then(({ talkToParent }) => talkToParent(lab));
  }
}

// A browser that is too old has no lab: what stands in its place says so.
if (lab.config) start();
