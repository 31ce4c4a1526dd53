/**
 * The trained network as a Python program that needs nothing but NumPy.
 *
 * @module
 */

import { FEATURES, SOFTMAX, activationOf, rowOf } from './choices.js';
import { errorOf } from './messages.js';
import { spelt } from './metrics.js';
import { splitRows } from './model.js';
import { RECORD_SETTINGS } from './record.js';
import { entryOfKey } from './schema.js';
import { printText } from './values.js';

/** @import { Config, Description, Entry, Frame } from './types.js' */

/** @typedef {import('../languages/en.js').Texts['saving']['script']} ScriptTexts */

/** Grid points a side that the script compares: with corners and middle, and few enough to read. */
const SIDE = 7;
/** How closely NumPy's answers are those of the engine. */
const TOLERANCE = '1e-12';
/** Columns of a line of numbers. */
const LINE_WIDTH = 96;
/** Longer settings, such as a whole data set, are not printed. */
const SETTING_WIDTH = 60;

/**
 * @param {object} run
 * @param {Config} run.config
 * @param {Description} run.description
 * @param {Frame} run.frame
 * @param {ScriptTexts} texts
 * @returns {string}
 * @throws {RangeError} where the training has diverged
 */
export function numpyScript({ config, description, frame }, texts) {
  const { metrics } = frame;
  if (frame.diverged) {
    throw errorOf(RangeError, ({ diverged, number }) => diverged('script', number(metrics.epoch)));
  }
  const used = [...new Set(description.activations)].sort();
  const { points, answers } = samplePlane(description, frame);
  const words = texts.answers[answerOf(description)];
  return `${[
    '#!/usr/bin/env python3',
    ...comments(texts.title),
    '#',
    ...comments(facts(config, frame)),
    '#',
    ...comments(texts.use),
    '',
    'import numpy as np',
    '',
    ...comments(texts.activations),
    'ACTIVATIONS = {',
    ...used.map((name) => {
      const { numpy } = name === SOFTMAX.name ? SOFTMAX : activationOf(name);
      return `    "${name}": lambda z: ${numpy},`;
    }),
    '}',
    '',
    ...comments(texts.layers),
    'LAYERS = [',
    ...layerLines(description, frame.parameters),
    ']',
    '',
    ...comments(words.points),
    'POINTS = [',
    ...points.flatMap((point) => listLines(point, '    ')),
    ']',
    'EXPECTED = [',
    ...answerLines(answers),
    ']',
    `TOLERANCE = ${TOLERANCE}`,
    '',
    '',
    ...comments(words.predict),
    'def predict(points):',
    ...inputLines(description),
    ...PROGRAM,
    `    return ${answers.length > 1 ? 'values.T' : 'values[0]'}`,
    ...CHECK,
    `    print(${JSON.stringify(texts.agreement)}.format(len(POINTS), worst))`,
  ].join('\n')}\n`;
}

const PROGRAM = [
  '    for weights, biases, activation in LAYERS:',
  '        sums = np.array(weights, dtype=float) @ values + np.array(biases, dtype=float)[:, None]',
  '        values = ACTIVATIONS[activation](sums)',
];

const CHECK = [
  '',
  '',
  'if __name__ == "__main__":',
  '    differences = np.abs(predict(POINTS) - EXPECTED) / np.maximum(1, np.abs(EXPECTED))',
  '    worst = differences.max()',
  '    assert worst <= TOLERANCE, f"{worst} is more than {TOLERANCE}"',
];

/**
 * @param {Pick<Description, 'problem' | 'layerSizes'>} description
 * @returns {keyof ScriptTexts['answers']} what a network says of a point
 */
function answerOf({ problem, layerSizes }) {
  if (problem === 'regression') return 'value';
  return layerSizes[layerSizes.length - 1] > 1 ? 'probabilities' : 'probability';
}

/**
 * @param {number[][]} answers by output and point
 * @returns {string[]} a number for each point; of several outputs a list
 */
function answerLines(answers) {
  if (answers.length === 1) return wrapNumbers(answers[0], '    ');
  return answers[0].flatMap((_, i) =>
    listLines(
      answers.map((values) => values[i]),
      '    ',
    ),
  );
}

/**
 * @param {Pick<Description, 'features' | 'scaler'>} description
 * @returns {string[]} what makes a network's inputs of the points; they can be the points themselves
 */
