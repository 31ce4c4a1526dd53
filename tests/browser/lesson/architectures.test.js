import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { createData } from '../../../web/engine/data.js';
import { judgeBaselines, createBaselines } from '../../../web/lesson/architectures/baselines.js';
import { CONTENDERS, EPOCHS, NOTEBOOK } from '../../../web/lesson/architectures/contenders.js';
import { verdict } from '../../../web/lesson/architectures/race-results.js';
import { Race } from '../../../web/lesson/architectures/race.js';
import { createFresh } from '../../../web/lesson/architectures/long-runs.js';
import { conclude, spreadOf } from '../../../web/lesson/architectures/seeds-results.js';
import { formatScientific } from '../../../web/lesson/parts/numbers.js';
import { referenceRace, referenceSeeds, referenceStarts } from '../../wasm/lesson-reference.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { button, picture, settle, startSite } from '../support.js';
import { atRest, visitWidget } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** NumPy's, see tests/golden/README.md. */
const GOLDEN = JSON.parse(
  readFileSync(new URL('../../golden/notebook.json', import.meta.url), 'utf8'),
).cases[0];

/** @type {import('../support.js').Site} */
let site;
/** @type {import('../../../web/engine/engine.js').Engine} */
let engine;
/** @type {import('../../../web/engine/data.js').Data} */
let data;
before(async () => {
  site = await startSite();
  engine = await loadShippedEngine();
  data = createData(engine, NOTEBOOK);
});
after(() => site.close());

/**
 * @param {string} name of the widget
 * @param {(page: Page, widget: Locator) => Promise<void>} use
 */
function visit(name, use) {
  // With motion reduced, nothing waits to be looked at.
  const screen = /** @type {const} */ ({ reducedMotion: 'reduce' });
  return visitWidget(site, `architectures-${name}`, (widget, page) => use(page, widget), screen);
}

/**
 * @param {Locator} widget
 * @param {string} row how its name begins
 * @returns {Promise<string[]>}
 */
const cells = (widget, row) =>
  widget
    .getByRole('row')
    .filter({ has: widget.page().getByRole('rowheader', { name: new RegExp(`^${row}`) }) })
    .getByRole('cell')
    .allTextContents();

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)}%`;

test('the notebook’s race ends with NumPy’s accuracies, where they are determined', () =>
  visit('race', async (page, widget) => {
    assert.deepEqual((await cells(widget, 'Line 2-1')).slice(3), [
      '0.2944',
      '87.9%',
      '54 of 60: 90.0%',
    ]);
    await button(page, 'Start the race').click();
    const options = /** @type {const} */ ({ rule: 'simplified', init: 'small', epochs: EPOCHS });
    const race = new Race(engine, data.train.y[0].length, options);
    referenceRace(engine, data, options).forEach(({ metrics }, i) =>
      Object.assign(race.lanes[i], { metrics }),
    );
    const outcome = verdict(race, createBaselines(engine, data));
    assert.match(outcome, /^After 500 epochs, no network beats the straight line\./);
    await widget.getByText(outcome).waitFor();
    for (const { name, shape } of CONTENDERS) {
      const golden = GOLDEN.networks.find(
        (/** @type {any} */ one) => one.name === `${name} (${shape})`,
      );
      if (!golden.final) continue;
      const { test_accuracy: share } = golden.final;
      const last = (await cells(widget, name)).at(-1);
      assert.equal(last, `${Math.round(60 * share)} of 60: ${percent(share)}`, name);
    }
    for (const { contender, metrics, parameterCount, operations } of race.lanes) {
      const [parameters, work, time, loss, train] = await cells(widget, contender.name);
      assert.equal(parameters, String(parameterCount));
      assert.equal(work, operations.toLocaleString('en'));
      assert.match(time, /^\d+ µs$/);
      assert.equal(loss, metrics.trainLoss.toFixed(4));
      assert.equal(train, percent(metrics.trainAccuracy));
    }
    const bars = page.getByRole('img', { name: 'Test accuracy, compared', exact: true });
    const id = (await bars.getAttribute('aria-describedby')) ?? '';
    assert.match(
      await widget.locator(`#${id}`).innerText(),
      /^Majority class 43\.3%, line 90\.0%, Shallow 88\.3%, .*, Deep 86\.7%, /,
    );
  }));

