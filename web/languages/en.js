/**
 * English: every text of the lab, but for those that come later. Another language is another file of
 * both shapes beside it, under the name that `lang` has for it. Functions are given whole numbers as they
 * are, and all others in print already.
 *
 * @module
 */

const numerals = { decimal: '.', group: ',', percent: '%', mark: '' };

/** @param {number} count */
const whole = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, numerals.group);

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 * @returns {string} "1 epoch", "1,000 epochs"
 */
const some = (count, one, many = `${one}s`) => `${whole(count)} ${count === 1 ? one : many}`;

/** @param {number} count up to nine in words */
const inWords = (count) =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ??
  whole(count);

/** What the classes are drawn in. */
const COLORS = ['blue', 'orange', 'green', 'purple', 'brown', 'grey'];

/** @typedef {import('./later/en.js').ClassName} ClassName */

/** @param {{ label: number, name: ClassName }} side */
const inColor = ({ label, name }) => `class ${name} (${COLORS[label]})`;

/**
 * @param {{ count: number, name: ClassName }[]} counts of the points of each class
 * @param {string} kind of points
 */
const byClass = (counts, kind) =>
  `${whole(counts.reduce((sum, { count }) => sum + count, 0))} ${kind}, ` +
  enumerate(counts.map(({ count, name }) => `${whole(count)} of class ${name}`));

