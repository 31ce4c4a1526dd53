import type { MoonLabElement } from './moon-lab-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'moon-lab': MoonLabElement;
  }
}