test('by keyboard: another rule, other first weights, and another axis', () =>
  visit('race', async (page, widget) => {
    await widget.getByRole('radio', { name: 'The notebook’s rule' }).focus();
    await page.keyboard.press('ArrowRight');
    await widget.getByLabel('First weights').focus();
    await page.keyboard.press('H');
    await button(page, 'Start the race').focus();
    await page.keyboard.press('Enter');
    await widget.getByText(/^After 500 epochs, Medium, Deep and Wide beat the straight/).waitFor();
    const options = /** @type {const} */ ({ rule: 'backprop', init: 'he', epochs: EPOCHS });
    for (const { contender, metrics } of referenceRace(engine, data, options)) {
      assert.equal((await cells(widget, contender.name))[3], metrics.trainLoss.toFixed(4));
    }
    const pictures = [await picture(page, 'Training loss')];
    await widget.getByRole('radio', { name: 'Epochs' }).focus();
    for (let i = 0; i < 2; i += 1) {
      await page.keyboard.press('ArrowRight');
      pictures.push(await picture(page, 'Training loss'));
    }
    assert.equal(new Set(pictures).size, 3, 'epochs, multiply-adds, seconds');
  }));

test('a race goes in frames, pauses, goes on, and goes back to the start', () =>
  site.visit({ path: '/dist/lesson.html', query: '#architectures' }, async (page) => {
    const widget = page.locator('[data-widget="architectures-race"]');
    await button(page, 'Start the race').click();
    await widget.getByText(/^Epoch [1-9]/).waitFor();
    await button(page, 'Pause').click();
    await button(page, 'Go on').waitFor();
    // The frame that was under way still comes.
    await atRest(widget);
    const status = widget.getByText(/^Epoch \d+ of 500$/);
    const paused = await status.innerText();
    await settle(page);
    assert.equal(await status.innerText(), paused);
    await button(page, 'Go on').click();
    await button(page, 'Pause').waitFor();
    await page.waitForFunction(
      ([text]) => {
        const root = document.querySelector('[data-widget="architectures-race"]')?.shadowRoot;
        return !root?.textContent?.includes(text);
      },
      [paused],
    );
    await button(page, 'Back to the start').click();
    await widget.getByText('Epoch 0 of 500').waitFor();
  }));

test('the three starts: first answers, gradients, losses, and who is on the plateau', () =>
  visit('start', async (page, widget) => {
    await widget.getByText('After 500 epochs, on the plateau: Small (0.01).').waitFor();
    const [, , deep] = CONTENDERS;
    const { layerSizes } = deep;
    const runs = referenceStarts(engine, data, { layerSizes, epochs: EPOCHS });
    const facts = runs.map((run) => run.facts);
    assert.deepEqual(
      await cells(widget, 'Start: lowest answer'),
      facts.map(({ lowest }) => lowest.toFixed(4)),
    );
    for (const layer of [1, 2, 3, 4]) {
      assert.deepEqual(
        await cells(widget, `Start: gradient, layer ${layer}`),
        facts.map(({ gradientSizes }) => formatScientific(gradientSizes[layer - 1], 2)),
      );
    }
    const losses = runs.map(({ metrics }) => metrics.trainLoss.toFixed(4));
    assert.equal(losses[0], '0.6926');
    assert.deepEqual(await cells(widget, 'Now: training loss'), losses);
    await widget.getByLabel('Architecture').selectOption('Shallow 2-4-1');
    await widget.getByText('After 500 epochs, no start is on the plateau.').waitFor();
    assert.equal(await widget.getByText('Start: gradient, layer 3').count(), 0);
  }));

