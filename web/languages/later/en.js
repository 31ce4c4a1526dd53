/**
 * English: what is said in parts of the lab that come after the boundary.
 *
 * @module
 */

/** @typedef {string | number} ClassName its number, where it has no name of its own */

/**
 * How the line of a fold asks for values.
 *
 * @typedef {object} Folded
 * @property {(key: 'features' | 'regularization') => string} label
 * @property {(key: 'scale' | 'regularization' | 'testSize') => string} text
 */

const SIDES = { left: 'left of', right: 'right of', above: 'above', below: 'below' };

export const ENGLISH_LATER = {
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
    undone: (/** @type {string} */ epoch) => `The run before is back, at epoch ${epoch}.`,
    repeating: (/** @type {string} */ epoch) => `Training again up to epoch ${epoch} …`,
    startAgain: 'Start again with it',
    goOn: (/** @type {string} */ epoch) => `Go on from epoch ${epoch} instead`,
    undo: 'Undo',
    cancel: 'Cancel',
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
    lead: 'Four looks behind the picture. Open one: nothing is computed before.',
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
