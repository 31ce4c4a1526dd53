/**
 * The first five sections, done from beginning to end with the keyboard alone; and what axe says of the
 * state in which that leaves them.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { createData } from '../../../web/engine/data.js';
import { computeLayer, EXAMPLE as LAYER, SAMPLES } from '../../../web/lesson/layer/example.js';
import { createExample } from '../../../web/lesson/network/example.js';
import { createNeuron, EXAMPLE as NEURON } from '../../../web/lesson/neuron/section.js';
import { short } from '../../../web/lesson/parts/numbers.js';
import { defaultConfig } from '../../../web/state/presets.js';
import { loadShippedEngine } from '../../wasm/support.js';
import { assertNoViolation } from '../axe.js';
import { startSite } from '../support.js';
import { completeSection, lines } from './keys.js';
import { atRest, cells } from './widget.js';

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

byKeyboard('neuron', async ({ page, keys, widget, button }) => {
  const neuron = widget('neuron');
  await keys.to(neuron.getByLabel('Temperature x₁', { exact: true }));
  await keys.press('ArrowDown', 'ArrowDown');
  await keys.type(neuron.getByLabel('Bias b', { exact: true }), -3);
  const { compute } = createNeuron(engine, 'sigmoid');
  const p = compute({ ...NEURON, x1: NEURON.x1 - 2, bias: -3 });
  assert.equal((await lines(neuron))[5], `=${p.toFixed(4)}`);

  const opener = button(neuron, 'sigmoid');
  await keys.use(opener);
  const panel = page.getByRole('complementary');
  await panel.getByText(`output = ${p}`).waitFor();
  await assertNoViolation(page, 'aside.drawer');
  await keys.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  assert.equal(await opener.evaluate((one) => one.matches(':focus')), true, 'where it was');

  const doubled = compute({
    ...NEURON,
    w1: 2 * NEURON.w1,
    w2: 2 * NEURON.w2,
    bias: 2 * NEURON.bias,
  });
  const said = await keys.predict('neuron-double', 'Probability', 0.5);
  assert.ok(said.includes(`The engine computes ${doubled.toFixed(4)}`), said);
  assert.match(
    await keys.predict('neuron-bias', 'Good weather'),
    /computes 0\.5000, one half but for rounding\.$/,
  );
});

byKeyboard('activations', async ({ keys, widget }) => {
  const curves = widget('activations-curves');
  await keys.type(curves.getByLabel('x', { exact: true }), -2);
  await keys.choose(curves.getByLabel('Values and slopes'));
  const shown = (await lines(curves)).map((line) => line.split('=').at(-1));
  const [sigmoid, tanh] = [1 / (1 + Math.exp(2)), Math.tanh(-2)];
  const values = [0, sigmoid, tanh].map((value) => String(Number(value.toFixed(6))));
  const slopes = [sigmoid * (1 - sigmoid), 1 - tanh ** 2].map((slope) => slope.toFixed(4));
  for (const text of [...values, ...slopes]) assert.ok(shown.includes(text), `${text} in ${shown}`);
  const collapse = widget('activations-collapse');
  await keys.choose(collapse.getByLabel('ReLU'));
  await collapse.getByText('They are two functions.').waitFor();
  await keys.predict('activations-vanishing', 'About a millionth');
  const same = await keys.predict('activations-linear', 'Weights and biases', 3);
  assert.match(same, /3 parameters gives what the network with 4,417 gives/);
});

byKeyboard('layer', async ({ keys, widget, button }) => {
  const layer = widget('layer');
  await keys.use(button(layer, 'Add a sample'));
  await keys.type(layer.getByLabel('Input 3 of sample 2', { exact: true }), -4);
  await keys.to(layer.getByRole('gridcell').first());
  await keys.press('ArrowRight', 'ArrowDown', 'ArrowDown');
  const { output } = computeLayer(engine, {
    seed: LAYER.seed,
    samples: [SAMPLES[0], [...SAMPLES[1].slice(0, 2), -4]],
    biases: [0, 0, 0, 0],
  });
  const focused = layer.locator('td:focus');
  const name = `Neuron 3, sample 2: ${output[2][1].toFixed(5)}`;
  assert.equal(await focused.getAttribute('aria-label'), name);
  assert.match(await keys.predict('layer-flip', 'Outputs greater than 0', 1), /0\.0178\.$/);
  assert.match(await keys.predict('layer-shape', '(4, 8)'), /weights of shape \(8, 4\)/);
});

byKeyboard('network', async ({ page, keys, widget, button }) => {
  const network = widget('network');
  await keys.choose(network.getByLabel('3', { exact: true }));
  await keys.choose(network.getByLabel('Larger (He)'));
  await keys.use(button(network, 'Step'), 6);
  await network.getByText('Step 7 of 7.').waitFor();
  const { network: he, X } = createExample(engine, 'he');
  const [first] = he.trace(X);
  const answers = Array.from(he.forward(X)[0], (p) => p.toFixed(7));
  assert.deepEqual(await cells(network), [answers]);
  await keys.to(network.getByRole('radio', { checked: true }).and(page.locator('g')));
  await keys.press('ArrowLeft', 'ArrowLeft');
  const picked = await network.locator('g[aria-checked="true"]').getAttribute('aria-label');
  assert.ok(picked?.startsWith(`hidden layer 1, neuron 1, z ${short(first.z[0][2])}`), `${picked}`);
  await keys.predict('network-parameters', 'Numbers', 31);
  assert.match(await keys.predict('network-growth', 'It grows a million times'), /1,000,000 times/);
});

byKeyboard('training', async ({ keys, widget, button }) => {
  const notebook = defaultConfig('notebook');
  const data = widget('training-data');
  await keys.type(data.getByLabel('Samples', { exact: true }), 40);
  const made = createData(engine, { ...notebook, samples: 40 });
  assert.deepEqual(
    (await cells(data)).map(([, , count]) => Number(count)),
    [made.train.y[0].length, made.test.y[0].length],
  );
  const four = widget('training-loss');
  await keys.type(four.getByLabel('Predicted ŷ₂', { exact: true }), 0.3);
  const loss = engine.binaryCrossEntropy([0, 1, 1, 0], [0.1, 0.3, 0.8, 0.2]);
  await four.getByText(`Loss ${loss.toFixed(4)}, accuracy 0.7500`).waitFor();

  const loop = widget('training-loop');
  await keys.use(button(loop, 'Train'));
  await loop.getByText('Finished: 1,000 epochs').waitFor();
  const experiment = engine.createExperiment(notebook);
  // It measures first and moves then.
  experiment.step(notebook.epochs - 1);
  const { trainLoss } = experiment.metrics();
  const printed = await loop.getByLabel('What the loop prints').innerText();
  assert.ok(printed.includes(`\nEpoch 1000/1000 - Loss: ${trainLoss.toFixed(4)}`), printed);

  const bars = widget('training-bars');
  await keys.use(button(bars, 'Step'), 2);
  await keys.use(button(bars, 'The tallest'));
  await bars.getByText(/^Training sample \d+, of class/).waitFor();
  const rules = widget('training-rules');
  await keys.use(button(rules, 'Step'), 2);
  await atRest(rules);
  const exact = engine.createExperiment({ ...notebook, rule: 'backprop' });
  exact.step(2);
  assert.equal((await cells(rules))[0][1], exact.metrics().trainLoss.toFixed(4));
  await keys.predict('training-neurons', 'Closer');
});
