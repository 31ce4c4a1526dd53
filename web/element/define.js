import { MoonLabElement } from './moon-lab-element.js';

const registry = globalThis.customElements;
// A second copy of this script, from another address, leaves the first one's labs alone.
if (registry && !registry.get('moon-lab')) registry.define('moon-lab', MoonLabElement);

export { MoonLabElement };