test('runs from many seeds: every one, their spread, and what follows', () =>
  visit('seeds', async (page, widget) => {
    await button(page, 'Run').click();
    await widget.getByText('All 40 runs are done.').waitFor();
    const fresh = createFresh(engine);
    const options = /** @type {const} */ ({ rule: 'backprop', init: 'he', seeds: 10 });
    const runs = referenceSeeds(engine, data, fresh, options);
    const baselines = createBaselines(engine, data);
    for (const judge of /** @type {const} */ (['test', 'fresh'])) {
      const set = judge === 'test' ? data.test : fresh;
      const { line } = judgeBaselines(engine, baselines, set);
      const networks = CONTENDERS.map(({ name }, i) => {
        const values = runs[i].map((run) => run[judge]);
        return { name, values, spread: spreadOf(values) };
      });
      for (const { name, values, spread } of networks) {
        const beats = values.filter((value) => value > line).length;
        assert.deepEqual(await cells(widget, name), [
          `${beats} of 10`,
          ...Object.values(spread).map(percent),
        ]);
      }
      assert.deepEqual(
        (await widget.locator('.findings li').allTextContents()).slice(1, 3),
        conclude(networks),
      );
      await widget.getByRole('radio', { name: '10,000 fresh points' }).check();
    }
  }));

test('a cancelled lot of runs keeps what is done, and goes on from there', () =>
  visit('seeds', async (page, widget) => {
    await widget.getByRole('radio', { name: 'The notebook’s rule' }).check();
    await widget.getByLabel('Runs of each').selectOption('30');
    await button(page, 'Run').click();
    await page.waitForFunction(() => {
      const root = document.querySelector('[data-widget="architectures-seeds"]')?.shadowRoot;
      return Number(root?.querySelector('progress')?.value) > 4;
    });
    await button(page, 'Cancel').click();
    const done = Number(
      /^(\d+) of 120 runs$/.exec(await widget.getByRole('status').innerText())?.[1],
    );
    assert.ok(done >= 5 && done < 120, `${done} runs`);
    const counts = [];
    for (const { name } of CONTENDERS) {
      counts.push(Number((await cells(widget, name))[0].split(' of ')[1]));
    }
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      done,
    );
    assert.equal(await widget.locator('.findings li').count(), 0, 'nothing is concluded yet');
    await button(page, 'Run').click();
    await widget.getByText('All 120 runs are done.').waitFor();
  }));

test('the predictions: what becomes of the plateau, and what a seed can do', () =>
  visit('seeds', async (page) => {
    const plateau = page.locator('form[data-prediction="architectures-plateau"]');
    await plateau.getByLabel('It creeps down evenly').check();
    await plateau.getByRole('button', { name: 'Commit and run' }).click();
    await plateau
      .getByText(/Deep leaves the plateau at epoch 5,\d{3}; its loss at epoch 10,000 is 0\.06\d\d/)
      .waitFor();
    await plateau.getByText('Not what you expected?').waitFor();
    await plateau.getByRole('img', { name: 'Deep from small weights' }).waitFor();

    const seeds = page.locator('form[data-prediction="architectures-seeds"]');
    await seeds.getByLabel('Test points').fill('2');
    await seeds.getByRole('button', { name: 'Commit and run' }).click();
    await seeds.getByText('The worst has 57 right, the best 60: a difference of 3.').waitFor();
    await seeds.getByText('Close.').waitFor();
  }));

test('quantities of the section are shown with the values of the moment', () =>
  visit('race', async (page) => {
    const section = page.locator('#architectures');
    await section.getByRole('button', { name: 'multiply-adds' }).first().click();
    const panel = page.getByRole('complementary', { name: 'Multiply-adds of an epoch' });
    assert.match(await panel.locator('samp').innerText(), /Shallow: 4337\nMedium: 25545\n/);
    await page.keyboard.press('Escape');
    await section.getByRole('button', { name: 'first weights' }).first().click();
    await page
      .getByRole('complementary', { name: 'First weights' })
      .getByText('double scale_of')
      .waitFor();
  }));
