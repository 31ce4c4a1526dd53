/** What all frameworks' types of `<moon-lab>` have in common. */
import type { MoonLabEventMap } from '../element/events.js';
import type { ConfigPatch } from '../state/types.js';

export type { MoonLabAttributes } from './attributes.js';

/** What frameworks set as a property rather than as an attribute (React from 19 on). */
export interface MoonLabProperties {
  config?: ConfigPatch;
}

export type MoonLabListeners<Prefix extends string> = {
  [Name in keyof MoonLabEventMap as `${Prefix}${Name}`]?: (event: MoonLabEventMap[Name]) => unknown;
};
