import { h } from '../views/dom.js';
import { Place } from './place.js';
import { sectionOf } from './sections.js';

/** How far below the screen a widget may be when it is made, so that it is there when scrolled to. */
const NEAR_MARGIN = '600px';

/**
 * Makes the page's widgets, each when it comes near the screen: `data-widget` names it.
 *
 * @param {import('./place.js').Lesson} lesson
 */
export function mountWidgets(lesson) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        mount(/** @type {HTMLElement} */ (target), lesson);
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
async function mount(host, lesson) {
  const name = host.dataset.widget ?? '';
  try {
    const [{ widgets }, engine] = await Promise.all([sectionOf(name), lesson.engine()]);
    widgets[name](new Place(host, engine, lesson));
    host.dataset.state = 'ready';
  } catch (error) {
    host.dataset.state = 'failed';
    const reason = error instanceof Error ? error.message : String(error);
    host.replaceChildren(h('p', { class: 'widget-failure', role: 'alert' }, reason));
  }
}
