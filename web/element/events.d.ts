import type { Config, Metrics } from '../state/types.js';
import type { MoonLabElement } from './moon-lab-element.js';

/** The element's own events. All bubble. */
export interface MoonLabEventMap {
  ready: CustomEvent<null>;
  progress: CustomEvent<Metrics>;
  finish: CustomEvent<null>;
  goal: CustomEvent<{ goal: string; metrics: Metrics }>;
  error: CustomEvent<{ type: 'config' | 'record' | 'divergence' | 'engine'; message: string }>;
  configchange: CustomEvent<Config>;
}

/** The browser's events and the element's; of two with the same name, the element's. */
type EventMap = Omit<HTMLElementEventMap, keyof MoonLabEventMap> & MoonLabEventMap;

declare module './moon-lab-element.js' {
  interface MoonLabElement {
    addEventListener<K extends keyof EventMap>(
      type: K,
      listener: (this: MoonLabElement, event: EventMap[K]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<K extends keyof EventMap>(
      type: K,
      listener: (this: MoonLabElement, event: EventMap[K]) => unknown,
      options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | EventListenerOptions,
    ): void;
  }
}
