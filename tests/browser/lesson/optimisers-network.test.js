import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { METHODS } from '../../../web/lesson/optimisers/methods.js';
import {
  lossOf,
  moonsProblem,
  NETWORK_EPOCHS,
  NETWORK_RATES,
} from '../../../web/lesson/optimisers/problems.js';
import { TrainingPath } from '../../../web/lesson/optimisers/race.js';
import { Slice } from '../../../web/lesson/optimisers/loss-grid.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { startSite } from '../support.js';
import { atRest, cells, set, visitWidget } from './optimisers-support.js';

/** @type {import('../support.js').Site} */
let site;
/** @type {import('../../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  [site, engine] = await Promise.all([startSite(), loadShippedEngine()]);
});
after(() => site.close());

test('the network’s slice tells each path’s own loss, its shadow’s, and how far apart they are', () =>
  visitWidget(site, 'network', async (widget, page) => {
    const problem = moonsProblem(engine);
    const lossAt = lossOf(engine, problem);
    const paths = METHODS.map(({ id }) => {
      const path = new TrainingPath(engine, problem, {
        optimizer: id,
        learningRate: NETWORK_RATES[id],
      });
      while (path.length < NETWORK_EPOCHS) path.step();
      return path;
    });
    /**
     * @param {number} first
     * @param {number} second
     * @param {number} epoch
     */
    const expected = (first, second, epoch) => {
      const [a, b] = [first, second].map((i) => paths[i].points[NETWORK_EPOCHS]);
      const slice = new Slice(problem.start, a, b);
      return paths.map(({ points, metrics }) => {
        const { u, v, distance } = slice.shadow(points[epoch]);
        const shadowLoss = lossAt(slice.pointAt(u, v));
        return [metrics[epoch].trainLoss.toFixed(4), shadowLoss.toFixed(4), distance.toFixed(2)];
      });
    };
    const shown = async () => (await cells(widget)).map((row) => row.slice(0, 3));
    assert.deepEqual(await shown(), expected(0, 3, NETWORK_EPOCHS));
    await set(widget, 'Epoch', 50);
    await atRest(page, 'network');
    assert.deepEqual(await shown(), expected(0, 3, 50));

    await widget.getByLabel('First end').selectOption('Adam');
    assert.equal(await widget.getByLabel('Second end').inputValue(), 'sgd');
    await widget.getByLabel('Second end').selectOption('Momentum');
    await widget.getByRole('button', { name: 'To the end' }).click();
    await atRest(page, 'network');
    assert.deepEqual(await shown(), expected(3, 1, NETWORK_EPOCHS));
    await widget.getByText('the ends of Adam and Momentum').waitFor();
  }));

test('the predictions are run by the engine', () =>
  visitWidget(site, 'network', async (_, page) => {
    const step = page.locator('form[data-prediction="optimisers-first-step"]');
    await step.getByLabel('Length').fill('10');
    await step.getByRole('button', { name: 'Commit and run' }).click();
    await step.getByText('The slope is 35.9, and the engine’s step is 0.1000 long.').waitFor();
    await step.getByText('Not what you expected?').waitFor();

    const bold = page.locator('form[data-prediction="optimisers-bold"]');
    await bold.getByLabel('It jumps to and fro').check();
    await bold.getByRole('button', { name: 'Commit and run' }).click();
    await bold.getByText('still jumps between 0.0396 and 0.0619 above the minimum.').waitFor();
    await bold.getByText('That is what happens.').waitFor();
    await bold.getByRole('img', { name: 'Loss above the minimum' }).waitFor();
  }));
