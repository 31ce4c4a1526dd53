import { fileName, historyCsv } from '../../state/exports.js';
import { settingsInForce } from '../../state/live.js';
import { labelsShown } from '../../state/problem.js';
import { printKept } from '../../state/kept-file.js';
import { makeRecord, printRecord } from '../../state/record.js';
import { checkRecordSize } from '../../state/record-check.js';
import { numpyScript } from '../../state/numpy-script.js';
import { themeColors } from '../../views/palette.js';
import { wholeWords } from '../../views/text/whole-words.js';
import { h } from '../../views/dom.js';
import { drawPlaneFigure } from '../../views/plane/figure.js';
import { sceneMap } from '../../views/plane/map.js';
import { summaryOf } from '../summary.js';

/** @typedef {import('./view.js').FileKind} FileKind */
/** @typedef {import('../../languages/en.js').Texts} Texts */

/**
 * @typedef {object} SavedRun everything of a lab's run at one moment
 * @property {import('../../state/types.js').Config} config
 * @property {import('../../state/types.js').Description} description
 * @property {import('../../state/types.js').Frame} frame
 * @property {import('../../state/history.js').History} history
 * @property {Float64Array | null} imported the parameters that it began with, where they were imported
 * @property {import('../../views/palette.js').ThemeName} theme the colours that it is shown in
 *
 * @typedef {object} Words
 * @property {import('../../languages/en.js').Texts} texts
 * @property {import('../../views/text/formats.js').Formats} formats
 *
 * @typedef {object} SavedFile
 * @property {string} name
 * @property {Blob} blob
 * @property {boolean} isText
 */

/** @type {Record<FileKind, string>} */
const TYPES = {
  record: 'application/json',
  history: 'text/csv',
  boundary: 'image/png',
  script: 'text/x-python',
};

const KEPT_NAME = 'moonlab-kept-runs.json';

/** Milliseconds, long enough for every browser to have taken a file. */
const KEEP_MS = 60_000;

/**
 * @param {FileKind} kind
 * @param {SavedRun} run
 * @param {Words} words
 * @returns {Promise<SavedFile>}
 * @throws {Error} that says why there is nothing to save
 */
export async function makeFile(kind, run, words) {
  const name = fileName(kind, run.config, run.description, run.frame.metrics.epoch);
  if (kind === 'boundary') return { name, blob: await paintBoundary(run, words), isText: false };
  const blob = new Blob([print(kind, run, words.texts)], { type: TYPES[kind] });
  return { name, blob, isText: true };
}

/**
 * @param {readonly import('../../state/kept.js').KeptRun[]} kept
 * @returns {SavedFile}
 * @throws {RangeError} where it would be larger than what can be opened
 */
export function keptFile(kept) {
  const blob = new Blob([printKept(kept)], { type: TYPES.record });
  checkRecordSize(blob.size);
  return { name: KEPT_NAME, blob, isText: true };
}

/**
 * Hands a file to the browser to be saved. Whether it does is not told: a sandboxed frame may refuse.
 *
 * @param {{ name: string, blob: Blob }} file
 */
export function offerFile({ name, blob }) {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

/**
 * @param {SavedRun} run
 */
export function recordOf({ config, description, frame, imported, history }) {
  return makeRecord({ config, description, frame, imported, curves: history.curves() });
}

/**
 * @param {Exclude<FileKind, 'boundary'>} kind
 * @param {SavedRun} run
 * @param {Texts} texts
 * @returns {string}
 */
function print(kind, run, texts) {
  if (kind === 'record') return printRecord(recordOf(run));
  if (kind === 'script') return numpyScript(run, texts.saving.script);
  return historyCsv(run.history.curves(), run.history.stride);
}

/**
 * The picture with the points and the colours that the lab shows now.
 *
 * @param {SavedRun} run
 * @param {Words} words
 * @returns {Promise<Blob>}
 */
function paintBoundary({ config, description, frame, theme: name }, { texts, formats }) {
  const { metrics } = frame;
  const theme = themeColors(name);
  const { points } = config;
  const summary = summaryOf(settingsInForce(config, metrics.epoch), texts, formats);
  const words = wholeWords(texts, undefined, config.classNames);
  const labels = labelsShown(description);
  const { map, valueRange } = sceneMap({ frame, description }, labels, words, config.surface);
  const canvas = document.createElement('canvas');
  drawPlaneFigure(
    canvas,
    { ...description, map, valueRange, points, theme },
    {
      title: titleOf(metrics, texts.saving.picture, formats),
      subtitle: Object.values(texts.groupSummary)
        .map((group) => group(summary))
        .join(' · '),
      legend: texts.legend,
      labels,
      words,
    },
  );
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(texts.saving.picture.failed));
    }, TYPES.boundary);
  });
}

/**
 * @param {import('../../state/types.js').Metrics} metrics
 * @param {Texts['saving']['picture']} texts
 * @param {Words['formats']} formats
 */
function titleOf({ epoch, testAccuracy = NaN, testR2 }, texts, formats) {
  const at = formats.count(epoch);
  if (testR2 !== undefined) return texts.titleOfValues(at, formats.number(testR2));
  return texts.title(at, formats.percent(testAccuracy));
}
