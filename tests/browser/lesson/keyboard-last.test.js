/**
 * The last five sections, done from beginning to end with the keyboard alone; and what axe says of the
 * state in which that leaves them.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { createData } from '../../../web/engine/data.js';
import { CONTENDERS, EPOCHS, NOTEBOOK } from '../../../web/lesson/architectures/contenders.js';
import { EXAMPLE as BACKWARD, look } from '../../../web/lesson/backpropagation/example.js';
import { EXAMPLES, LAB, TO_SKETCH } from '../../../web/lesson/boundaries/examples.js';
import { compareBoundaries } from '../../../web/lesson/boundaries/section.js';
import { METHODS } from '../../../web/lesson/optimisers/methods.js';
import { TrainingPath } from '../../../web/lesson/optimisers/race.js';
import { runUpdates } from '../../../web/lesson/optimisers/one-update.js';
import { SHAPES, Valley, VALLEY_EPOCHS } from '../../../web/lesson/optimisers/problems.js';
import { short } from '../../../web/lesson/parts/numbers.js';
import { lineAccuracy } from '../../../web/lesson/summary/section.js';
import { createExperiment, loadShippedEngine, sceneOf } from '../../wasm/support.js';
import { referenceRace } from '../../wasm/lesson-reference.js';
import { startSite } from '../support.js';
import { completeSection, lines } from './keys.js';
import { atRest } from './optimisers-support.js';
import { cells } from './widget.js';

/** @type {import('../support.js').Site} */
let site;
/** @type {Awaited<ReturnType<typeof loadShippedEngine>>} */
let engine;
before(async () => {
  [site, engine] = await Promise.all([startSite(), loadShippedEngine()]);
});
after(() => site.close());

/**
 * @param {string} section
 * @param {Parameters<typeof completeSection>[2]} use
 */
const byKeyboard = (section, use) => completeSection(() => site, section, use);

byKeyboard('boundaries', async ({ page, keys, widget, button }) => {
  const live = widget('boundaries');
  await keys.use(button(live, 'Train'));
  await live.getByText(/^Finished: /).waitFor();
  const lab = engine.createExperiment(LAB);
  lab.step(LAB.epochs);
  const share = (100 * lab.metrics().testAccuracy).toFixed(1);
  await live.getByText(`test accuracy ${share}%.`).waitFor();
  await keys.to(live.getByRole('img', { name: 'Test points' }));
  await keys.press('ArrowUp');
  await live.getByText(/Probability of class 1: /).waitFor();
  const three = widget('boundaries-three');
  await keys.use(button(three, 'Train'));
  await three.getByText('Finished: 200 epochs').waitFor();
  const losses = EXAMPLES.map(({ config }) => {
    const experiment = engine.createExperiment(config);
    experiment.step(config.epochs);
    return experiment.metrics().testLoss.toFixed(4);
  });
  assert.deepEqual((await cells(three))[2], losses);
  await keys.choose(three.getByLabel('Test points', { exact: true }));
  await keys.predict('boundaries-longer', 'It rises');

  const form = page.locator('form[data-prediction="boundaries-sketch"]');
  await keys.to(form.getByRole('slider', { name: 'Point 2 of 7' }));
  await keys.press('ArrowUp', 'ArrowUp', 'Shift+ArrowLeft');
  const drawn = await form.locator('input[name="guess"]').inputValue();
  await keys.use(button(form, 'Commit and run'));
  const trained = engine.createExperiment(TO_SKETCH);
  trained.step(TO_SKETCH.epochs);
  await form.getByText(compareBoundaries(sceneOf(trained), drawn).text).waitFor();
});

byKeyboard('architectures', async ({ keys, widget, button }) => {
  const race = widget('architectures-race');
  await keys.choose(race.getByLabel('Exact backpropagation'));
  await keys.use(button(race, 'Start the race'));
  await race.getByText(/^After 500 epochs, /).waitFor();
  const data = createData(engine, NOTEBOOK);
  const options = /** @type {const} */ ({ rule: 'backprop', init: 'small', epochs: EPOCHS });
  const expected = referenceRace(engine, data, options);
  const shown = (await cells(race)).slice(-CONTENDERS.length).map((row) => row[3]);
  assert.deepEqual(
    shown,
    expected.map(({ metrics }) => metrics.trainLoss.toFixed(4)),
  );
  await keys.choose(race.getByLabel('Seconds'));
  const start = widget('architectures-start');
  await keys.to(start.getByLabel('Architecture'));
  await keys.press('S');
  await start.getByText('After 500 epochs, no start is on the plateau.').waitFor();
  const seeds = widget('architectures-seeds');
  await keys.use(button(seeds, 'Run'));
  await seeds.getByText('All 40 runs are done.').waitFor();
  await keys.choose(seeds.getByLabel('10,000 fresh points'));
  await keys.predict('architectures-plateau', 'It creeps down evenly');
  const said = await keys.predict('architectures-seeds', 'Test points', 3);
  assert.match(said, /a difference of 3\.$/);
});

