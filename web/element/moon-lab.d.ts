import './events.js';
import { MoonLabElement } from './moon-lab-element.js';

export { MoonLabElement };

declare global {
  interface HTMLElementTagNameMap {
    'moon-lab': MoonLabElement;
  }
}
