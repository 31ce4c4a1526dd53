/**
 * What the settings do that concern the page around a lab: told in the reference and in the form that sets
 * a lab up, and nowhere in the lab itself.
 *
 * @module
 */
import { ENGLISH } from '../languages/en.js';
import { ENGLISH_LATER } from '../languages/later/en.js';
import { settingWords } from '../state/setting-words.js';

/** @typedef {import('../state/setting-words.js').Words} Words */

/** @satisfies {Record<string, { help: string, choices?: Record<string, Words> }>} */
export const EMBEDDING = {
  autoplay: {
    help: 'Starts training as soon as the lab is seen.',
  },
  hide: {
    help: 'Parts of the lab that are not shown.',
    choices: {
      data: { label: 'Data controls', help: 'the settings of the data' },
      network: { label: 'Network controls', help: 'the settings of the network' },
      training: { label: 'Training controls', help: 'the settings of the training' },
      controls: {
        label: 'All controls',
        help: 'the settings of data, network and training together',
      },
      transport: {
        label: 'Buttons',
        help: 'Train, Step and Reset; where the numbers are hidden too, the counters as well',
      },
      boundary: {
        label: 'Decision boundary',
        help: 'the picture of the data and what the network makes of it',
      },
      points: {
        label: 'Points shown',
        help: 'the switch for training and test points',
      },
      surface: { label: 'Surface', help: 'the switch for levels and classes alone' },
      best: {
        label: 'Best possible line',
        help: 'the switch for it, and the accuracy that nobody can beat',
      },
      captions: {
        label: 'Captions',
        help: 'titles and legends of the pictures, and the lines that say how it stands',
      },
      presentation: {
        label: 'Presentation',
        help: 'the button, and the key, that make the lab fill the screen',
      },
      shortcuts: {
        label: 'Keyboard shortcuts',
        help: 'the keys for the lab’s buttons, which do nothing then, and their list',
      },
      goal: {
        label: 'Goal',
        help: 'what is to be reached, and that it has been; there where a goal is set',
      },
      diagram: { label: 'Network diagram', help: 'the picture of neurons and weights' },
      loss: { label: 'Loss', help: 'the curve of the loss' },
      accuracy: { label: 'Accuracy', help: 'the curve of the accuracy, or of R²' },
      keep: { label: 'Kept runs', help: 'the button that keeps a run, and the table of those' },
      metrics: { label: 'Numbers', help: 'loss, accuracy or R², and parameter count as numbers' },
      confusion: {
        label: 'Confusion matrix',
        help: 'which classes the points are taken for',
      },
      inside: { label: 'Look inside', help: 'the four panels below the lab together' },
      parity: {
        label: 'Notebook parity',
        help: 'the notebook’s numbers beside those of this run',
      },
      butterfly: { label: 'Butterfly', help: 'the same run with its sums in two orders' },
      gradients: { label: 'Gradient check', help: 'every gradient, computed and measured' },
      activity: { label: 'Activity', help: 'what the neurons of each layer have of their own' },
      export: {
        label: 'Save and open',
        help: 'the run as files to keep, and records of runs to open',
      },
    },
  },
  loading: {
    help: 'When the lab fetches its engine.',
    choices: {
      lazy: { label: 'Lazy', help: 'when the lab is about to be seen' },
      eager: { label: 'Eager', help: 'at once' },
    },
  },
  theme: {
    help: 'Light or dark colours.',
    choices: {
      auto: { label: 'Automatic', help: 'as the page is, or the reader’s system' },
      light: { label: 'Light', help: 'dark on light' },
      dark: { label: 'Dark', help: 'light on dark' },
    },
  },
  goal: {
    help: 'What the training is to reach; an event and a sign tell when it has.',
  },
  link: {
    help: 'Labs of one page with the same name here share their data and train together.',
  },
};

/** @type {import('../state/setting-words.js').Texts['settings']} */
const SETTINGS = { ...ENGLISH.settings };
for (const [key, words] of Object.entries(EMBEDDING)) {
  SETTINGS[key] = { ...SETTINGS[key], ...words };
}
const { settingHelp } = ENGLISH_LATER;

/** @param {import('../state/types.js').Entry} entry of any setting */
export const wordsOf = (entry) => settingWords({ settings: SETTINGS, settingHelp }, entry);