export function inputLines({ features, scaler }) {
  const inputs = features.map((name) => rowOf(FEATURES, 'feature', name).numpy).join(', ');
  const scaling = scaler
    ? [
        `    points = np.array(points, dtype=float) - [${scaler.mean.join(', ')}]`,
        `    points = points / [${scaler.std.join(', ')}]`,
      ]
    : [];
  const plane = scaler ? 'points' : 'np.array(points, dtype=float)';
  if (inputs === 'x1, x2') return [...scaling, `    values = ${plane}.T`];
  return [...scaling, `    x1, x2 = ${plane}.T`, `    values = np.array([${inputs}])`];
}

/**
 * @param {Config} config
 * @param {Frame} frame
 * @returns {string[]}
 */
function facts(config, { metrics }) {
  const settings = RECORD_SETTINGS.map((key) => /** @type {Entry} */ (entryOfKey(key)))
    .filter(({ scope }) => scope !== 'page')
    .map(({ key, attribute }) => [attribute, printText(config[key])])
    .flatMap(([name, text]) => (name === 'schedule' ? wrapSetting(name, text) : [[name, text]]))
    .filter(([, text]) => text.length > 0 && text.length <= SETTING_WIDTH);
  const results = Object.entries(metrics).map(([name, value]) => [spelt(name), String(value)]);
  const lines = [...settings, ...results];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

/**
 * What is changed during the run is told wholly, however long it is.
 *
 * @param {string} name
 * @param {string} text with blanks in it
 * @returns {[name: string, text: string][]} a pair a line
 */
function wrapSetting(name, text) {
  /** @type {[string, string][]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last && last[1].length + 1 + word.length <= SETTING_WIDTH) last[1] += ` ${word}`;
    else lines.push([last ? '' : name, word]);
  }
  return lines;
}

/**
 * A comment ends with its line, whatever a setting or a translation holds.
 *
 * @param {string[]} lines
 */
function comments(lines) {
  return lines.map((line) => `# ${line.replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, ' ')}`.trimEnd());
}

/**
 * @param {Description} description
 * @param {Float64Array} parameters
 * @returns {string[]}
 */
function layerLines({ layerSizes, activations }, parameters) {
  return splitRows(parameters, layerSizes).flatMap(({ weights, biases }, i) => [
    '    (',
    '        [',
    ...weights.flatMap((row) => listLines(row, '            ')),
    '        ],',
    ...listLines(biases, '        '),
    `        "${activations[i]}",`,
    '    ),',
  ]);
}

/**
 * A list of numbers on one line, or on as many as it takes.
 *
 * @param {ArrayLike<number>} numbers
 * @param {string} indent
 * @returns {string[]}
 */
function listLines(numbers, indent) {
  const line = `${indent}[${Array.from(numbers, String).join(', ')}],`;
  if (line.length <= LINE_WIDTH) return [line];
  return [`${indent}[`, ...wrapNumbers(numbers, `${indent}    `), `${indent}],`];
}

/**
 * @param {ArrayLike<number>} numbers
 * @param {string} indent
 * @returns {string[]} lines that are not too long
 */
function wrapNumbers(numbers, indent) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const number of Array.from(numbers)) {
    const text = `${number},`;
    if (line && indent.length + line.length + 1 + text.length > LINE_WIDTH) {
      lines.push(indent + line);
      line = text;
    } else {
      line += line ? ` ${text}` : text;
    }
  }
  return [...lines, indent + line];
}

/**
 * Some points of the grid that the lab draws, with what the engine has computed there.
 *
 * @param {Description} description
 * @param {Frame} frame
 */
function samplePlane({ bounds: [x1From, x1To, x2From, x2To] }, { grid, resolution }) {
  const last = resolution - 1;
  const steps = Array.from({ length: SIDE }, (_, i) => Math.round((i * last) / (SIDE - 1)));
  // As np.linspace divides a range, and the engine.
  const place = (
    /** @type {number} */ step,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => (step === last ? to : step * ((to - from) / last) + from);
  const pairs = steps.flatMap((row) => steps.map((column) => ({ row, column })));
  return {
    points: pairs.map(({ row, column }) => [place(column, x1From, x1To), place(row, x2From, x2To)]),
    answers: Array.from({ length: grid.length / resolution ** 2 }, (_, output) =>
      pairs.map(({ row, column }) => grid[(output * resolution + row) * resolution + column]),
    ),
  };
}
