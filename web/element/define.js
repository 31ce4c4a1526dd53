import { MoonLabElement } from './moon-lab-element.js';

// A second copy of this script, from another address, leaves the first one's labs alone.
if (!customElements.get('moon-lab')) customElements.define('moon-lab', MoonLabElement);

export { MoonLabElement };
