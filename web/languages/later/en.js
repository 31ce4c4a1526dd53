/**
 * English: what is said in parts of the lab that come after the boundary.
 *
 * @module
 */

import { inWords, some, whole } from '../counting/en.js';

/** @typedef {import('../counting/en.js').ClassName} ClassName */

/**
 * How the line of a fold asks for values.
 *
 * @typedef {object} Folded
 * @property {(key: 'features' | 'regularization') => string} label
 * @property {(key: 'scale' | 'regularization' | 'testSize') => string} text
 */

const SIDES = { left: 'left of', right: 'right of', above: 'above', below: 'below' };

/** What the classes are drawn in. */
const COLORS = ['blue', 'orange', 'green', 'purple', 'brown', 'grey'];

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

export const ENGLISH_LATER = {
  /** Pictures in words, and what their smaller parts say. */
  pictureSentences: {
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
  /** What settings do, by their keys, and what can be chosen for them. */
  settingHelp: {
    preset: {
      help: 'A whole set of values to start from.',
      choices: {
        default: 'learns two moons within seconds',
        notebook: 'the exact run of the notebook that this lab implements',
        playground:
          'begins as TensorFlow Playground does, and closes the boundary round the inner circle',
        'straight-line':
          'without a hidden layer the boundary is a straight line, which parts no circles; add a layer, or the inputs x₁² and x₂²',
        xor: 'opposite corners belong together, so no straight line parts the classes; a few hidden neurons do',
        spiral: 'two arms wind round each other, and the boundary has to follow them all the way',
        overfitting:
          'many weights learn few points by heart: the training loss falls, the test loss rises; regularisation L2, with a rate of 0.01, is the cure',
        'three-classes':
          'three clouds of points, and an output for each, of which the largest wins: straight lines part them, so there is no hidden layer',
        regression:
          'a value at every point instead of a class; without its hidden layers the network is a plane, which follows no hill',
      },
    },
    problem: {
      help: 'What is learned of each point.',
      choices: {
        classification: 'which class it belongs to',
        regression: 'a number (regression)',
      },
    },
    dataset: {
      help: 'The shape that the points form.',
      choices: {
        moons: 'two half circles that reach into each other',
        circles: 'a small circle inside a large one',
        blobs: 'a round cloud of points for each class',
        xor: 'four squares, of which those at opposite corners belong together',
        spirals: 'arms that wind round each other, one for each class',
        classification: 'clusters of points for each class, here and there in the plane',
        plane: 'values that rise evenly from one corner to the other',
        hills: 'values that form two hills and two hollows',
        own: 'points that somebody has drawn or brought along',
      },
    },
    classes: { help: 'How many classes there are.' },
    data: {
      help: 'The points of the data set that is your own, one a line: x1, x2 and the class or value.',
    },
    classNames: { help: 'What the classes are called, in their order, joined by commas.' },
    samples: { help: 'How many points there are, for training and testing together.' },
    noise: { help: 'How far the points are scattered off the exact shape (standard deviation).' },
    seed: {
      help: 'The start of all chance: the same seed gives the same points and the same weights.',
    },
    testSize: {
      help: 'The share of the points that the network never trains on, kept to test it.',
    },
    features: {
      help: 'What the network is given of each point.',
      choices: {
        x1: 'the first coordinate',
        x2: 'the second coordinate',
        'x1^2': 'the square of the first',
        'x2^2': 'the square of the second',
        'x1*x2': 'the product of both',
        'sin(x1)': 'the sine of the first',
        'sin(x2)': 'the sine of the second',
      },
    },
    scale: {
      help: 'What is done to the coordinates before the network is given them.',
      choices: {
        none: 'they are as they are',
        standard: 'each with mean 0 and standard deviation 1, on the training points',
      },
    },
    layers: { help: 'How many neurons each layer between the inputs and the output has.' },
    activation: {
      help: 'What each hidden neuron does with the weighted sum of its inputs.',
      choices: {
        relu: 'keeps what is positive, turns the rest to 0',
        tanh: 'bends everything smoothly into −1 to 1',
        sigmoid: 'bends everything smoothly into 0 to 1',
        linear: 'passes the sum on unchanged, so that layers add nothing',
        leaky_relu: 'keeps what is positive, and a hundredth of the rest',
        elu: 'keeps what is positive, bends the rest smoothly towards −1',
      },
    },
    init: {
      help: 'How large the random weights are before training.',
      choices: {
        small: 'tiny weights, a hundredth of the normal distribution',
        xavier: 'sized by inputs and outputs of a layer; suits tanh and sigmoid',
        he: 'sized by the inputs of a layer; suits ReLU',
      },
    },
    weightSeed: {
      help: 'The start of chance for first weights and batches; without one, it is that of the data.',
    },
    rule: {
      help: 'How the error at the output becomes a change of every weight.',
      choices: {
        backprop: 'the exact gradient of the loss, by the chain rule',
        simplified: 'the notebook’s short cut: every layer sees the same error',
      },
    },
    optimizer: {
      help: 'How the gradient is turned into a step.',
      choices: {
        sgd: 'a step straight down the gradient (SGD)',
        momentum: 'steps that gather speed, like a ball rolling down',
        rmsprop: 'a step size for each weight, by its recent gradients',
        adam: 'momentum and a step size for each weight together',
      },
    },
    learningRate: { help: 'How large each step is: small is slow, large may overshoot.' },
    batchSize: { help: 'How many training points each step looks at, or all of them.' },
    loss: {
      help: 'What training makes smaller.',
      choices: {
        cross_entropy: 'being sure of what is wrong costs most',
        squared_error: 'the mean of (prediction − label)², as for numbers',
      },
    },
    regularization: {
      help: 'What pulls weights towards 0, so that the network learns less by heart.',
      choices: {
        none: 'nothing does',
        l1: 'all with the same force, so that many become 0: rate · Σ|w|',
        l2: 'the larger, the harder, so that all stay small: rate/2 · Σw²',
      },
    },
    regularizationRate: { help: 'How hard the weights are pulled towards 0.' },
    schedule: { help: 'What changes at which epoch of the run, as in 200:learning-rate=0.01.' },
    epochs: {
      help: 'Training stops after this many passes through the training points, or never.',
    },
    speed: {
      help: 'How many epochs are trained for each frame that is drawn.',
      choices: {
        1: 'slow enough to watch every epoch',
        5: 'a good look at the boundary as it bends',
        25: 'quick',
        100: 'very quick',
        max: 'all that the machine can do',
      },
    },
    neuron: {
      help: 'Whose output the large picture shows, as LAYER.NEURON; empty is the network’s answer.',
    },
  },
  /** Chance of its own for data and weights. */
  newSeed: {
    data: 'New data',
    split: 'New split',
    weights: 'New weights',
    asData: (/** @type {string} */ seed) => `${seed}, as the data`,
  },
  classCount: { more: 'One class more', fewer: 'One class fewer' },
  /** The data sets in groups; what is somebody's own goes without a title. */
  datasetKinds: { classification: 'Classes', regression: 'Values', own: '' },
  /** What the noise is, where it is not what is added to each coordinate. */
  noise: {
    spread: { label: 'Spread', help: 'How far the points of a class lie about its centre.' },
    flipped: { label: 'Chance labels', help: 'The share of points whose class is drawn by lot.' },
    value: { label: 'Noise', help: 'How far the values are scattered (standard deviation).' },
  },
  best: {
    label: 'Best possible line',
    help: 'Where the likeliest class changes. It is known, since the points are generated.',
    /** An accuracy on few points is a draw, which may come out above what is to be expected. */
    sentence: (
      /** @type {string} */ points,
      /** @type {string} */ share,
      /** @type {string} */ count,
    ) =>
      `Nobody can beat ${share} on fresh points of ${points}; on the ${count} test points, ` +
      'chance sometimes does.',
    all: (/** @type {string} */ points) => `Fresh points of ${points} can all be told apart.`,
    drawn: 'The best possible line is drawn dashed.',
    points: {
      moons: 'these moons',
      circles: 'these circles',
      blobs: 'these blobs',
      xor: 'this pattern',
      spirals: 'these spirals',
      classification: 'these clusters',
    },
  },
  /** The keys for the lab's buttons. */
  shortcuts: {
    space: 'Space',
    toggle: 'Train or pause',
    list: 'This list',
    note: 'They work while the focus is in the lab, wherever nothing else uses the key.',
    close: 'Close',
  },
  /** The network, whose neurons can be pointed at, and changed where they are. */
  stage: {
    neurons: 'Neurons',
    layers: 'Layers',
    hint: 'Point at a neuron to see what it computes. Click to keep it, and change its weights.',
    /** What neurons are called; `feature` is spelt as in the setting. */
    input: (/** @type {string} */ feature) => `Input ${feature}`,
    hidden: (/** @type {number} */ layer, /** @type {number} */ neuron) =>
      `Hidden layer ${layer}, neuron ${neuron}`,
    output: 'Output',
    outputOf: (/** @type {ClassName} */ name) => `Output, ${name}`,
    give: (/** @type {string} */ feature) => `Use ${feature}`,
    inputs: 'Inputs',
    layer: (/** @type {number} */ layer) => `Hidden ${layer}`,
    insert: (/** @type {number} */ layer) => `Add a layer before layer ${layer}`,
    remove: (/** @type {number} */ layer) => `Remove hidden layer ${layer}`,
    activation: (/** @type {number} */ layer) => `What hidden layer ${layer} does with the sum`,
    letGo: 'Let go',
    positive: 'positive weight',
    negative: 'negative weight',
    frame: 'frame: bias',
    previous: (/** @type {number} */ layer) => `a: what hidden layer ${layer} gives`,
    dead: 'the same for all training points',
    twin: (/** @type {number} */ neuron) => `the same as neuron ${neuron}`,
    bias: 'Bias',
    weightOf: (/** @type {string} */ name) => `Weight of ${name}`,
    slider: (/** @type {string} */ name) => `${name}, as a slider`,
    toZero: 'Press twice to set it to 0.',
    /** Which training points have pushed a weight, or a bias. */
    push: {
      sum: (/** @type {string} */ sum) => `Last gradient ${sum}.`,
      next: (/** @type {string} */ sum) => `Next gradient ${sum}.`,
      penalty: (/** @type {string} */ penalty) => `Regularisation adds ${penalty}.`,
      legend: 'Filled points raise the weight, dashed lower it.',
    },
    /** What a neuron gives over the plane. */
    map: {
      undefined: 'Not a number in places.',
      everywhere: (/** @type {string} */ value) => `Gives ${value} everywhere.`,
      range: (/** @type {string} */ low, /** @type {string} */ high) => `From ${low} to ${high}.`,
      line: (
        /** @type {{ side: 'left' | 'right' | 'above' | 'below', from: string, to: string }} */ found,
      ) => `Active ${SIDES[found.side]} a line from ${found.from} to ${found.to}.`,
      off: (/** @type {string} */ share) => `Off for ${share} of the training points.`,
      share: (/** @type {string} */ share) => `Active on ${share} of the plane.`,
    },
  },
  /** Controls that are folded away, and what the fold says of them. */
  folds: {
    names: 'Test share and more',
    inputs: 'Inputs, seed',
    objective: 'Loss, speed and more',
  },
  foldSummary: {
    // The names themselves stand in the legend.
    names: (/** @type {Folded} */ { text }) => text('testSize'),
    objective: (/** @type {Folded} */ { label, text }) =>
      text('regularization') === 'none' ? '' : label('regularization'),
    inputs: (/** @type {Folded} */ { label, text }) =>
      label('features') + (text('scale') === 'none' ? '' : ', standardised'),
  },

  /** Which classes points are taken for: a row for each that they are of, a column for each taken. */
  confusion: {
    title: 'Confusion matrix',
    note: 'Rows: the class of the points. Columns: what they are taken for. Choose a number to ring its points.',
    sets: { train: 'Training points', test: 'Test points' },
    actual: 'Class',
    predicted: 'Taken for',
    name: (/** @type {string | number} */ name) => `class ${name}`,
    cell: (
      /** @type {{ count: number, set: 'train' | 'test', actual: string | number, predicted: string | number, isRight: boolean }} */ {
        count,
        set,
        actual,
        predicted,
        isRight,
      },
    ) =>
      `${count} ${set === 'train' ? 'training' : 'test'} ${count === 1 ? 'point' : 'points'} of class ` +
      `${actual} taken for ${isRight ? 'it' : `class ${predicted}`}`,
  },

  ownPoints: {
    format:
      'A table as spreadsheets and programs write it, or a list of Python, NumPy or JSON; a header may ' +
      'name x1, x2 and label.',
    use: 'Use these points',
    draw: 'Draw on the picture',
    file: 'Choose a file',
    drop: 'or drop a file here',
    count: (/** @type {number} */ count) => (count === 0 ? '' : String(count)),
    empty: 'There are no points here yet: paste some, choose a file, or draw them.',
    /** Lines of a text that were no points. */
    leftOut: (/** @type {{ line: number, source: string }[]} */ lines) =>
      `${lines.length === 1 ? '1 line was' : `${lines.length} lines were`} left out: ` +
      lines
        .slice(0, 3)
        .map(({ line, source }) => `line ${line} (“${source.slice(0, 40)}”)`)
        .join(', ') +
      (lines.length > 3 ? ' …' : '.'),
    classes: (/** @type {readonly string[]} */ names) =>
      `${names.map((name, label) => `${name} is class ${label}`).join(', ')}.`,
    farFromOne:
      'These numbers are much larger or smaller than 1, so a network cannot learn well from them.',
    standardise: 'Standardise them',
    /** Which columns of a table are which. */
    columns: {
      name: 'Columns of the table',
      ask: 'The table has more columns than are needed. Which ones are they?',
      rows: 'The first rows',
      column: (/** @type {number} */ number) => `Column ${number}`,
      roles: { x1: 'x₁ is', x2: 'x₂ is', label: 'The class is' },
      use: 'Use these columns',
    },
  },

  /** What there is in place of an accuracy where values are learned. */
  r2: {
    title: 'R²',
    caption: 'Loss and R²',
    note: 'R²: 1 where every value is met, 0 where the mean would do as well, less where it would do better.',
  },

  /** What is changed during a run, and what becomes of it. */
  changes: {
    title: 'Changes during the run',
    /** A setting's name within a sentence. */
    within: (/** @type {string} */ label) => label[0].toLowerCase() + label.slice(1),
    none: 'none',
    weight: (/** @type {string} */ name, /** @type {string} */ value) =>
      `weight ${name} = ${value}`,
    bias: (/** @type {string} */ name, /** @type {string} */ value) => `bias ${name} = ${value}`,
    entry: (/** @type {string} */ epoch, /** @type {string} */ what) => `Epoch ${epoch}: ${what}`,
    remove: (/** @type {string} */ what) => `Remove: ${what}`,
    wentOn: (/** @type {string} */ what, /** @type {string} */ epoch) =>
      `${what[0].toUpperCase()}${what.slice(1)} from epoch ${epoch} on.`,
    startedAgain: (/** @type {string} */ what) => `Started again with ${what}.`,
    removed: (/** @type {string} */ what) => `Removed: ${what}.`,
    restored: (/** @type {string} */ name, /** @type {string} */ epoch) =>
      `${name} is back, at epoch ${epoch}.`,
    undone: (/** @type {string} */ epoch) => `The run before is back, at epoch ${epoch}.`,
    opened: (/** @type {string} */ epoch) => `Opened at epoch ${epoch}.`,
    repeating: (/** @type {string} */ epoch) => `Training again up to epoch ${epoch} …`,
    startAgain: 'Start again with it',
    goOn: (/** @type {string} */ epoch) => `Go on from epoch ${epoch} instead`,
    undo: 'Undo',
    cancel: 'Cancel',
  },

  /** Runs that are kept beside the next ones. */
  kept: {
    title: 'Kept runs',
    keep: 'Keep',
    help: 'Keeps this run, to compare the next ones with.',
    kept: (/** @type {string} */ letter, /** @type {string} */ epoch) =>
      `Kept as ${letter}, at epoch ${epoch}.`,
    run: 'Run',
    present: 'This run',
    name: 'Name',
    label: (/** @type {string} */ letter) => `Name of run ${letter}`,
    columns: {
      epoch: 'Epoch',
      trainLoss: 'Training loss',
      testLoss: 'Test loss',
      accuracy: 'Test accuracy',
      r2: 'Test R²',
    },
    /** Where a setting decides nothing, or there is no such result. */
    none: '–',
    actions: 'Actions',
    restore: 'Restore',
    restoreRun: (/** @type {string} */ letter) => `Restore run ${letter}`,
    remove: (/** @type {string} */ letter) => `Remove run ${letter}`,
    removeAll: 'Remove all',
    removed: (/** @type {string} */ letters) => `Removed: ${letters}.`,
    save: 'Save kept runs',
    unsaved:
      'Once this page is left, they are gone. What is saved is opened again by “Open record”.',
    /** Of which run something is said. */
    named: (/** @type {string} */ letter, /** @type {string} */ label) =>
      letter === label ? `Run ${letter}` : `Run ${letter} (${label})`,
    beside: 'Beside',
    besideRun: (/** @type {string} */ letter) => `Beside this run: ${letter}`,
    atEpoch: (/** @type {string} */ name, /** @type {string} */ epoch) => `${name}, epoch ${epoch}`,
    atEnd: (/** @type {string} */ name) => `${name}, where it was kept`,
    curve: (/** @type {{ letter: string, label: string, epoch: string, value: string }} */ end) =>
      `Kept run ${end.letter}${end.label === end.letter ? '' : ` (${end.label})`}: ${end.value} on the ` +
      `test points at epoch ${end.epoch}.`,
  },

  outcome: {
    label: 'Show at once',
    hint: 'The epoch that is shown whenever something has been changed, also while a slider is dragged.',
    off: 'off',
  },
  /** The slider of a run's epochs. */
  timeline: {
    name: 'Epoch',
    value: (/** @type {string} */ epoch, /** @type {string} */ furthest) =>
      `${epoch}, trained up to ${furthest}`,
    best: 'Go to the best',
    before: 'Go to just before it',
    travel: (/** @type {string} */ epoch, /** @type {string} */ at) =>
      `On the way to epoch ${epoch}: at ${at} …`,
  },

  /** Why a run has diverged. */
  explained: {
    title: 'What happened?',
    searching: 'Training it again, to see what grew first …',
    trying: 'Trying what would have helped …',
    at: (/** @type {string} */ epoch) => `epoch ${epoch}`,
    never: 'The loss was too large to be a number from the start.',
    first: {
      loss: () => 'The training loss grew first',
      gradient: () => 'The gradient (its largest entry) grew first',
      step: () => 'The steps (the largest change of a weight or bias in an epoch) grew first',
      weights: (/** @type {string} */ layer) => `${layer}: its largest weight or bias grew first`,
    },
    grew: (
      /** @type {string} */ first,
      /** @type {Record<'turn' | 'grown', { epoch: string, value: string }>} */ { turn, grown },
    ) =>
      `${first}, from ${turn.value} at epoch ${turn.epoch} to ${grown.value} at epoch ${grown.epoch}`,
    until: (/** @type {string} */ epoch) => `, and on until the numbers ended at epoch ${epoch}`,
    goto: (/** @type {string} */ epoch) => `Go to epoch ${epoch}, where it turned`,
    remedies: (/** @type {string} */ epochs) =>
      `Each of these went well for ${epochs} epochs. Start again with:`,
    noRemedy: (/** @type {string} */ epochs) =>
      `Of the settings that often help, none went well for ${epochs} epochs.`,
  },

  /** Points on the plane, by hand. */
  drawing: {
    name: 'Draw points',
    label: 'Next point',
    class: (/** @type {ClassName} */ name) => `Class ${name}`,
    addClass: 'Add a class',
    value: 'Value',
    undo: 'Undo',
    clear: 'Clear',
    shown: 'Begin with the points shown',
    done: 'Done',
    cancel: 'Cancel',
    tally: (/** @type {{ count: number, name: ClassName }[]} */ counts) =>
      `${counts.map(({ count, name }) => `${count} of class ${name}`).join(', ')}.`,
    tallyOfValues: (/** @type {{ count: number, low: string, high: string }} */ found) =>
      `${found.count} ${found.count === 1 ? 'point' : 'points'}` +
      (found.count > 0 ? `, with values from ${found.low} to ${found.high}.` : '.'),
    notEnough: 'At least 4 points, of two classes, can be trained on.',
    notEnoughValues: (/** @type {number} */ least) =>
      `At least ${least} points can be trained on and tested with.`,
  },

  notebook: {
    caption: 'The notebook’s numbers and ours',
    corner: 'Number',
    trainLoss: (/** @type {string} */ epoch) => `Loss, epoch ${epoch}`,
    testAccuracy: (/** @type {string} */ epoch) => `Test accuracy, ${epoch}`,
    notebook: 'Notebook',
    here: 'Here',
    agreement: 'Equal',
    digits: (/** @type {number} */ count) => (count === 1 ? '1 digit' : `${count} digits`),
    same: 'same',
    onePoint: '± 1 point',
    agrees: (/** @type {string} */ how) => `✓ ${how}`,
    differs: 'differs',
    pending: '–',
  },

  /** The section that looks inside the network. */
  inside: {
    title: 'Look inside',
    lead: 'Five looks behind the picture. Open one: nothing is computed before.',
    diverged: 'The weights are no longer finite numbers. Reset, and this can be computed again.',
    /** Layers as people count them: the output is the last. */
    layer: (/** @type {number} */ number, /** @type {number} */ count) =>
      number === count ? 'Output layer' : `Hidden layer ${number}`,

    parity: {
      title: 'Notebook parity',
      lead:
        'The lab computes what the notebook computes. This table compares, here and now, what this page ' +
        'has computed with what NumPy and scikit-learn gave for the same seeds.',
      other: 'The lab is set to something else than the notebook’s run now.',
      set: 'Set the notebook’s run',
      caption: 'Step by step',
      corner: 'Step',
      columns: ['Result', 'Largest difference', 'Notebook', 'Here'],
      stages: {
        data: 'Data',
        split: 'Split',
        weights: 'Initial weights',
        forward: 'Forward pass',
        training: 'Training',
      },
      exact: '✓ exact',
      differs: '✗ differs',
      pending: '–',
      untrained: 'train to see',
      within: (/** @type {string} */ epoch) => `✓ within tolerance up to epoch ${epoch}`,
      beyond: (/** @type {string} */ epoch) => `✗ out of tolerance by epoch ${epoch}`,
      note: (/** @type {string} */ epochs) =>
        'A handful of numbers of each step is compared; shown is one: the first coordinate of the first ' +
        'point, the first weight, the loss. “Exact” means the same points in the same sets and the same ' +
        'weights; the last of 16 digits may differ where a logarithm or a sum is rounded another way. The ' +
        `training is compared for its first ${epochs} epochs, to 8 digits: no later one is determined.`,
      chaosTitle: (/** @type {string} */ epochs) => `Why only ${epochs} epochs?`,
      chaos: [
        'The notebook’s learning rule is chaotic at a learning rate of 0.5. It gives every layer the ' +
          'same error, so its steps are not along the slope of the loss, and at this rate they are far too ' +
          'long: each overshoots, and throws two almost equal runs further apart.',
        'Adding the same numbers in another order changes the last of 16 digits. From about epoch 170 ' +
          'on, that difference grows tenfold every few epochs, until it decides the loss. Two versions of ' +
          'NumPy already disagree there, so there is no right number to compare with. Exact ' +
          'backpropagation knows no such trouble: the butterfly below shows both.',
      ],
    },

    butterfly: {
      title: 'Butterfly',
      lead:
        'The same training twice, with the samples added up in reverse order the second time. In exact ' +
        'arithmetic nothing would change; on a computer the last of 16 digits does. Does it matter?',
      subject: 'Train',
      subjects: { notebook: 'The notebook', lab: 'This lab' },
      run: 'Run both',
      oneRule:
        'The simplified rule is for a single output, so for several classes there is backpropagation only.',
      running: (/** @type {string} */ epochs, /** @type {number} */ times) =>
        `Training ${epochs} epochs, ${times === 2 ? 'twice' : 'four times'} over …`,
      /** @type {Record<'simplified' | 'backprop', string>} */
      rules: { simplified: 'Simplified rule', backprop: 'Backpropagation' },
      lossTitle: (/** @type {string} */ rule) => `Loss, ${rule.toLowerCase()}`,
      differenceTitle: 'Difference of the two runs',
      epoch: 'Epoch',
      loss: 'Loss',
      difference: 'Difference of the losses',
      inOrder: 'In order',
      reversed: 'Reversed',
      parts: (/** @type {{ rule: string, from: string, at: string, largest: string }} */ found) =>
        `${found.rule}: the two runs part. From epoch ${found.from} on, the difference is more than ` +
        `rounding; at epoch ${found.at} it first exceeds 0.001. Largest difference: ${found.largest}.`,
      stays: (/** @type {{ rule: string, epochs: string, largest: string }} */ found) =>
        `${found.rule}: the two runs never part in ${found.epochs} epochs. Largest difference: ` +
        `${found.largest}.`,
      curves: (/** @type {{ first: string, last: string, other: string }} */ found) =>
        `From ${found.first}, the run in order comes to ${found.last} and the reversed one to ` +
        `${found.other}.`,
    },

    gradients: {
      title: 'Gradient check',
      lead:
        'The gradient says for every weight how the loss changes with it. Backpropagation computes it; ' +
        'it can also be measured, by nudging one weight at a time by ±ε. The two should agree.',
      epsilon: 'Nudge ε',
      caption: (/** @type {string} */ epsilon) => `Every parameter, ε = ${epsilon}`,
      region: 'Gradients of all parameters',
      corner: 'Parameter',
      columns: ['Backpropagation', 'Measured', 'Relative error', 'Simplified rule'],
      weight: (/** @type {string} */ to, /** @type {string} */ from) => `${to} ← ${from}`,
      bias: (/** @type {string} */ neuron) => `${neuron}, bias`,
      neuron: (/** @type {number} */ number) => `neuron ${number}`,
      class: (/** @type {string | number} */ name) => `class ${name}`,
      place: (/** @type {string} */ layer, /** @type {string} */ parameter) =>
        `${layer.toLowerCase()}, ${parameter}`,
      check: 'Check now',
      costly: (/** @type {string} */ parameters, /** @type {string} */ seconds) =>
        `Measuring all ${parameters} parameters takes about ${seconds} s, so it waits for you.`,
      summary: (/** @type {{ overall: string, worst: string, place: string }} */ found) =>
        `Taken together, measurement and backpropagation differ by a relative error of ${found.overall}. ` +
        `The worst single parameter is off by ${found.worst} (${found.place}).`,
      reasons: {
        agree: 'They agree: backpropagation is right.',
        truncation:
          'ε is so large that the loss bends within the nudge: truncation error. Choose a smaller one.',
        roundOff:
          'ε is so small that the loss hardly changes within its 16 digits: round-off. Choose a larger one.',
        clipped:
          'Some training points are misjudged with a probability within 10⁻⁷ of 0 or 1, where the loss is ' +
          'clipped: nudging a weight cannot change it there, though the network should still learn from them.',
        corner:
          'ReLU has a corner at 0, where it has no slope. A neuron that is on it, or comes over it within ' +
          'the nudge, makes the measurement differ: there backpropagation is not wrong.',
      },
      sweepTitle: 'Error against ε',
      error: 'Relative error',
      measured: 'All parameters',
      chosen: 'Chosen ε',
      sweepDescription: (
        /** @type {{ best: string, least: string, largest: string, smallest: string }} */ found,
      ) =>
        `The relative error is least at ε = ${found.best}: ${found.least}. At ε = 10⁻¹ it is ` +
        `${found.largest} (truncation), at ε = 10⁻¹² it is ${found.smallest} (round-off).`,
      cosines: 'Does the simplified rule point down the slope?',
      cosineCorner: 'Layer',
      cosineColumn: 'Cosine',
      cosineNote:
        'The cosine between its direction and the true gradient: 1 is the same direction, 0 has nothing ' +
        'to do with it, below 0 leads uphill.',
    },

    activity: {
      title: 'What the network really has',
      lead:
        'Eight neurons help only if they say eight different things about the points. The effective rank counts ' +
        'how many different things a layer says.',
      none: 'There is no hidden layer, so there are no neurons to compare.',
      heading: (/** @type {number} */ number) => `Hidden layer ${number}`,
      rank: (/** @type {string} */ neurons, /** @type {string} */ rank) =>
        `${neurons}, effective rank ${rank}`,
      neurons: (/** @type {number} */ count) => (count === 1 ? '1 neuron' : `${count} neurons`),
      list: (/** @type {number} */ number) => `Neurons of hidden layer ${number}`,
      neuron: 'Neuron',
      repeats: (/** @type {number} */ number) => `repeats neuron ${number}`,
      dead: 'dead',
      /** @type {Record<string, (layer: { neurons: number, number: number, rank: string }) => string>} */
      verdicts: {
        single: ({ number }) => `Hidden layer ${number} has a single neuron.`,
        silent: ({ number }) =>
          `Hidden layer ${number} is silent: all its outputs are 0 for every point.`,
        one: ({ neurons, number }) =>
          `The ${neurons} neurons of hidden layer ${number} act as one.`,
        some: ({ neurons, number, rank }) =>
          `The ${neurons} neurons of hidden layer ${number} act as about ${rank}.`,
        all: ({ neurons, number }) =>
          `Each of the ${neurons} neurons of hidden layer ${number} says something of its own.`,
      },
      deadNote: (/** @type {number} */ count) =>
        count === 0 ? '' : ` Dead neurons: ${count}, with the same output for every point.`,
    },

    cost: {
      title: 'What an epoch costs',
      lead:
        'Nearly all of the work is to multiply a weight with a number and to add the product to a sum. So ' +
        'often an epoch does it; how long that takes here can be measured.',
      caption: 'Multiply-adds of an epoch',
      corner: 'What passes',
      columns: ['Points', 'Each', 'Together'],
      shares: {
        forward: 'Training points, forward',
        backward: 'And back',
        again: 'Forward again, for the curves',
        test: 'Test points, forward',
      },
      total: 'All',
      measure: 'Measure the time',
      measuring: 'Measuring …',
      microseconds: (/** @type {string} */ number) => `${number} µs`,
      milliseconds: (/** @type {string} */ number) => `${number} ms`,
      measured: (/** @type {{ time: string, epochs: string, millions: string }} */ found) =>
        `An epoch takes ${found.time} on one core of this machine: ${found.epochs} epochs a second, with ` +
        `${found.millions} million multiply-adds.`,
    },
  },

  /** Many runs at once. */
  trials: {
    title: 'Many runs',
    lead: 'One run is one throw of the dice, from one setting. Here many are trained at once, on all cores; the lab goes on meanwhile.',
    /** What all of them say of how far they are. */
    effort: {
      cancel: 'Cancel',
      progress: (/** @type {string} */ done, /** @type {string} */ all) => `${done} of ${all} runs`,
      left: (/** @type {string} */ seconds) => `about ${seconds} s left`,
      done: (/** @type {string} */ all, /** @type {string} */ seconds) =>
        `${all} runs in ${seconds} s.`,
      cancelled: (/** @type {string} */ done, /** @type {string} */ all) =>
        `Cancelled after ${done} of ${all} runs.`,
    },
    sweep: {
      title: 'Sweep',
      lead: 'Trains the lab’s setting with every pair of values of two settings: which of them matters, and which network is large enough?',
      axes: { x: 'Across', y: 'Down' },
      nothing: 'Nothing',
      values: { x: 'Values across', y: 'Values down' },
      valuesHint: 'With blanks between them. Layers are written 8,8, and no layer 0.',
      badCount: (
        /** @type {string} */ name,
        /** @type {string} */ count,
        /** @type {string} */ most,
      ) => `${name}: there are ${count} values; allowed are 1 to ${most}, with blanks between them`,
      sameTwice: 'Across and down are the same setting; allowed are two.',
      seeds: 'Weight seeds each',
      epochs: 'Epochs',
      start: 'Start sweep',
      plan: (/** @type {string} */ runs, /** @type {string} */ epochs) =>
        `That is ${runs} runs of ${epochs} epochs.`,
      measure: 'Shown by',
      measures: { accuracy: 'Test accuracy', r2: 'Test R²', loss: 'Test loss' },
      /** Within a sentence. */
      within: (/** @type {string} */ measure) => measure[0].toLowerCase() + measure.slice(1),
      caption: (/** @type {string} */ x, /** @type {string} */ y) =>
        y ? `${y} by ${x[0].toLowerCase()}${x.slice(1)}` : x,
      hint: 'Point at a picture for its numbers. Choose it, and its first run is opened in the lab.',
      waiting: 'not trained yet',
      diverged: 'diverged',
      one: (/** @type {string} */ measure, /** @type {string} */ value) => `${measure} ${value}.`,
      several: (
        /** @type {string} */ measure,
        /** @type {{ count: string, mean: string, deviation: string, lowest: string, highest: string }} */ found,
      ) =>
        `${measure} ${found.mean} on average of ${found.count} seeds, from ${found.lowest} ` +
        `to ${found.highest} (standard deviation ${found.deviation}).`,
      divergedAt: (
        /** @type {number} */ count,
        /** @type {number} */ all,
        /** @type {string} */ epoch,
      ) => (all === 1 ? `diverged at epoch ${epoch}.` : `${count} of ${all} diverged.`),
      best: (/** @type {{ name: string, value: string }} */ { name, value }) =>
        `Best: ${name}, with ${value}.`,
      smallest: (/** @type {{ name: string, value: string, parameters: string }} */ found) =>
        `The smallest network that comes within 0.01 of it has ${found.parameters} parameters: ` +
        `${found.name}, with ${found.value}.`,
      opened: (/** @type {string} */ epoch) =>
        `Opened in the lab above, at epoch ${epoch}. Undo there brings back what there was.`,
      files: { csv: 'Save as CSV', png: 'Save as PNG' },
      saved: (/** @type {string} */ name) => `Saved as ${name}.`,
      subtitle: (/** @type {string} */ epochs, /** @type {string} */ seed) =>
        `${epochs} epochs. Pictures: weight seed ${seed}; numbers: the mean of all seeds.`,
    },
    luck: {
      title: 'Luck',
      lead: 'Trains the lab’s setting from many seeds: how much of a result is the setting’s, and how much is the dice’s?',
      chance: 'Drawn anew',
      chances: { weights: 'Weights', data: 'Data' },
      seeds: 'How many seeds',
      epochs: 'Epochs',
      start: 'Throw the dice',
      measure: 'Shown by',
      names: { accuracy: 'Test accuracy', r2: 'Test R²', loss: 'Test loss' },
      histogram: 'How the results are spread',
      runs: 'Runs',
      own: (/** @type {string} */ seed) => `seed ${seed}`,
      mean: (
        /** @type {string} */ count,
        /** @type {'weights' | 'data'} */ chance,
        /** @type {string} */ measure,
        /** @type {string} */ mean,
      ) =>
        `${count} draws of the ${chance}: ${measure[0].toLowerCase()}${measure.slice(1)} ${mean} on average.`,
      range: (
        /** @type {{ lower: string, upper: string, lowest: string, highest: string }} */ found,
      ) =>
        `Half of them lie between ${found.lower} and ${found.upper}, all between ${found.lowest} and ` +
        `${found.highest}: so much is luck.`,
      diverged: (/** @type {string} */ count) => `${count} more have diverged.`,
      allDiverged: 'All that are done have diverged.',
      place: (/** @type {string} */ seed, /** @type {string} */ share) =>
        `The lab’s own seed, ${seed}, is better than ${share} of the others.`,
      beside: 'Beside',
      besideNothing: 'nothing',
      legend: (/** @type {string} */ run) => `Filled: the lab’s setting. Line: ${run}.`,
      other: (/** @type {{ run: string, mean: string, lower: string, upper: string }} */ found) =>
        `${found.run}: ${found.mean} on average, half of them between ${found.lower} and ${found.upper}.`,
      duel: (/** @type {{ run: string, wins: string, ties: string, losses: string }} */ found) =>
        `Seed by seed, the lab’s setting is better on ${found.wins}, ${found.run} on ${found.losses}, and on ` +
        `${found.ties} they are equal.`,
      coin: {
        below: (/** @type {string} */ share) => `less than ${share}`,
        clear: (/** @type {string} */ share) =>
          `A coin, thrown where they differ, falls so unevenly in ${share} of cases: this is hardly chance (sign test).`,
        weak: (/** @type {string} */ share) =>
          `A coin, thrown where they differ, falls so unevenly in ${share} of cases: this points to a difference, and proves none (sign test).`,
        even: (/** @type {string} */ share) =>
          `A coin, thrown where they differ, falls so unevenly in ${share} of cases: this shows no difference (sign test).`,
        equal: 'No seed shows a difference.',
        scope: {
          weights: 'Other data may say otherwise.',
          data: 'Other first weights may say otherwise.',
        },
      },
    },
    influence: {
      title: 'Which point did this?',
      lead: 'Trains the lab’s setting again without each training point in turn; all else stays as it is. A point that lies wrong, or has a wrong label, shows by what its absence does.',
      epochs: 'Epochs',
      start: 'Leave out each',
      picture: 'What each training point does',
      effect: 'Shown by',
      effects: { loss: 'Test loss', plane: 'Boundary', values: 'Values' },
      legend: {
        loss: 'Filled: without it, the test loss is lower. Dashed: it is higher.',
        plane: 'The larger the disc, the more of the plane changes without it.',
      },
      hint: 'Point at a training point for what its absence does. Choose one in the table, and the plane is shown without it.',
      caption: 'The strongest',
      columns: {
        point: 'Point',
        loss: 'Test loss without it',
        plane: 'Plane that changes class',
        values: 'Change of the values',
      },
      point: (/** @type {string} */ x1, /** @type {string} */ x2) => `x₁\u00a0${x1}, x₂\u00a0${x2}`,
      class: (/** @type {string} */ name) => `class ${name}`,
      value: (/** @type {string} */ value) => `value ${value}`,
      effectOn: (/** @type {string} */ loss, /** @type {string} */ plane) =>
        `without it, the test loss changes by ${loss}, and ${plane} of the plane changes class.`,
      effectOfValues: (/** @type {string} */ loss, /** @type {string} */ change) =>
        `without it, the test loss changes by ${loss}, and the values by ${change} on average.`,
      isOut: 'The plane is shown without it.',
    },
  },

  /** The part "Save and open". */
  saving: {
    title: 'Save and open',
    lead: 'Keep this run, hand it in, or go on with it later. Nothing leaves your machine.',
    files: {
      record: {
        action: 'Save record',
        help: 'Settings, curves and weights (.json), to open here again.',
      },
      history: {
        action: 'Save history',
        help: 'Loss and accuracy of every epoch (.csv), for a spreadsheet.',
      },
      boundary: {
        action: 'Save boundary',
        help: 'The picture of the decision boundary (.png), as it is shown now.',
      },
      script: {
        action: 'Save NumPy script',
        help: 'The trained network in Python (.py), which checks itself.',
      },
    },
    saved: (/** @type {string} */ name) => `Saved as ${name}.`,
    thinned: (/** @type {string} */ stride) =>
      `The run is long: the file holds every ${stride}th epoch and the latest.`,
    offered: (/** @type {string} */ name) =>
      `Offered as ${name}. If no file came, the page around the lab allows no downloads.`,
    copy: 'Copy it instead',
    copied: 'Copied.',
    notCopied: 'The page around the lab does not allow copying either.',

    choose: 'Open record',
    drop: 'or drop the file here. Opening repeats the training and compares every number.',
    repeating: (/** @type {string} */ epoch, /** @type {string} */ last) =>
      `Repeating the training: epoch ${epoch} of ${last}`,
    cancel: 'Cancel',
    cancelled: 'Cancelled. The lab is as it was.',
    opened: (/** @type {string} */ epoch) => `Opened at epoch ${epoch}: every number is the same.`,
    openedKept: (/** @type {number} */ count) =>
      `Opened ${count === 1 ? '1 kept run' : `${count} kept runs`}: every number is the same.`,
    unchanged: 'The lab is as it was.',

    picture: {
      title: (/** @type {string} */ epoch, /** @type {string} */ accuracy) =>
        `Decision boundary at epoch ${epoch}: test accuracy ${accuracy}`,
      titleOfValues: (/** @type {string} */ epoch, /** @type {string} */ r2) =>
        `Predictions at epoch ${epoch}: test R² ${r2}`,
      failed: 'The browser could not make a picture of it.',
    },

    /** Comments, a string a line; `agreement` has `{}` for the number of points and `{:.1e}` for the difference. */
    script: {
      title: ['A neural network trained in Moonlab, in NumPy alone.'],
      use: [
        'Run, it compares its answers with those that the lab gave for the same points.',
        'Imported, it gives predict(points).',
      ],
      activations: ['What a neuron does with the weighted sum of its inputs.'],
      layers: ['Layer by layer: weights (neurons, inputs), biases (neurons), activation.'],
      answers: {
        probability: {
          points: ['Points of the plane (x1, x2), and the lab’s probability of class 1 at each.'],
          predict: ['The probability of class 1 for each of the points (n, 2).'],
        },
        probabilities: {
          points: ['Points of the plane (x1, x2), and the lab’s probability of each class there.'],
          predict: ['The probabilities of the classes (n, classes) for the points (n, 2).'],
        },
        value: {
          points: ['Points of the plane (x1, x2), and the lab’s value at each.'],
          predict: ['The value at each of the points (n, 2).'],
        },
      },
      agreement: '{} points agree with the lab; the largest difference is {:.1e}.',
    },
  },
};
