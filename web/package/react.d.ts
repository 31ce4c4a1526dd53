/** `moonlab/react`: registers `<moon-lab>`, and types it in JSX of React 18 and 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { MoonLabElement } from '../element/moon-lab.js';
import type { MoonLabAttributes, MoonLabListeners, MoonLabProperties } from './markup.js';

export { MoonLabElement };

type OfElement = DetailedHTMLProps<HTMLAttributes<MoonLabElement>, MoonLabElement>;
type Own = MoonLabAttributes & MoonLabProperties & MoonLabListeners<'on'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'moon-lab': Omit<OfElement, keyof Own> & Own & { class?: string };
    }
  }
}
