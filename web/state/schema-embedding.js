/**
 * The settings that concern a lab's place in somebody's page.
 *
 * @module
 */

import { LOADINGS, PARTS, THEMES } from './choices.js';

/** @import { Entry } from './types.js' */

/** @type {Entry[]} */
export const EMBEDDING = [
  {
    key: 'autoplay',
    attribute: 'autoplay',
    kind: 'boolean',
    group: 'embedding',
    scope: 'page',
    default: false,
  },
  {
    key: 'hide',
    attribute: 'hide',
    kind: 'names',
    group: 'embedding',
    scope: 'page',
    default: [],
    choices: PARTS,
  },
  {
    key: 'loading',
    attribute: 'loading',
    kind: 'choice',
    group: 'embedding',
    scope: 'page',
    default: 'lazy',
    choices: LOADINGS,
  },
  {
    key: 'theme',
    attribute: 'theme',
    kind: 'choice',
    group: 'embedding',
    scope: 'page',
    default: 'auto',
    choices: THEMES,
  },
  {
    key: 'goal',
    attribute: 'goal',
    kind: 'goal',
    group: 'embedding',
    scope: 'page',
    default: '',
    maxItems: 5,
  },
  {
    key: 'link',
    attribute: 'link',
    kind: 'name',
    group: 'embedding',
    scope: 'page',
    default: '',
    maxLength: 40,
  },
];
