import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageWords } from '../../web/element/sentences.js';
import GERMAN from '../../web/languages/de.js';
import { readModel, readStartingModel } from '../../web/state/model-check.js';
import { joinLayers, modelOf, networkOf } from '../../web/state/model.js';
import { defaultConfig } from '../../web/state/presets.js';
import { problemOf } from '../../web/state/problem.js';

/** @typedef {import('../../web/state/messages.js').Message} Message */

const CONFIG = defaultConfig();
const PROBLEM = problemOf(CONFIG);
const METRICS = { epoch: 3, trainLoss: 0.5, testLoss: 0.6, trainAccuracy: 0.7, testAccuracy: 0.8 };
const PARAMETERS = Float64Array.from({ length: 13 }, (_, i) => i / 7);

/** @returns {any} to be spoilt */
function exampleModel() {
  const network = networkOf({ ...CONFIG, layers: [3] });
  return modelOf(network, PARAMETERS, METRICS);
}

test('a model is the network by layer, as JSON', () => {
  const model = exampleModel();
  assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
  assert.deepEqual(Object.keys(model), [
    'format',
    'version',
    'problem',
    'classNames',
    'features',
    'scaler',
    'layerSizes',
    'activations',
    'layers',
    'metrics',
  ]);
  assert.deepEqual(model.layers[1], { weights: [[9 / 7, 10 / 7, 11 / 7]], biases: [12 / 7] });
});

test('a model comes back as it was, and its layers are the parameters', () => {
  const model = exampleModel();
  const { metrics, ...network } = model;
  assert.deepEqual(readModel('model', model, PROBLEM), model);
  assert.deepEqual(readStartingModel('model', model, PROBLEM), network);
  assert.deepEqual(readStartingModel('model', network, PROBLEM), network);
  assert.deepEqual(joinLayers(model.layers, model.layerSizes), PARAMETERS);
  assert.deepEqual(metrics, METRICS);
});

test('a configuration asks for a network, with one activation or with one a hidden layer', () => {
  const purpose = { problem: 'classification', features: ['x1', 'x2'] };
  assert.deepEqual(networkOf({ ...CONFIG, layers: [8, 4], activation: 'relu' }), {
    ...purpose,
    layerSizes: [2, 8, 4, 1],
    activations: ['relu', 'relu', 'sigmoid'],
  });
  assert.deepEqual(networkOf({ ...CONFIG, layers: [8, 4], activation: ['relu', 'tanh'] }), {
    ...purpose,
    layerSizes: [2, 8, 4, 1],
    activations: ['relu', 'tanh', 'sigmoid'],
  });
  assert.deepEqual(networkOf({ ...CONFIG, layers: [], features: ['x1^2'] }), {
    problem: 'classification',
    features: ['x1^2'],
    layerSizes: [1, 1],
    activations: ['sigmoid'],
  });
});

test('a model of the first version is one for x1 and x2 as they are', () => {
  const { problem, classNames, features, scaler, ...first } = { ...exampleModel(), version: 1 };
  assert.deepEqual(
    [problem, classNames, features, scaler],
    ['classification', [], ['x1', 'x2'], null],
  );
  assert.deepEqual(readModel('model', first, PROBLEM), exampleModel());
  assert.throws(() => readModel('model', first, { ...PROBLEM, features: ['x1', 'x1^2'] }), {
    message: 'model.features[1]: "x2" is not what the network is given here; allowed are x1, x1^2',
  });
  assert.throws(() => readModel('model', first, { ...PROBLEM, scale: 'standard' }), {
    message: 'model.scaler: null is not an object; allowed are objects of mean, std',
  });
});

test('a model says what its points are scaled by', () => {
  const scaler = { mean: [0.5, -1], std: [2, 1] };
  const model = { ...exampleModel(), scaler, classNames: ['no', 'yes'] };
  const problem = /** @type {const} */ ({ ...PROBLEM, scale: 'standard' });
  assert.deepEqual(readModel('model', model, problem), model);
  assert.throws(() => readModel('model', model, PROBLEM), {
    message: 'model.scaler: an object is not how points are scaled here; allowed are null',
  });
});

