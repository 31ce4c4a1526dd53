/**
 * English: every text of the lab. Another language is another file of this shape beside it, under
 * the name that `lang` has for it. Functions are given whole numbers as they are, and all others in
 * print already.
 *
 * @module
 */

const { format: whole } = new Intl.NumberFormat('en');

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

export const ENGLISH = {
  locale: 'en',
  /** What is no number, where one should be. */
  notANumber: 'undefined',

  /** What pictures say: on them, at the pointer, and to those who do not see them. */
  pictures: {
    features: /** @type {[string, string]} */ (['Feature 1 (x₁)', 'Feature 2 (x₂)']),
    probability: 'Probability of class 1',
    train: 'Training',
    test: 'Test',
    epoch: 'Epoch',

    probe: {
      point: {
        train: (/** @type {number} */ label) => `Training point of class ${label}`,
        test: (/** @type {number} */ label) => `Test point of class ${label}`,
      },
      place: (/** @type {string} */ x1, /** @type {string} */ x2) => `x₁ ${x1}, x₂ ${x2}`,
      probability: (/** @type {string} */ probability) => `Probability of class 1: ${probability}`,
      correct: 'Classified correctly',
      wrong: (/** @type {number} */ label) => `Taken for class ${label}`,
    },

    boundary: {
      undefined: 'The probabilities are no longer numbers, so there is no decision boundary.',
      none: (/** @type {number} */ label) => `No boundary in sight: everything is class ${label}.`,
      regions: (/** @type {{ lines: string, class0: string, class1: string }} */ found) =>
        `The decision boundary is ${found.lines}: ${found.class0} of the plane is class 0 (blue), ` +
        `${found.class1} class 1 (orange).`,
      lines: (/** @type {{ straight: number, open: number, closed: number }} */ counts) =>
        [
          { count: counts.straight, noun: 'straight line' },
          { count: counts.open, noun: 'curve' },
          { count: counts.closed, noun: 'closed curve' },
        ]
          .filter(({ count }) => count > 0)
          .map(({ count, noun }) => `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`)
          .join(' and '),
      undecided: (/** @type {string} */ least, /** @type {string} */ most) =>
        `The network is nearly undecided: probabilities of class 1 only go from ${least} to ${most}.`,
      decided: (/** @type {string} */ least, /** @type {string} */ most) =>
        `Probabilities of class 1 go from ${least} to ${most}.`,
      accuracy: (/** @type {{ epoch: number, train: string, test: string }} */ found) =>
        `${found.epoch === 0 ? 'Before training' : `After ${some(found.epoch, 'epoch')}`}, ` +
        `${found.train} of the training points and ${found.test} of the test points are on the ` +
        'right side.',
      points: {
        train: (/** @type {number} */ zeros, /** @type {number} */ ones) =>
          `${whole(zeros + ones)} training points, ${whole(zeros)} of class 0 and ${whole(ones)} of class 1`,
        test: (/** @type {number} */ zeros, /** @type {number} */ ones) =>
          `${whole(zeros + ones)} test points, ${whole(zeros)} of class 0 and ${whole(ones)} of class 1`,
      },
    },

    curves: {
      title: { loss: 'Cross-entropy', accuracy: 'Accuracy' },
      guessing: (/** @type {string} */ value) => `guessing: ${value}`,
      /** What a curve is called within a sentence. */
      name: { loss: 'loss', accuracy: 'accuracy' },
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
      weight: (/** @type {string} */ weight) => `Weight ${weight}`,
      from: (/** @type {string} */ neuron) => `from ${neuron}`,
      to: (/** @type {string} */ neuron) => `to ${neuron}`,
      biasOf: (/** @type {string} */ bias) => `Bias ${bias}`,
      moreWeights: (/** @type {number} */ count) => `and ${whole(count)} more weights`,

      description: (
        /** @type {{ inputs: number, layers: { size: number, activation: string }[], largest: string }} */ found,
      ) =>
        `The network: ${some(found.inputs, 'input')}, then ` +
        found.layers
          .map(({ size, activation }) => some(size, `${activation} neuron`))
          .join(', then ') +
        `. Its largest weight is ${found.largest} in size.`,
    },
  },
};

/** @typedef {typeof ENGLISH} Texts */
