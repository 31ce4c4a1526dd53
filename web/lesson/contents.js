/** @typedef {import('./progress.js').Progress} Progress */

const DONE = 'answered';
/** From here on the list stands beside the text, as in the style sheet. */
const WIDE = '(min-width: 62em)';

/**
 * The list of contents: marks the section that is being read, and those whose questions have all
 * been answered.
 *
 * @param {HTMLElement} contents
 * @param {Progress} progress
 */
export function setUpContents(contents, progress) {
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
    const done = sections.filter((section) => isDone(section, progress));
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

/**
 * @param {HTMLElement} section
 * @param {Progress} progress
 */
function isDone(section, progress) {
  const forms = [...section.querySelectorAll('form[data-prediction]')];
  return (
    forms.length > 0 &&
    forms.every((form) => {
      const { prediction = '' } = /** @type {HTMLElement} */ (form).dataset;
      return progress.answer(prediction) !== undefined;
    })
  );
}