const MODEL_FIELDS =
  'format, version, layerSizes, activations, layers, problem, classNames, features, scaler, metrics';

/** How a model is spoilt, and what is said of it in both languages. @type {[(model: any) => void, string, string][]} */
const REFUSALS = [
  [
    (model) => (model.format = 'x'),
    '.format: "x" is not known; allowed are moonlab-model',
    '.format: "x" ist nicht bekannt; erlaubt: moonlab-model',
  ],
  [
    (model) => (model.version = 3),
    '.version: 3 is not known; allowed are 1, 2',
    '.version: 3 ist nicht bekannt; erlaubt: 1, 2',
  ],
  [
    (model) => (model.problem = 'regression'),
    '.problem: "regression" is not what is learned here; allowed are classification',
    '.problem: "regression" ist nicht, was hier gelernt wird; erlaubt: classification',
  ],
  [
    (model) => model.features.push('x1^2'),
    '.features[2]: "x1^2" is not what the network is given here; allowed are x1, x2',
    '.features[2]: "x1^2" ist nicht, was das Netz hier bekommt; erlaubt: x1, x2',
  ],
  [
    (model) => (model.scaler = { mean: [0, 0], std: [1, 1] }),
    '.scaler: an object is not how points are scaled here; allowed are null',
    '.scaler: ein Objekt ist nicht, wie Punkte hier skaliert werden; erlaubt: null',
  ],
  [
    (model) => (model.classNames = [0, 1]),
    '.classNames[0]: 0 is not a text; allowed are lists of names',
    '.classNames[0]: 0 ist kein Text; erlaubt: Listen von Namen',
  ],
  [
    (model) => delete model.layers,
    `.layers: undefined is missing; allowed are ${MODEL_FIELDS}`,
    `.layers: undefined fehlt; erlaubt: ${MODEL_FIELDS}`,
  ],
  [
    (model) => delete model.metrics,
    `.metrics: undefined is missing; allowed are ${MODEL_FIELDS}`,
    `.metrics: undefined fehlt; erlaubt: ${MODEL_FIELDS}`,
  ],
  [
    (model) => (model.extra = 1),
    `.extra: 1 is not known; allowed are ${MODEL_FIELDS}`,
    `.extra: 1 ist nicht bekannt; erlaubt: ${MODEL_FIELDS}`,
  ],
  [
    (model) => (model.layerSizes = 3),
    '.layerSizes: 3 is not a list; allowed are lists of numbers',
    '.layerSizes: 3 ist keine Liste; erlaubt: Listen von Zahlen',
  ],
  [
    (model) => (model.layerSizes = [3, 3, 1]),
    '.layerSizes[0]: 3 is not the inputs’ number; allowed are 2',
    '.layerSizes[0]: 3 ist nicht die Zahl der Eingaben; erlaubt: 2',
  ],
  [
    (model) => (model.layerSizes = [2, 3, 2]),
    '.layerSizes[2]: 2 is not the outputs’ number; allowed are 1',
    '.layerSizes[2]: 2 ist nicht die Zahl der Ausgaben; erlaubt: 1',
  ],
  [
    (model) => (model.layerSizes = [2, 2.5, 1]),
    '.layerSizes[1]: 2.5 is not a whole number; allowed are whole numbers from 1 to 1000000',
    '.layerSizes[1]: 2.5 ist keine ganze Zahl; erlaubt: ganze Zahlen von 1 bis 1000000',
  ],
  [
    (model) => (model.layerSizes = [2]),
    '.layerSizes.length: 1 is the wrong length; allowed are 2 to 1000000',
    '.layerSizes.length: 1 ist die falsche Länge; erlaubt: 2 bis 1000000',
  ],
  [
    (model) => (model.layerSizes = [2, 4, 1]),
    '.layers[0].weights.length: 3 is the wrong length; allowed are 4',
    '.layers[0].weights.length: 3 ist die falsche Länge; erlaubt: 4',
  ],
  [
    (model) => (model.activations = 'tanh'),
    '.activations: "tanh" is not a list; allowed are lists of names',
    '.activations: "tanh" ist keine Liste; erlaubt: Listen von Namen',
  ],
  [
    (model) => (model.activations = ['swish', 'sigmoid']),
    '.activations[0]: "swish" is not known; allowed are relu, tanh, sigmoid, linear, leaky_relu, elu',
    '.activations[0]: "swish" ist nicht bekannt; erlaubt: relu, tanh, sigmoid, linear, leaky_relu, elu',
  ],
  [
    (model) => (model.activations = ['tanh', 'tanh']),
    '.activations[1]: "tanh" is not known; allowed are sigmoid',
    '.activations[1]: "tanh" ist nicht bekannt; erlaubt: sigmoid',
  ],
  [
    (model) => (model.activations = ['sigmoid']),
    '.activations.length: 1 is the wrong length; allowed are 2',
    '.activations.length: 1 ist die falsche Länge; erlaubt: 2',
  ],
  [
    (model) => (model.layers = {}),
    '.layers: an object is not a list; allowed are lists of layers',
    '.layers: ein Objekt ist keine Liste; erlaubt: Listen von Schichten',
  ],
  [
    (model) => model.layers.pop(),
    '.layers.length: 1 is the wrong length; allowed are 2',
    '.layers.length: 1 ist die falsche Länge; erlaubt: 2',
  ],
  [
    (model) => (model.layers[0] = 5),
    '.layers[0]: 5 is not an object; allowed are objects of weights, biases',
    '.layers[0]: 5 ist kein Objekt; erlaubt: Objekte aus weights, biases',
  ],
  [
    (model) => model.layers[0].weights.pop(),
    '.layers[0].weights.length: 2 is the wrong length; allowed are 3',
    '.layers[0].weights.length: 2 ist die falsche Länge; erlaubt: 3',
  ],
  [
    (model) => (model.layers[0].weights[0] = 5),
    '.layers[0].weights[0]: 5 is not a list; allowed are lists of numbers',
    '.layers[0].weights[0]: 5 ist keine Liste; erlaubt: Listen von Zahlen',
  ],
  [
    (model) => model.layers[0].weights[1].pop(),
    '.layers[0].weights[1].length: 1 is the wrong length; allowed are 2',
    '.layers[0].weights[1].length: 1 ist die falsche Länge; erlaubt: 2',
  ],
  [
    (model) => (model.layers[1].weights[0][2] = NaN),
    '.layers[1].weights[0][2]: NaN is not a finite number; allowed are finite numbers',
    '.layers[1].weights[0][2]: NaN ist keine endliche Zahl; erlaubt: endliche Zahlen',
  ],
  [
    (model) => (model.layers[0].biases[1] = 'x'),
    '.layers[0].biases[1]: "x" is not a finite number; allowed are finite numbers',
    '.layers[0].biases[1]: "x" ist keine endliche Zahl; erlaubt: endliche Zahlen',
  ],
  [
    (model) => (model.layers[1].biases = []),
    '.layers[1].biases.length: 0 is the wrong length; allowed are 1',
    '.layers[1].biases.length: 0 ist die falsche Länge; erlaubt: 1',
  ],
  [
    (model) => (model.metrics.trainLoss = -1),
    '.metrics.trainLoss: -1 is out of range; allowed are finite numbers from 0',
    '.metrics.trainLoss: -1 liegt außerhalb des Bereichs; erlaubt: endliche Zahlen ab 0',
  ],
  [
    (model) => (model.metrics.epoch = 0.5),
    '.metrics.epoch: 0.5 is not a whole number; allowed are whole numbers from 0 to 1000000000',
    '.metrics.epoch: 0.5 ist keine ganze Zahl; erlaubt: ganze Zahlen von 0 bis 1000000000',
  ],
];

test('what is wrong with a model is said in both languages', () => {
  for (const [spoil, english, german] of REFUSALS) {
    const model = exampleModel();
    spoil(model);
    assert.throws(
      () => readModel('model', model, PROBLEM),
      (/** @type {Error & { say: Message }} */ error) => {
        assert.ok(error instanceof TypeError);
        assert.equal(error.message, `model${english}`);
        assert.equal(error.say(messageWords(GERMAN)), `model${german}`);
        return true;
      },
    );
  }
});
