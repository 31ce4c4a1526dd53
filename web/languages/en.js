/**
 * English: every text of the lab, but for those that come later. Another language is another file of
 * both shapes beside it, under the name that `lang` has for it. Functions are given whole numbers as they
 * are, and all others in print already.
 *
 * @module
 */

import { inWords, numerals, some, whole } from './counting/en.js';

/** @typedef {import('./counting/en.js').ClassName} ClassName */

export const ENGLISH = {
  locale: 'en',
  /** Where a lab cannot be shown, before its address. */
  onPaper: 'An interactive lab, to be used at',
  /** Which way it is written: `ltr` or `rtl`. */
  direction: /** @type {'ltr' | 'rtl'} */ ('ltr'),
  /** What is no number, where one should be. */
  notANumber: 'undefined',
  /**
   * What is written with digits: `group` between thousands, `percent` with the space before it;
   * where words are written from right to left, the `mark` U+200E before a number keeps it together.
   */
  numerals,

  /** What every setting is called, by its key, and what can be chosen for it. */
  settings: {
    preset: {
      label: 'Preset',
      choices: {
        default: { label: 'Default' },
        notebook: { label: 'Notebook' },
        playground: { label: 'Playground' },
        'straight-line': { label: 'Straight line' },
        xor: { label: 'XOR' },
        spiral: { label: 'Spiral' },
        overfitting: { label: 'Overfitting' },
        'three-classes': { label: 'Three classes' },
        regression: { label: 'Hills and valleys' },
      },
    },
    problem: {
      label: 'Problem',
      choices: {
        classification: { label: 'Classes' },
        regression: { label: 'Values' },
      },
    },
    dataset: {
      label: 'Data set',
      choices: {
        moons: { label: 'Two moons' },
        circles: { label: 'Circles' },
        blobs: { label: 'Blobs' },
        xor: { label: 'XOR' },
        spirals: { label: 'Spirals' },
        classification: { label: 'Clusters' },
        plane: { label: 'Plane' },
        hills: { label: 'Hills' },
        own: { label: 'Own points' },
      },
    },
    classes: { label: 'Classes' },
    data: { label: 'Own points' },
    classNames: { label: 'Class names' },
    samples: { label: 'Samples' },
    noise: { label: 'Noise' },
    seed: { label: 'Seed' },
    testSize: { label: 'Test share' },
    features: {
      label: 'Inputs',
      choices: {
        x1: { label: 'x₁' },
        x2: { label: 'x₂' },
        'x1^2': { label: 'x₁²' },
        'x2^2': { label: 'x₂²' },
        'x1*x2': { label: 'x₁x₂' },
        'sin(x1)': { label: 'sin x₁' },
        'sin(x2)': { label: 'sin x₂' },
      },
    },
    scale: {
      label: 'Scaling',
      choices: {
        none: { label: 'None' },
        standard: { label: 'Standardised' },
      },
    },
    layers: { label: 'Hidden layers' },
    activation: {
      label: 'Activation',
      choices: {
        relu: { label: 'ReLU' },
        tanh: { label: 'Tanh' },
        sigmoid: { label: 'Sigmoid' },
        linear: { label: 'Linear' },
        leaky_relu: { label: 'Leaky ReLU' },
        elu: { label: 'ELU' },
      },
    },
    init: {
      label: 'Initialisation',
      choices: {
        small: { label: 'Small' },
        xavier: { label: 'Xavier' },
        he: { label: 'He' },
      },
    },
    weightSeed: { label: 'Weight seed' },
    rule: {
      label: 'Learning rule',
      choices: {
        backprop: { label: 'Backpropagation' },
        simplified: { label: 'Simplified' },
      },
    },
    optimizer: {
      label: 'Optimiser',
      choices: {
        sgd: { label: 'Gradient descent' },
        momentum: { label: 'Momentum' },
        rmsprop: { label: 'RMSProp' },
        adam: { label: 'Adam' },
      },
    },
    learningRate: { label: 'Learning rate' },
    batchSize: {
      label: 'Batch size',
      /** What 0 is called; it can be typed, too. */
      zero: 'all',
    },
    loss: {
      label: 'Loss function',
      choices: {
        cross_entropy: { label: 'Cross-entropy' },
        squared_error: { label: 'Squared error' },
      },
    },
    regularization: {
      label: 'Regularisation',
      choices: {
        none: { label: 'None' },
        l1: { label: 'L1' },
        l2: { label: 'L2' },
      },
    },
    regularizationRate: { label: 'Regularisation rate' },
    schedule: { label: 'Schedule' },
    epochs: {
      label: 'Epoch limit',
      /** What 0 is called; it can be typed, too. */
      zero: 'never',
    },
    stop: { label: 'Stop' },
    at: { label: 'Open at epoch' },
    speed: {
      label: 'Speed',
      choices: {
        1: { label: '1 a frame' },
        5: { label: '5 a frame' },
        25: { label: '25 a frame' },
        100: { label: '100 a frame' },
        max: { label: 'Full speed' },
      },
    },
    points: {
      label: 'Points',
      help: 'Which points the decision boundary is drawn with.',
      choices: {
        both: { label: 'Both', help: 'training and test points' },
        train: { label: 'Training', help: 'the points that the network learns from' },
        test: { label: 'Test', help: 'the points that the network has never seen' },
      },
    },
    surface: {
      label: 'Surface',
      help: 'What the colours behind the points say.',
      choices: {
        levels: { label: 'Levels', help: 'the probability, in twenty steps' },
        classes: { label: 'Classes', help: 'the likelier class alone' },
      },
    },
    neuron: { label: 'Neuron' },
    autoplay: { label: 'Autoplay' },
    hide: { label: 'Hide' },
    loading: { label: 'Loading' },
    theme: { label: 'Theme' },
    goal: { label: 'Goal' },
    link: { label: 'Link' },
  },

  // Not "Training", which who looks or asks for the button Train would meet first.
  groups: { data: 'Data', network: 'Network', training: 'Learning' },
  groupSummary: {
    data: (/** @type {Summary} */ { text, ownPoints }) =>
      ownPoints === null
        ? `${text('samples')} ${text('dataset')} · noise ${text('noise')} · seed ${text('seed')}`
        : `${whole(ownPoints)} own points · seed ${text('seed')}`,
    network: (/** @type {Summary} */ { label, text }) =>
      `${text('layers') || 'no hidden layer'} · ${label('activation')} · ${label('init')}`,
    training: (/** @type {Summary} */ { label, text }) =>
      `${label('optimizer')} · rate ${text('learningRate')}` +
      (text('regularization') === 'none' ? '' : ` · ${label('regularization')}`),
  },

  restorePreset: 'Undo all changes',
  perLayer: 'One per layer',
  layerActivations: 'Activation of each layer',
  layerActivation: (/** @type {number} */ layer) => `Layer ${layer}`,
  layers: {
    addLayer: 'Add a layer',
    removeLayer: 'Remove a layer',
    count: (/** @type {number} */ count) => String(count),
    neurons: (/** @type {number} */ layer) => `Neurons of layer ${layer}`,
    addNeuron: (/** @type {number} */ layer) => `Add a neuron to layer ${layer}`,
    removeNeuron: (/** @type {number} */ layer) => `Remove a neuron from layer ${layer}`,
  },

  drawingHint:
    'Click to add a point, drag to add many; or use the arrow keys, and Enter to add one.',

  controls: 'Experiment',
  transport: {
    name: 'Training',
    train: 'Train',
    pause: 'Pause',
    step: 'Step',
    reset: 'Reset',
    presentation: 'Presentation',
    shortcuts: 'Keyboard shortcuts',
    epoch: 'Epoch',
    testAccuracy: 'Test accuracy',
    testR2: 'Test R²',
  },

  boundary: 'Decision boundary',
  diagram: 'Network diagram',
  loss: 'Loss',
  accuracy: 'Accuracy',
  numbers: 'Numbers',
  architecture: 'Architecture',
  /** As the notebook prints it. */
  architectureTitle: 'Neural Network Architecture:',
  architectureLayer: (/** @type {number} */ layer) => `Layer ${layer}`,
  legend: {
    name: 'Marks',
    class: (/** @type {ClassName} */ name) => `Class ${name}`,
    train: 'Training points',
    test: 'Test points',
  },
  readoutHint: 'Point at the picture, or focus it and use the arrow keys.',

  metrics: {
    caption: 'Loss and accuracy',
    corner: 'Points',
    train: 'Training',
    test: 'Test',
    loss: 'Loss',
    accuracy: 'Accuracy',
    parameters: (/** @type {string} */ count) => `${count} parameters, layer by layer`,
  },

  goal: {
    aim: (/** @type {string} */ conditions) => `Goal: ${conditions}`,
    reached: (/** @type {string} */ conditions, /** @type {string} */ epoch) =>
      `Goal reached at epoch ${epoch}: ${conditions}`,
    /** Which metrics the problem does not have. */
    lacking: (/** @type {string[]} */ metrics) =>
      ` (out of reach here: there is no ${metrics.join(' and no ')})`,
    metrics: {
      epoch: 'epoch',
      trainLoss: 'training loss',
      testLoss: 'test loss',
      trainAccuracy: 'training accuracy',
      testAccuracy: 'test accuracy',
      trainR2: 'training R²',
      testR2: 'test R²',
      parameters: 'parameters',
    },
  },

  dismiss: 'Dismiss',
  restarts:
    'While it trains, and at an earlier epoch, learning rate, batch size, optimiser, rule and ' +
    'regularisation change from then on. Any other change starts again at epoch 0, except of speed, epoch limit and what is only shown.',

  status: {
    loading: 'Loading the engine …',
    ready: 'Ready. Press Train.',
    /** Before any training, where the network does worse than who does not look at the points. */
    readyBelow: {
      accuracy: 'Ready. Press Train. Random weights may do worse than guessing.',
      r2: 'Ready. Press Train. Random weights may do worse than the mean.',
    },
    training: 'Training.',
    paused: (/** @type {string} */ epoch, /** @type {string} */ score) =>
      `Paused at epoch ${epoch}, ${score}.`,
    finished: (/** @type {string} */ epoch, /** @type {string} */ score) =>
      `Finished at epoch ${epoch}, ${score}. To go on, raise the epoch limit.`,
  },

  /** What pictures say: on them, at the pointer, and to those who do not see them. */
  pictures: {
    features: /** @type {[string, string]} */ (['Feature 1 (x₁)', 'Feature 2 (x₂)']),
    probability: (/** @type {ClassName} */ name) => `Probability of class ${name}`,
    /** Of several classes, the likeliest one's probability. */
    winner: 'Probability of the winner',
    /** What points have, and a network predicts, where there are no classes. */
    value: 'Value',
    prediction: 'Prediction',
    train: 'Training',
    test: 'Test',
    epoch: 'Epoch',

    probe: {
      point: {
        train: (/** @type {ClassName} */ name) => `Training point of class ${name}`,
        test: (/** @type {ClassName} */ name) => `Test point of class ${name}`,
      },
      pointOfValue: {
        train: (/** @type {ClassName} */ value) => `Training point of value ${value}`,
        test: (/** @type {ClassName} */ value) => `Test point of value ${value}`,
      },
      place: (/** @type {string} */ x1, /** @type {string} */ x2) => `x₁ ${x1}, x₂ ${x2}`,
      value: (/** @type {string} */ name, /** @type {string} */ value) => `${name}: ${value}`,
      correct: 'Classified correctly',
      wrong: (/** @type {ClassName} */ name) => `Taken for class ${name}`,
      error: 'Error',
    },
  },

  /** What is not accepted, and why; and what has failed. `value` and the like are what came. */
  messages: {
    complaint: (
      /** @type {{ name: string, value: string, problem: string, allowed: string }} */ found,
    ) => `${found.name}: ${found.value} ${found.problem}; allowed are ${found.allowed}`,
    unknownSetting: (
      /** @type {string} */ name,
      /** @type {string} */ known,
      /** @type {string} */ near,
    ) => `${name}: is not a setting; allowed are ${known}${near && `. Did you mean ${near}?`}`,
    diverged: (/** @type {string} */ name, /** @type {string} */ epoch) =>
      `${name}: the weights at epoch ${epoch} are not finite numbers; allowed are trainings that ` +
      'have not diverged',
    manyFiles: (/** @type {string} */ count) =>
      `record: ${count} files at once; allowed are single files`,
    manyRuns: (/** @type {number} */ count, /** @type {number} */ most) =>
      `keep: ${count} runs; allowed are up to ${most}. Remove some first`,
    /** A value that cannot be shown in a line. */
    object: 'an object',

    /** What a value is, or does, that is not accepted. */
    problem: {
      notNumber: 'is not a number',
      notWhole: 'is not a whole number',
      notFinite: 'is not a finite number',
      tooSmall: 'is too small',
      tooLarge: 'is too large',
      outOfRange: 'is out of range',
      notList: 'is not a list',
      notObject: 'is not an object',
      notText: 'is not a text',
      notName: 'is not a name',
      notJson: 'is not JSON',
      notBoolean: 'is neither',
      unknown: 'is not known',
      missing: 'is missing',
      several: (/** @type {string} */ count) => `is ${count} values at once`,
      layerCount: (/** @type {string} */ count) => `has ${count} layers`,
      inLayer: (/** @type {string} */ layer, /** @type {string} */ problem) =>
        `(layer ${layer}) ${problem}`,
      tooLong: (/** @type {string} */ length) => `is ${length} characters long`,
      notNameCharacters: 'has characters that a name has not',
      noName: 'is none',
      manyNames: (/** @type {string} */ count) => `is ${count} names`,
      notChange: 'is no change at an epoch',
      notScheduled: 'changes what cannot be changed',
      setsNoNumber: 'sets a parameter to what is not a number',
      manyChanges: (/** @type {string} */ count) => `is ${count} changes`,
      inChange: (
        /** @type {string} */ name,
        /** @type {string} */ problem,
        /** @type {string} */ allowed,
      ) => `(${name}: ${allowed}) ${problem}`,
      notInNetwork: 'changes what the network does not have',
      droppedChanges: 'is dropped, for the network does not have that any more',
      notNeuron: 'is no neuron',
      noSuchNeuron: 'is a neuron that the network does not have',
      goneNeuron: 'is let go of, for the network does not have that neuron any more',
      activationCount: (/** @type {number} */ names, /** @type {number} */ layers) =>
        `is ${names} names for ${some(layers, 'hidden layer')}`,
      noTraining: (/** @type {number} */ count) => `of ${count} samples leaves none to train on`,
      noTrainingLeft: (/** @type {string} */ testSize, /** @type {string} */ name) =>
        `with a ${name.toLowerCase()} of ${testSize} leaves none to train on`,

      fewTest: (/** @type {number} */ count) =>
        `of ${count} samples leaves fewer than two to test with`,
      fewTestLeft: (/** @type {string} */ testSize, /** @type {string} */ name) =>
        `with a ${name.toLowerCase()} of ${testSize} leaves fewer than two to test with`,
      otherProblem: 'does not go with the rest',
      notOfDataset: (/** @type {string} */ dataset, /** @type {string} */ name) =>
        `is not what the ${name.toLowerCase()} ${dataset} can have`,
      oneOutput: 'is for one output only',

      noData: (/** @type {string} */ name) => `comes without ${name.toLowerCase()}`,
      dataNeeded: (/** @type {string} */ name) =>
        `leaves the ${name.toLowerCase()} own without points`,
      tooManyPoints: (/** @type {string} */ count) => `has ${count} points, which are too many`,
      tooFewPoints: (/** @type {number} */ count) => `has ${some(count, 'point')} only`,
      oneClass: (/** @type {ClassName} */ label) => `has points of class ${label} only`,
      tooLongToRead: (/** @type {string} */ length, /** @type {string} */ limit) =>
        `is ${length} characters long, more than ${limit}, and was not read`,
      tooLargeFile: (/** @type {string} */ megabytes, /** @type {string} */ limit) =>
        `is ${megabytes} MB large, more than ${limit} MB, and was not read`,
      unreadable: 'could not be read',
      noTextFile: 'is not a text (save tables as CSV)',
      cellCount: (/** @type {number} */ count, /** @type {number} */ width) =>
        `has ${some(count, 'value')} instead of ${inWords(width)}`,
      unclearColumns: (/** @type {string} */ columns) =>
        `leaves open which of its columns (${columns}) are x1, x2 and label`,
      coordinateNotNumber: (/** @type {string} */ name) => `has an ${name} that is not a number`,
      coordinateTooLarge: (/** @type {string} */ name) => `has an ${name} that is too large`,
      valueNotNumber: 'has a value that is not a number',
      valueTooLarge: 'has a value that is too large',
      noLabel: 'has no label',
      notLabel: 'has a label that is too long for a name, or has a comma in it',
      manyClasses: (
        /** @type {string} */ label,
        /** @type {number} */ count,
        /** @type {number} */ most,
      ) =>
        `has the label ${label}, which makes ${whole(count)} classes where ${inWords(most)} can be shown`,
      /** The value of the first line stands before all. */
      lines: (
        /** @type {{ line: number, value: string, problem: string }[]} */ lines,
        /** @type {number} */ more,
      ) =>
        [
          ...lines.map(({ line, value, problem }, i) =>
            i === 0 ? `(line ${line}) ${problem}` : `${value} (line ${line}) ${problem}`,
          ),
          ...(more > 0 ? [`and ${more} more`] : []),
        ].join(', '),

      manyConditions: (/** @type {string} */ count) => `is ${count} comparisons at once`,
      noComparison: 'compares nothing',
      notMeasured: 'compares what is not measured',
      comparesNoNumber: 'compares with what is not a number',

      wrongLength: 'is the wrong length',
      notInputs: 'is not the inputs’ number',
      notOutputs: 'is not the outputs’ number',
      notExact: 'is not exact',
      outOfOrder: 'is out of order',
      notHistory: 'is not what the history says',
      notLearned: 'is not what is learned here',
      notFeatures: 'is not what the network is given here',
      notScale: 'is not how points are scaled here',
      otherNetwork: 'is another network than the record’s',
      notTrained:
        'is not what the training gives (the record was changed, or made by another version)',
    },

    /** What would be accepted. */
    allowed: {
      range: (/** @type {string} */ min, /** @type {string} */ max) => `${min} to ${max}`,
      above: (/** @type {string} */ min, /** @type {string} */ max) =>
        `numbers above ${min}, up to ${max}`,
      sizes: (/** @type {{ count: string, min: string, max: string }} */ most) =>
        `0 to ${most.count} layers of ${most.min} to ${most.max} neurons, such as 8,8`,
      activations: (/** @type {string} */ names) => `${names}; one, or one per hidden layer`,
      names: (/** @type {string} */ names) => `any of ${names}`,
      someNames: (/** @type {string} */ names) => `one or more of ${names}`,
      labels: (/** @type {string} */ count, /** @type {string} */ length) =>
        `up to ${count} names of up to ${length} characters, joined by commas`,
      orNothing: (/** @type {string} */ range) => `${range}, or nothing`,
      schedule: (/** @type {string} */ settings, /** @type {string} */ count) =>
        `changes epoch:setting=value, such as 200:learning-rate=0.01, of ${settings}, ` +
        `wLAYER.NEURON.INPUT and bLAYER.NEURON; up to ${count}, separated by blanks`,
      neuron:
        'LAYER.NEURON, such as 1.3, counted from 1, with layer 0 for the inputs; or nothing, for ' +
        'the network’s answer',
      boolean: 'true and false',
      points: (/** @type {{ min: string, max: string, size: string, classes: number }} */ limits) =>
        `${limits.min} to ${limits.max} rows x1,x2,label, coordinates up to ±${limits.size}, ` +
        `labels of ${limits.classes === 2 ? 'two' : `two to ${inWords(limits.classes)}`} classes`,
      ownDataset: (
        /** @type {string} */ datasets,
        /** @type {string} */ points,
        /** @type {string} */ name,
      ) => `${datasets}; own with ${name.toLowerCase()} of ${points}`,
      pointCount: (/** @type {string} */ min, /** @type {string} */ max) =>
        `${min} to ${max} points`,
      goal: (/** @type {{ metrics: string, signs: string, count: string }} */ parts) =>
        `comparisons of ${parts.metrics} with ${parts.signs}, such as test-accuracy>=0.95; up to ` +
        `${parts.count}, joined by commas`,
      name: (/** @type {string} */ length) => `up to ${length} letters, digits, blanks and . _ -`,
      label: (/** @type {string} */ length) => `texts of up to ${length} characters`,
      settings: 'objects such as { samples: 300 }',
      objects: (/** @type {string} */ fields) => `objects of ${fields}`,
      lists: {
        numbers: 'lists of numbers',
        names: 'lists of names',
        layers: 'lists of layers',
        rows: 'lists of rows',
        runs: 'lists of runs',
      },
      numbers: 'finite numbers',
      numbersFrom: (/** @type {string} */ min) => `finite numbers from ${min}`,
      numbersBetween: (/** @type {string} */ min, /** @type {string} */ max) =>
        `finite numbers from ${min} to ${max}`,
      wholes: 'whole numbers',
      wholesFrom: (/** @type {string} */ min) => `whole numbers from ${min}`,
      wholesBetween: (/** @type {string} */ min, /** @type {string} */ max) =>
        `whole numbers from ${min} to ${max}`,
      megabytes: (/** @type {string} */ most) => `up to ${most} MB`,
      records: 'files that a lab has saved as its record',
    },

    divergence: {
      what: (/** @type {number} */ epoch) =>
        `Training stopped at epoch ${whole(epoch)}: the numbers grew until the loss or a weight ` +
        'was no longer finite.',
      advice: (/** @type {string[]} */ advice) => `Try ${advice.join(', or ')}.`,
      learningRate: (/** @type {string} */ rate) => `a smaller learning rate, such as ${rate}`,
      optimizer: 'the optimiser Adam',
      rule: 'the learning rule Backpropagation',
      activation: 'the activation Tanh',
    },

    /** Failures of the engine, by the name that it gives them. */
    failure: {
      noWebAssembly: () =>
        'This browser has no WebAssembly, which the engine needs. Take another, or allow it in the settings.',
      oldWebAssembly: () =>
        'The WebAssembly of this browser lacks SIMD or exceptions, which the engine needs. Take a newer one.',
      forbidden: () =>
        "The policy of this page lets no WebAssembly run. Its script-src needs 'wasm-unsafe-eval'.",
      unreachable: (/** @type {{ url: string }} */ { url }) =>
        `The engine could not be fetched from ${url}. Check the connection, and that its host allows ` +
        'it (CORS), then press Train.',
      notLoaded: (/** @type {{ url: string, answer: number | string }} */ { url, answer }) =>
        `The engine could not be loaded: ${url} answered ${answer}. Once the file is there, press Train.`,
      damaged: (/** @type {{ url: string }} */ { url }) =>
        `The engine came damaged or incomplete from ${url}. Press Train to fetch it again.`,
      partNotLoaded: () =>
        'A part of the lab could not be loaded: the connection is gone, or the site has a new version. ' +
        'Try again, or load the page anew.',
      workerStopped: (/** @type {{ why: string }} */ { why }) =>
        `The worker stopped${why && `: ${why}`}. Press Train to begin again.`,
      manyChanges: (/** @type {{ most: number }} */ { most }) =>
        `A run can have ${whole(most)} changes. Remove some, or start again.`,
      tooLargeToCheck: (/** @type {{ count: number, most: number }} */ parameters) =>
        `network: ${parameters.count} parameters; allowed: up to ${parameters.most} for a ` +
        'gradient check',
    },
  },
};

/** @typedef {typeof ENGLISH} FirstTexts */
/** @typedef {FirstTexts & typeof import('./later/en.js').ENGLISH_LATER} Texts */

/**
 * How the one-line summaries ask for values.
 *
 * @typedef {'dataset' | 'samples' | 'noise' | 'seed' | 'testSize' | 'features' | 'scale' | 'layers' | 'activation' | 'init'
 *   | 'optimizer' | 'learningRate' | 'regularization'} Summarized
 *
 * @typedef {object} Summary
 * @property {(key: Summarized) => string} label what is chosen, as a person reads it
 * @property {(key: Summarized) => string} text as it is spelled; numbers as a person writes them
 * @property {number | null} ownPoints how many, where the data set is one's own
 */
