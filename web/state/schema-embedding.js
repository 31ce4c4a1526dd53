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
    label: 'Autoplay',
    help: 'Starts training as soon as the lab is seen.',
  },
  {
    key: 'hide',
    attribute: 'hide',
    kind: 'names',
    group: 'embedding',
    scope: 'page',
    default: [],
    label: 'Hide',
    help: 'Parts of the lab that are not shown.',
    choices: PARTS,
  },
  {
    key: 'loading',
    attribute: 'loading',
    kind: 'choice',
    group: 'embedding',
    scope: 'page',
    default: 'lazy',
    label: 'Loading',
    help: 'When the lab fetches its engine.',
    choices: LOADINGS,
  },
  {
    key: 'theme',
    attribute: 'theme',
    kind: 'choice',
    group: 'embedding',
    scope: 'page',
    default: 'auto',
    label: 'Theme',
    help: 'Light or dark colours.',
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
    label: 'Goal',
    help: 'What the training is to reach; an event and a sign tell when it has.',
  },
  {
    key: 'link',
    attribute: 'link',
    kind: 'name',
    group: 'embedding',
    scope: 'page',
    default: '',
    maxLength: 40,
    label: 'Link',
    help: 'Labs of one page with the same name here share their data and train together.',
  },
];
