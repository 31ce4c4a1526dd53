import { MoonLabElement } from './moon-lab-element.js';

const registry = globalThis.customElements;
// A second copy of this script, from another address, leaves the first one's labs alone.
if (registry && !registry.get('moon-lab') && hasAllThatIsNeeded()) {
  registry.define('moon-lab', MoonLabElement);
}

/**
 * A browser without it shows what the page has put into the lab, as one without scripts does.
 *
 * @returns whether there are all that the lab takes for granted: of its styles and language, the newest
 */
function hasAllThatIsNeeded() {
  try {
    new CSSStyleSheet().replaceSync('');
    return (
      'adoptedStyleSheets' in document &&
      Object.hasOwn(structuredClone({ own: 1 }), 'own') &&
      CSS.supports('color: light-dark(red, red)')
    );
  } catch {
    return false;
  }
}

export { MoonLabElement };
