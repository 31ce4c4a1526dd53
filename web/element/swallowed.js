/** What does not stand in for a lab, but comes after one. */
const OF_THE_PAGE = 'moon-lab, script, section, article, h1, h2, h3, h4, h5, h6';

/** Labs that have been looked at. @type {WeakSet<Element>} */
const seen = new WeakSet();

/**
 * Warns, once the page is read, of a lab that was written as `<moon-lab />`: HTML knows no such end,
 * so that all that comes after it is in it, and is not shown. After a lab that was closed comes a line
 * break, hardly ever nothing; what stands in for it is one line, or has a slot.
 *
 * @param {Element} lab
 */
export function warnOfSwallowed(lab) {
  const { ownerDocument } = lab;
  if (ownerDocument.readyState === 'loading') {
    ownerDocument.addEventListener('DOMContentLoaded', () => warnOfSwallowed(lab), { once: true });
    return;
  }
  if (seen.has(lab)) return;
  seen.add(lab);
  const inside = lab.querySelectorAll(':scope > :not([slot])');
  const isPage = inside.length > 1 || inside[0]?.matches(OF_THE_PAGE);
  if (!isPage || lab.nextSibling?.nodeType === Node.TEXT_NODE) return;
  // Nobody but the page's author has any use for it.
  // eslint-disable-next-line no-console
  console.warn(
    `What stands in <moon-lab>, from <${inside[0].localName}> on, is not shown: HTML has no ` +
      '<moon-lab />. Write <moon-lab></moon-lab>.',
  );
}
