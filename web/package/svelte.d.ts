/** `moonlab/svelte`: registers `<moon-lab>`, and types it in components of Svelte 5. */
import type { HTMLAttributes } from 'svelte/elements';
import type { MoonLabElement } from '../element/moon-lab.js';
import type { MoonLabAttributes, MoonLabListeners, MoonLabProperties } from './markup.js';

export { MoonLabElement };

type Own = MoonLabAttributes & MoonLabProperties & MoonLabListeners<'on'> & MoonLabListeners<'on:'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'moon-lab': Omit<HTMLAttributes<MoonLabElement>, keyof Own> & Own;
  }
}
