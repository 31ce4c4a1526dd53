import { h } from '../views/dom.js';
import { canTryAgain, failureText } from './failure.js';
import { button } from './parts/button.js';
import { Place } from './place.js';
import { sectionOf } from './sections.js';

/** How far below the screen a widget may be when it is made, so that it is there when scrolled to. */
const NEAR_MARGIN = '600px';

/**
 * Makes the page's widgets, each when it comes near the screen: `data-widget` names it. Those that come
 * together are made one after the other, with a frame in between, so that scrolling goes on.
 *
 * @param {import('./place.js').Lesson} lesson
 */
export function mountWidgets(lesson) {
  let turn = Promise.resolve();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const host = /** @type {HTMLElement} */ (target);
        const parts = load(host, lesson);
        turn = turn.then(() => mount(host, parts, lesson)).then(nextFrame);
      }
    },
    { rootMargin: NEAR_MARGIN },
  );
  for (const host of document.querySelectorAll('[data-widget]')) observer.observe(host);
}

/**
 * @param {HTMLElement} host
 * @param {import('./place.js').Lesson} lesson
 */
function load(host, lesson) {
  const parts = Promise.all([sectionOf(host.dataset.widget ?? ''), lesson.engine()]);
  // Told when it is its turn.
  parts.catch(() => {});
  return parts;
}

/**
 * @param {HTMLElement} host
 * @param {ReturnType<typeof load>} parts
 * @param {import('./place.js').Lesson} lesson
 */
async function mount(host, parts, lesson) {
  try {
    const [{ widgets }, engine] = await parts;
    widgets[host.dataset.widget ?? ''](new Place(host, engine, lesson));
    host.dataset.state = 'ready';
  } catch (error) {
    host.dataset.state = 'failed';
    const tryAgain = () => {
      host.replaceChildren();
      mount(host, load(host, lesson), lesson);
    };
    host.replaceChildren(
      h('p', { class: 'widget-failure', role: 'alert' }, failureText(error)),
      ...(canTryAgain(error) ? [button('Try again', tryAgain)] : []),
    );
  }
}

/** @returns {Promise<void>} resolved after the next frame has been drawn */
function nextFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
