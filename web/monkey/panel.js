import { h } from '../views/dom.js';

/** @typedef {import('./choose.js').Step} Step */
/** @typedef {import('./fuzz.js').Report} Report */

/** So many steps are shown; the record holds all. */
const SHOWN = 20;

/**
 * What the page says at its end of the monkey's doings. It is for whoever works on the lab, and in
 * English alone.
 *
 * @param {{ onStop: () => void, onPlay: (record: unknown) => void }} actions
 */
export function createPanel({ onStop, onPlay }) {
  const title = h('h2', {}, 'Fuzz');
  const status = h('p');
  const stop = h('button', { type: 'button', onclick: onStop }, 'Stop');
  const player = h('input', { type: 'file', accept: '.json', onchange: play });
  const details = h('div');
  const element = h(
    'section',
    { 'data-fuzz': 'running', 'aria-label': 'Fuzz' },
    title,
    status,
    stop,
    h('label', {}, 'Play a record: ', player),
    details,
  );
  Object.assign(element.style, { padding: '1em', font: '14px/1.4 system-ui, sans-serif' });

  async function play() {
    const [file] = player.files ?? [];
    player.value = '';
    if (file) onPlay(JSON.parse(await file.text()));
  }

  return {
    element,

    /** @param {string} seed */
    begin(seed) {
      element.dataset.fuzz = 'running';
      title.textContent = `Fuzz ${seed}`;
      stop.hidden = false;
      details.replaceChildren();
    },

    /** @param {Step[]} steps */
    showSteps(steps) {
      status.textContent = `Step ${steps.length}: ${print(steps[steps.length - 1])}`;
    },

    /** @param {Report} report */
    end(report) {
      const { faults, steps, address } = report;
      element.dataset.fuzz = faults.length > 0 ? 'failed' : 'passed';
      stop.hidden = true;
      status.textContent =
        faults.length > 0 ? `A fault at step ${steps.length}.` : `${steps.length} steps, no fault.`;
      const file = new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' });
      details.replaceChildren(
        ...faults.map(({ kind, message }) => h('pre', {}, `${kind}: ${message}`)),
        h('p', {}, h('a', { href: address }, 'The same steps again')),
        h(
          'p',
          {},
          h('a', { href: URL.createObjectURL(file), download: 'fuzz.json' }, 'The record'),
        ),
        h(
          'ol',
          { start: Math.max(1, steps.length - SHOWN + 1) },
          ...steps.slice(-SHOWN).map((step) => h('li', {}, print(step))),
        ),
      );
    },

    /** @param {unknown} error */
    refuse(error) {
      element.dataset.fuzz = 'refused';
      stop.hidden = true;
      status.textContent = error instanceof Error ? error.message : String(error);
    },
  };
}

/** @param {Step} step */
function print({ do: name, target = '', label = '', value }) {
  const given = value === undefined ? '' : JSON.stringify(value);
  return [name, target, label && `“${label}”`, given].filter(Boolean).join(' ');
}
