/** `moonlab/vue`: registers `<moon-lab>`, and types it in templates of Vue 3. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { MoonLabElement } from '../element/moon-lab.js';
import type { MoonLabEventMap } from '../element/events.js';
import type { MoonLabAttributes, MoonLabProperties } from './markup.js';

export { MoonLabElement };

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

/** Templates spell an attribute either way. */
type InBothCases<Attributes> = Attributes & {
  [Name in keyof Attributes & string as CamelCase<Name>]?: Attributes[Name];
};

type Listeners = {
  [Name in keyof MoonLabEventMap as `on${Capitalize<Name>}`]?: (
    event: MoonLabEventMap[Name],
  ) => unknown;
};

type Own = InBothCases<MoonLabAttributes> & MoonLabProperties & Listeners;

declare module 'vue' {
  interface GlobalComponents {
    'moon-lab': new () => MoonLabElement & {
      $props: Omit<HTMLAttributes, keyof Own> & Own & PublicProps;
    };
  }
}