/** @param {string[]} parts */
const enumerate = (parts) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.slice(-1)}`;

/** @param {number} epoch */
const atEpoch = (epoch) => (epoch === 0 ? 'Before training' : `After ${some(epoch, 'epoch')}`);

/**
 * @param {{ count: number, low: string, high: string }} found
 * @param {string} kind of points
 */
const byValue = ({ count, low, high }, kind) =>
  some(count, kind) + (count > 0 ? `, with values from ${low} to ${high}` : '');

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

  /** Every setting, by its key, and what can be chosen for it. */
  settings: {
    preset: {
      label: 'Preset',
      help: 'A whole set of values to start from.',
      choices: {
        default: { label: 'Default', help: 'learns two moons within seconds' },
        notebook: {
          label: 'Notebook',
          help: 'the exact run of the notebook that this lab implements',
        },
        playground: {
          label: 'Playground',
          help: 'begins as TensorFlow Playground does, and closes the boundary round the inner circle',
        },
        'straight-line': {
          label: 'Straight line',
          help:
            'without a hidden layer the boundary is a straight line, which parts no circles; add a ' +
            'layer, or the inputs x₁² and x₂²',
        },
        xor: {
          label: 'XOR',
          help:
            'opposite corners belong together, so no straight line parts the classes; a few hidden ' +
            'neurons do',
        },
        spiral: {
          label: 'Spiral',
          help: 'two arms wind round each other, and the boundary has to follow them all the way',
        },
        overfitting: {
          label: 'Overfitting',
          help:
            'many weights learn few points by heart: the training loss falls, the test loss rises; ' +
            'regularisation L2, with a rate of 0.01, is the cure',
        },
        'three-classes': {
          label: 'Three classes',
          help:
            'three clouds of points, and an output for each, of which the largest wins: straight lines ' +
            'part them, so there is no hidden layer',
        },
        regression: {
          label: 'Hills and valleys',
          help:
            'a value at every point instead of a class; without its hidden layers the network is a ' +
            'plane, which follows no hill',
        },
      },
    },
    problem: {
      label: 'Problem',
      help: 'What is learned of each point.',
      choices: {
        classification: { label: 'Classes', help: 'which class it belongs to' },
        regression: { label: 'Values', help: 'a number (regression)' },
      },
    },
    dataset: {
      label: 'Data set',
      help: 'The shape that the points form.',
      choices: {
        moons: { label: 'Two moons', help: 'two half circles that reach into each other' },
        circles: { label: 'Circles', help: 'a small circle inside a large one' },
        blobs: { label: 'Blobs', help: 'a round cloud of points for each class' },
        xor: {
          label: 'XOR',
          help: 'four squares, of which those at opposite corners belong together',
        },
        spirals: { label: 'Spirals', help: 'arms that wind round each other, one for each class' },
        classification: {
          label: 'Clusters',
          help: 'clusters of points for each class, here and there in the plane',
        },
        plane: { label: 'Plane', help: 'values that rise evenly from one corner to the other' },
        hills: { label: 'Hills', help: 'values that form two hills and two hollows' },
        own: { label: 'Own points', help: 'points that somebody has drawn or brought along' },
      },
    },
    classes: {
      label: 'Classes',
      help: 'How many classes there are.',
    },
    data: {
      label: 'Own points',
      help: 'The points of the data set that is your own, one a line: x1, x2 and the class or value.',
    },
    classNames: {
      label: 'Class names',
      help: 'What the classes are called, in their order, joined by commas.',
    },
    samples: {
      label: 'Samples',
      help: 'How many points there are, for training and testing together.',
    },
    noise: {
      label: 'Noise',
      help: 'How far the points are scattered off the exact shape (standard deviation).',
    },
    seed: {
      label: 'Seed',
      help: 'The start of all chance: the same seed gives the same points and the same weights.',
    },
    testSize: {
      label: 'Test share',
      help: 'The share of the points that the network never trains on, kept to test it.',
    },
    features: {
      label: 'Inputs',
      help: 'What the network is given of each point.',
      choices: {
        x1: { label: 'x₁', help: 'the first coordinate' },
        x2: { label: 'x₂', help: 'the second coordinate' },
        'x1^2': { label: 'x₁²', help: 'the square of the first' },
        'x2^2': { label: 'x₂²', help: 'the square of the second' },
        'x1*x2': { label: 'x₁x₂', help: 'the product of both' },
        'sin(x1)': { label: 'sin x₁', help: 'the sine of the first' },
        'sin(x2)': { label: 'sin x₂', help: 'the sine of the second' },
      },
    },
    scale: {
      label: 'Scaling',
      help: 'What is done to the coordinates before the network is given them.',
      choices: {
        none: { label: 'None', help: 'they are as they are' },
        standard: {
          label: 'Standardised',
          help: 'each with mean 0 and standard deviation 1, on the training points',
        },
      },
    },
    layers: {
      label: 'Hidden layers',
      help: 'How many neurons each layer between the inputs and the output has.',
    },
    activation: {
      label: 'Activation',
      help: 'What each hidden neuron does with the weighted sum of its inputs.',
      choices: {
        relu: { label: 'ReLU', help: 'keeps what is positive, turns the rest to 0' },
        tanh: { label: 'Tanh', help: 'bends everything smoothly into −1 to 1' },
        sigmoid: { label: 'Sigmoid', help: 'bends everything smoothly into 0 to 1' },
        linear: {
          label: 'Linear',
          help: 'passes the sum on unchanged, so that layers add nothing',
        },
        leaky_relu: {
          label: 'Leaky ReLU',
          help: 'keeps what is positive, and a hundredth of the rest',
        },
        elu: { label: 'ELU', help: 'keeps what is positive, bends the rest smoothly towards −1' },
      },
    },
    init: {
      label: 'Initialisation',
      help: 'How large the random weights are before training.',
      choices: {
        small: { label: 'Small', help: 'tiny weights, a hundredth of the normal distribution' },
        xavier: {
          label: 'Xavier',
          help: 'sized by inputs and outputs of a layer; suits tanh and sigmoid',
        },
        he: { label: 'He', help: 'sized by the inputs of a layer; suits ReLU' },
      },
    },
    weightSeed: {
      label: 'Weight seed',
      help: 'The start of chance for first weights and batches; without one, it is that of the data.',
    },
    rule: {
      label: 'Learning rule',
      help: 'How the error at the output becomes a change of every weight.',
      choices: {
        backprop: {
          label: 'Backpropagation',
          help: 'the exact gradient of the loss, by the chain rule',
        },
        simplified: {
          label: 'Simplified',
          help: 'the notebook’s short cut: every layer sees the same error',
        },
      },
    },
    optimizer: {
      label: 'Optimiser',
      help: 'How the gradient is turned into a step.',
      choices: {
        sgd: { label: 'Gradient descent', help: 'a step straight down the gradient (SGD)' },
        momentum: { label: 'Momentum', help: 'steps that gather speed, like a ball rolling down' },
        rmsprop: { label: 'RMSProp', help: 'a step size for each weight, by its recent gradients' },
        adam: { label: 'Adam', help: 'momentum and a step size for each weight together' },
      },
    },
    learningRate: {
      label: 'Learning rate',
      help: 'How large each step is: small is slow, large may overshoot.',
    },
    batchSize: {
      label: 'Batch size',
      help: 'How many training points each step looks at, or all of them.',
      /** What 0 is called; it can be typed, too. */
      zero: 'all',
    },
    loss: {
      label: 'Loss function',
      help: 'What training makes smaller.',
      choices: {
        cross_entropy: { label: 'Cross-entropy', help: 'being sure of what is wrong costs most' },
        squared_error: {
          label: 'Squared error',
          help: 'the mean of (prediction − label)², as for numbers',
        },
      },
    },
    regularization: {
      label: 'Regularisation',
      help: 'What pulls weights towards 0, so that the network learns less by heart.',
      choices: {
        none: { label: 'None', help: 'nothing does' },
        l1: { label: 'L1', help: 'all with the same force, so that many become 0: rate · Σ|w|' },
        l2: { label: 'L2', help: 'the larger, the harder, so that all stay small: rate/2 · Σw²' },
      },
    },
    regularizationRate: {
      label: 'Regularisation rate',
      help: 'How hard the weights are pulled towards 0.',
    },
    schedule: {
      label: 'Schedule',
      help: 'What changes at which epoch of the run, as in 200:learning-rate=0.01.',
    },
    epochs: {
      label: 'Epoch limit',
      help: 'Training stops after this many passes through the training points, or never.',
      zero: 'never',
    },
    stop: {
      label: 'Stop',
      help: 'Whether training pauses by itself; it can be gone on with.',
      choices: {
        never: { label: 'Never', help: 'it does not' },
        goal: { label: 'At the goal', help: 'at the first epoch that reaches it' },
      },
    },
    at: {
      label: 'Open at epoch',
      help: 'Epoch that is trained to on opening, once; 0 is none.',
    },
    speed: {
      label: 'Speed',
      help: 'How many epochs are trained for each frame that is drawn.',
      choices: {
        1: { label: '1 a frame', help: 'slow enough to watch every epoch' },
        5: { label: '5 a frame', help: 'a good look at the boundary as it bends' },
        25: { label: '25 a frame', help: 'quick' },
        100: { label: '100 a frame', help: 'very quick' },
        max: { label: 'Full speed', help: 'all that the machine can do' },
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
    neuron: {
      label: 'Neuron',
      help: 'Whose output the large picture shows, as LAYER.NEURON; empty is the network’s answer.',
    },
    autoplay: {
      label: 'Autoplay',
      help: 'Starts training as soon as the lab is seen.',
    },
    hide: {
      label: 'Hide',
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
        timeline: {
          label: 'Epoch slider',
          help: 'the slider that goes to any epoch',
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
      label: 'Loading',
      help: 'When the lab fetches its engine.',
      choices: {
        lazy: { label: 'Lazy', help: 'when the lab is about to be seen' },
        eager: { label: 'Eager', help: 'at once' },
      },
    },
    theme: {
      label: 'Theme',
      help: 'Light or dark colours.',
      choices: {
        auto: { label: 'Automatic', help: 'as the page is, or the reader’s system' },
        light: { label: 'Light', help: 'dark on light' },
        dark: { label: 'Dark', help: 'light on dark' },
      },
    },
    goal: {
      label: 'Goal',
      help: 'What the training is to reach; an event and a sign tell when it has.',
    },
    link: {
      label: 'Link',
      help: 'Labs of one page with the same name here share their data and train together.',
    },
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
    'While it trains, learning rate, batch size, optimiser, rule and regularisation change from then ' +
    'on. Any other change starts again at epoch 0, except of speed, epoch limit and what is only shown.',

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

    boundary: {
      undefined: 'The probabilities are no longer numbers, so there is no decision boundary.',
      none: (/** @type {ClassName} */ name) => `No boundary in sight: everything is class ${name}.`,
      regions: (
        /** @type {string} */ lines,
        /** @type {{ label: number, name: ClassName, share: string }[]} */ [first, ...others],
      ) =>
        `The decision boundary is ${lines}: ${first.share} of the plane is ${inColor(first)}` +
        `${others.map((side) => `, ${side.share} ${inColor(side)}`).join('')}.`,
      lines: (/** @type {{ straight: number, open: number, closed: number }} */ counts) =>
        enumerate(
          [
            { count: counts.straight, noun: 'straight line' },
            { count: counts.open, noun: 'curve' },
            { count: counts.closed, noun: 'closed curve' },
          ]
            .filter(({ count }) => count > 0)
            .map(({ count, noun }) => `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`),
        ),
      undecided: (
        /** @type {ClassName} */ name,
        /** @type {string} */ least,
        /** @type {string} */ most,
      ) =>
        `The network is nearly undecided: probabilities of class ${name} only go from ${least} to ` +
        `${most}.`,
      decided: (
        /** @type {ClassName} */ name,
        /** @type {string} */ least,
        /** @type {string} */ most,
      ) => `Probabilities of class ${name} go from ${least} to ${most}.`,
      undecidedWinner: (/** @type {string} */ least, /** @type {string} */ most) =>
        'The network is nearly undecided: the probability of the likeliest class only goes from ' +
        `${least} to ${most}.`,
      decidedWinner: (/** @type {string} */ least, /** @type {string} */ most) =>
        `The probability of the likeliest class goes from ${least} to ${most}.`,
      accuracy: (/** @type {{ epoch: number, train: string, test: string }} */ found) =>
        `${atEpoch(found.epoch)}, ${found.train} of the training points and ${found.test} of the ` +
        'test points are on the right side.',
      undefinedValues: 'The predictions are no longer numbers.',
      same: (/** @type {string} */ value) => `The prediction is ${value} everywhere.`,
      values: (
        /** @type {{ value: string, place: string }} */ low,
        /** @type {{ value: string, place: string }} */ high,
      ) => `Predictions go from ${low.value} ${low.place} to ${high.value} ${high.place}.`,
      /** Where in the picture, by rows from the lowest. */
      places: [
        ['at the lower left', 'at the bottom', 'at the lower right'],
        ['at the left', 'in the middle', 'at the right'],
        ['at the upper left', 'at the top', 'at the upper right'],
      ],
      r2: (/** @type {{ epoch: number, train: string, test: string }} */ found) =>
        `${atEpoch(found.epoch)}, R² is ${found.train} on the training points and ${found.test} on ` +
        'the test points.',
      pointsOfValue: {
        train: (/** @type {{ count: number, low: string, high: string }} */ found) =>
          byValue(found, 'training point'),
        test: (/** @type {{ count: number, low: string, high: string }} */ found) =>
          byValue(found, 'test point'),
      },
      points: {
        train: (/** @type {{ count: number, name: ClassName }[]} */ counts) =>
          byClass(counts, 'training points'),
        test: (/** @type {{ count: number, name: ClassName }[]} */ counts) =>
          byClass(counts, 'test points'),
      },
    },

    curves: {
      title: {
        cross_entropy: 'Cross-entropy',
        squared_error: 'Squared error',
        accuracy: 'Accuracy',
        r2: 'R² (1 is perfect)',
      },
      guessing: (/** @type {string} */ value) => `guessing: ${value}`,
      /** What comes of always saying the mean of all values. */
      mean: (/** @type {string} */ value) => `always the mean: ${value}`,
      /** How far down a curve goes that leaves the picture. */
      below: (/** @type {string} */ value) => `down to ${value}`,
      /** What a curve is called within a sentence. */
      name: { loss: 'loss', accuracy: 'accuracy', r2: 'R²' },
      meaningOfR2: 'R² is 1 where every value is met, and 0 where the mean would do as well.',
      none: 'No epochs yet.',
      start: (/** @type {{ name: string, epoch: number, train: string, test: string }} */ found) =>
        `At epoch ${whole(found.epoch)}: training ${found.name} ${found.train}, test ${found.name} ` +
        `${found.test}.`,
      course: (
        /** @type {{ name: string, first: number, last: number, train: [string, string], test: [string, string], bestEpoch: number, best: string }} */ found,
      ) =>
        `From epoch ${whole(found.first)} to ${whole(found.last)}, training ${found.name} went from ` +
        `${found.train.join(' to ')} and test ${found.name} from ${found.test.join(' to ')}. ` +
        `Test ${found.name} was best at epoch ${whole(found.bestEpoch)}: ${found.best}.`,
      marks: (/** @type {number} */ count) =>
        `${some(count, 'change')} during the run ${count === 1 ? 'is' : 'are'} marked.`,
    },

    network: {
      input: 'Input',
      hidden: (/** @type {number} */ layer) => `Hidden ${layer}`,
      output: 'Output',
      /** The same where there is little room. */
      short: {
        input: 'In',
        hidden: (/** @type {number} */ layer) => `H${layer}`,
        output: 'Out',
      },
      positive: 'positive',
      negative: 'negative',
      bias: 'bias',

      inputNeuron: (/** @type {string} */ name) => `input ${name}`,
      hiddenNeuron: (/** @type {number} */ layer, /** @type {number} */ neuron) =>
        `hidden layer ${layer}, neuron ${neuron}`,
      outputNeuron: 'output neuron',
      outputOf: (/** @type {ClassName} */ name) => `output, ${name}`,
      weight: (/** @type {string} */ weight) => `Weight ${weight}`,
      from: (/** @type {string} */ neuron) => `from ${neuron}`,
      to: (/** @type {string} */ neuron) => `to ${neuron}`,
      biasOf: (/** @type {string} */ bias) => `Bias ${bias}`,
      moreWeights: (/** @type {number} */ count) => `and ${whole(count)} more weights`,

      description: (
        /** @type {{ inputs: string[], layers: { size: number, activation: string }[], outputs: readonly ClassName[], largest: string }} */ found,
      ) =>
        `The network: ${some(found.inputs.length, 'input')} (${found.inputs.join(', ')}), then ` +
        found.layers
          .map(({ size, activation }) => some(size, `${activation} neuron`))
          .join(', then ') +
        (found.outputs.length > 0 ? `, one for each class (${found.outputs.join(', ')})` : '') +
        `. Its largest weight is ${found.largest} in size.`,
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
      settings: 'objects such as { samples: 300 }',
      objects: (/** @type {string} */ fields) => `objects of ${fields}`,
      lists: {
        numbers: 'lists of numbers',
        names: 'lists of names',
        layers: 'lists of layers',
        rows: 'lists of rows',
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
      smallerRate: (/** @type {string} */ rate) => `a smaller learning rate, such as ${rate}`,
      backprop: 'the learning rule Backpropagation',
      tanh: 'the activation Tanh',
      adam: 'the optimiser Adam',
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
