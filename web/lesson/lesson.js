/**
 * The lesson's page: everything that can be read is in its HTML; this brings it to life.
 *
 * @module
 */
import { keepWheel } from '../views/input.js';
import { loadEngine } from '../engine/load.js';
import { h } from '../views/dom.js';
import { Drawer } from './drawer.js';
import { canTryAgain, failureText } from './failure.js';
import { Frames, LiveValues, PageTheme } from './page.js';
import { nextFrame } from './parts/schedule.js';
import { button } from './parts/widget.js';
import { Place } from './place.js';
import { Progress, setUpPredictions } from './prediction.js';
import { sectionOf } from './sections.js';

/** How far below the screen a widget may be when it is made, so that it is there when scrolled to. */
const NEAR_MARGIN = '600px';
const DONE = 'answered';
/** From here on the list stands beside the text, as in the style sheet. */
const WIDE = '(min-width: 62em)';

/** @type {ReturnType<typeof loadEngine> | undefined} */
let engine;
const progress = new Progress();
const live = new LiveValues();
const theme = new PageTheme();
const drawer = new Drawer(live);

/** @type {import('./page.js').Lesson} */
const lesson = {
  engine: () => (engine ??= loadEngine().catch(forgetEngine)),
  frames: new Frames(),
  theme,
  live,
  showQuantity: (id) => drawer.open(id),
};

/**
 * @param {unknown} error
 * @returns {never} whoever asks again tries again
 */
function forgetEngine(error) {
  engine = undefined;
  throw error;
}

const select = /** @type {HTMLSelectElement} */ (document.getElementById('theme'));
select.value = theme.choice = progress.theme;
select.addEventListener('change', () => {
  progress.theme = theme.choice = /** @type {'light' | 'dark' | 'auto'} */ (select.value);
});
/** @type {HTMLElement} */ (document.getElementById('tools')).hidden = false;

setUpContents(/** @type {HTMLElement} */ (document.getElementById('contents')));
setUpPredictions(lesson, progress);
drawer.setUpMentions(document.querySelectorAll('[data-quantity]'));
mountWidgets();
keepWheel(document);

/**
 * Makes the page's widgets, each when it comes near the screen: `data-widget` names it. Those that come
 * together are made one after the other, with a frame in between, so that scrolling goes on.
 */
function mountWidgets() {
  let turn = Promise.resolve();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const host = /** @type {HTMLElement} */ (target);
        const parts = load(host);
        turn = turn.then(() => mount(host, parts)).then(nextFrame);
      }
    },
    { rootMargin: NEAR_MARGIN },
  );
  for (const host of document.querySelectorAll('[data-widget]')) observer.observe(host);
}

/** @param {HTMLElement} host */
function load(host) {
  const parts = Promise.all([sectionOf(host.dataset.widget ?? ''), lesson.engine()]);
  // Told when it is its turn.
  parts.catch(() => {});
  return parts;
}

/**
 * @param {HTMLElement} host
 * @param {ReturnType<typeof load>} parts
 */
async function mount(host, parts) {
  try {
    const [{ widgets }, loaded] = await parts;
    widgets[host.dataset.widget ?? ''](new Place(host, loaded, lesson));
    host.dataset.state = 'ready';
  } catch (error) {
    host.dataset.state = 'failed';
    const tryAgain = () => {
      host.replaceChildren();
      mount(host, load(host));
    };
    host.replaceChildren(
      h('p', { class: 'widget-failure', role: 'alert' }, failureText(error)),
      ...(canTryAgain(error) ? [button('Try again', tryAgain)] : []),
    );
  }
}

/**
 * The list of contents: marks the section that is being read, and those whose questions have all
 * been answered.
 *
 * @param {HTMLElement} contents
 */
function setUpContents(contents) {
  foldWhereNarrow(/** @type {HTMLDetailsElement} */ (contents.closest('details')));
  const links = new Map(
    [...contents.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]),
  );
  const sections = [...links.keys()].map(
    (id) => /** @type {HTMLElement} */ (document.getElementById(id)),
  );
  markCurrent(sections, links);

  const status = /** @type {HTMLElement} */ (document.getElementById('progress'));
  const forget = /** @type {HTMLButtonElement} */ (document.getElementById('forget'));
  const showProgress = () => {
    const done = sections.filter(isDone);
    for (const section of sections) {
      links.get(section.id)?.toggleAttribute(`data-${DONE}`, done.includes(section));
    }
    status.textContent = `${done.length} of ${sections.length} sections answered`;
    forget.hidden = done.length === 0;
  };
  forget.addEventListener('click', () => progress.forget());
  progress.watch(showProgress);
  showProgress();
}

/**
 * In the page's HTML the list is open, for those without scripts.
 *
 * @param {HTMLDetailsElement} fold
 */
function foldWhereNarrow(fold) {
  const wide = matchMedia(WIDE);
  const adapt = () => (fold.open = wide.matches);
  wide.addEventListener('change', adapt);
  adapt();
}

/**
 * @param {HTMLElement[]} sections
 * @param {Map<string, HTMLAnchorElement>} links
 */
function markCurrent(sections, links) {
  /** @type {Set<Element>} */
  const seen = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      const current = sections.find((section) => seen.has(section));
      if (!current) return;
      for (const [id, link] of links) {
        if (id === current.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    // The part of the screen where one reads.
    { rootMargin: '-20% 0px -60% 0px' },
  );
  for (const section of sections) observer.observe(section);
}

/** @param {HTMLElement} section */
function isDone(section) {
  const forms = [...section.querySelectorAll('form[data-prediction]')];
  return (
    forms.length > 0 &&
    forms.every((form) => {
      const { prediction = '' } = /** @type {HTMLElement} */ (form).dataset;
      return progress.answer(prediction) !== undefined;
    })
  );
}