byKeyboard('backpropagation', async ({ keys, widget, button }) => {
  const pass = widget('backpropagation-pass');
  await keys.choose(pass.getByLabel('0', { exact: true }));
  await keys.use(button(pass, 'Step'), 11);
  await pass.getByText('Step 12 of 12.').waitFor();
  const { gradient } = look(engine, { ...BACKWARD, y: 0 });
  assert.deepEqual(
    (await cells(pass)).map(([, exact]) => exact),
    gradient.map(short),
  );
  const check = widget('backpropagation-check');
  await keys.choose(check.getByLabel('the training set'));
  await keys.to(check.getByLabel('Parameter', { exact: true }));
  await keys.press('ArrowDown');
  await keys.to(check.getByRole('slider', { name: 'Nudge ε' }));
  await keys.press('ArrowLeft');
  assert.ok((await cells(check)).every(([derived, measured]) => derived === measured));
  const said = await keys.predict('backpropagation-passes', 'Forward passes', 210);
  assert.ok(said.includes('210'), said);
  await keys.predict('backpropagation-step', 'It rises');
});

byKeyboard('optimisers', async ({ page, keys, widget, button }) => {
  const [, scaled] = SHAPES;
  const valley = widget('optimisers-valley');
  await keys.to(valley.getByRole('button', { name: /^Start:/ }));
  await keys.press('ArrowRight');
  await keys.choose(valley.getByLabel('Times 8'));
  await keys.type(valley.getByLabel('Epoch', { exact: true }), VALLEY_EPOCHS - 2);
  await keys.to(button(valley, 'Play'), 'Shift+Tab');
  await keys.press('Enter');
  const land = new Valley(engine, scaled);
  const ends = METHODS.map(({ id }) => {
    const options = { optimizer: id, learningRate: scaled.rates[id] };
    const path = new TrainingPath(engine, land.problem(scaled.start), options);
    while (path.length < VALLEY_EPOCHS) path.step();
    return (path.metrics[VALLEY_EPOCHS].trainLoss - land.lowest).toFixed(6);
  });
  await atRest(page, 'valley');
  assert.equal(await valley.getByLabel('Epoch', { exact: true }).inputValue(), `${VALLEY_EPOCHS}`);
  assert.deepEqual(
    (await cells(valley)).map(([now]) => now),
    ends,
  );

  const update = widget('optimisers-update');
  await keys.choose(update.getByLabel('Momentum'));
  await keys.use(button(update, 'Step'));
  const [, momentum] = runUpdates(engine, land, scaled.start, 0.1, 2);
  assert.equal((await lines(update)).at(-1), `=${momentum.updates[1][0].after.toPrecision(4)}`);
  const network = widget('optimisers-network');
  await keys.use(button(network, 'Reset'));
  await keys.to(network.getByLabel('First end'));
  await keys.press('A');
  await network.getByText('the ends of Adam and SGD').waitFor();
  await keys.predict('optimisers-first-step', 'Length', 0.1);
  await keys.predict('optimisers-bold', 'It jumps to and fro');
});

byKeyboard('summary', async ({ keys, widget, button }) => {
  const epoch = widget('summary-epoch');
  await keys.use(button(epoch, 'One epoch'), 2);
  await keys.use(button(epoch, 'Fifty epochs'));
  const options = { layers: [4], optimizer: 'sgd', learningRate: 0.5 };
  const experiment = createExperiment(engine, options);
  experiment.step(52);
  const { trainLoss } = experiment.metrics();
  await epoch.getByText(`Epoch 52: loss ${trainLoss.toFixed(4)}, test accuracy`).waitFor();
  const answer = await keys.predict('summary-line', 'About three quarters');
  assert.ok(answer.includes(`It gets ${(100 * lineAccuracy(engine)).toFixed(1)}%`), answer);
});
