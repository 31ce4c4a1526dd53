import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evenGuess } from '../../web/state/guess.js';
import { seriesColumns } from '../../web/state/metrics.js';
import { CurveChart } from '../../web/views/charts/curve-chart.js';
import { curveScales, isSameFrame, layOutCurve } from '../../web/views/charts/curve-frame.js';
import { marksNear, paintCurveMarks } from '../../web/views/charts/curve-marks.js';
import { themeColors } from '../../web/views/palette.js';
import { canvasDouble, installCanvasGlobals } from './views-canvas-double.js';

installCanvasGlobals();

const SIZE = { width: 300, height: 165 };
/** @type {{ range: [number, number] }} */
const LOSSES = { range: [0, 0.8] };

/**
 * @param {number} last epoch
 * @param {number} [loss]
 */
function frameOf(last, loss = 0.5) {
  return layOutCurve({ epoch: [0, last], train: [0.7, loss], test: [0.7, 0.7] }, LOSSES, SIZE);
}

/**
 * @param {number} from
 * @param {number} to
 */
function rows(from, to) {
  const epochs = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Float64Array.from(epochs.flatMap((epoch) => [epoch, 0.5, 0.6, 0.9, 0.8]));
}

/** @type {import('../../web/views/charts/curve-kind.js').Guess} */
const guessOfValues = { classes: 0, squared_error: 2 };

function charted() {
  const double = canvasDouble();
  const chart = new CurveChart(double.canvas, {
    name: 'loss',
    columns: seriesColumns('loss'),
    guess: evenGuess(2),
    theme: themeColors('light'),
  });
  chart.resize(SIZE.width, SIZE.height);
  chart.append(rows(0, 50));
  chart.draw();
  const count = () => ({
    picture: double.calls(double.canvas).length,
    backdrop: double.calls(double.created[0]).length,
  });
  return { ...double, chart, count };
}

test('axes go from tick to tick and hold every value', () => {
  const { x, y } = frameOf(1234, 2.2);
  assert.deepEqual([x.start, x.ticks.at(-1)], [0, x.end]);
  assert.ok(x.end >= 1234 && y.end >= 2.2 && y.start === 0);
  assert.ok(x.ticks.every(Number.isInteger));
});

test('a curve without epochs has axes', () => {
  const { x, y } = layOutCurve({ epoch: [], train: [], test: [] }, LOSSES, SIZE);
  assert.deepEqual([x.start, x.end, y.start, y.end], [0, 10, 0, 0.8]);
});

test('what is not finite, or enormous, leaves finite ticks', () => {
  for (const loss of [NaN, Infinity, Number.MAX_VALUE]) {
    const { y } = frameOf(10, loss);
    assert.ok(y.ticks.every(Number.isFinite) && Number.isFinite(y.end), String(loss));
    assert.ok(y.ticks.length <= 12);
  }
});

test('a curve that grows a little keeps its axes, one that grows much does not', () => {
  assert.ok(isSameFrame(frameOf(101), frameOf(102)));
  assert.ok(!isSameFrame(frameOf(100), frameOf(1000)));
  assert.ok(!isSameFrame(null, frameOf(100)));
});

test('an R² far below the mean leaves the axis where the rest is seen, and is told', () => {
  const kind = { range: /** @type {[number, number]} */ ([0, 1]), floor: -1 };
  const frame = (/** @type {number} */ least) =>
    layOutCurve({ epoch: [0, 9], train: [least, 0.9], test: [NaN, 0.8] }, kind, SIZE).y;
  assert.deepEqual([frame(0.1).start, frame(0.1).end], [0, 1]);
  assert.deepEqual([frame(-0.1).start, frame(-0.1).end], [-0.2, 1]);
  assert.deepEqual([frame(-250).start, frame(-250).end], [-1, 1]);
  assert.deepEqual([frame(-Infinity).start, frame(-Infinity).end], [-1, 1]);

  const { chart, canvas, texts } = charted();
  chart.setKind('r2', guessOfValues);
  chart.draw();
  assert.ok(!texts(canvas).some((text) => text.includes('down to')));
  chart.append(Float64Array.of(51, 0.5, 0.6, 0.9, 0.8, 52, -250.5, -3, 0.9, 0.8));
  chart.draw();
  assert.ok(texts(canvas).includes('▾ down to −250.5000'));
  chart.append(Float64Array.of(53, -Infinity, -1e300, 0.9, 0.8));
  chart.draw();
  assert.ok(texts(canvas).includes('▾ down to −1.00e300'), 'what is no number says nothing');
});

test('a chart says what it shows once it shows something else', () => {
  const { chart } = charted();
  assert.match(chart.description, /training loss went from/);
  chart.setKind('r2', guessOfValues);
  assert.match(chart.description, /training R² went from 0\.5000 to .* R² is 1 where every value/);
});

test('a hundred thousand epochs cost as few strokes as fifty', () => {
  const { chart, canvas, calls } = charted();
  chart.append(rows(51, 100_000));
  const before = calls(canvas).length;
  chart.draw();
  assert.ok(calls(canvas).length - before < 1000);
});

test('nothing new costs nothing; more epochs leave the axes alone as long as they fit', () => {
  const { chart, count } = charted();
  const first = count();
  chart.draw();
  assert.deepEqual(count(), first);
  chart.append(rows(51, 58));
  chart.draw();
  const grown = count();
  assert.ok(grown.picture > first.picture);
  chart.append(rows(59, 59));
  chart.draw();
  assert.equal(count().backdrop, grown.backdrop);
  chart.setTheme(themeColors('dark'));
  chart.draw();
  assert.ok(count().backdrop > grown.backdrop);
});

test('a pointer shows the values of the nearest epoch, and goes', () => {
  const { chart, canvas, calls } = charted();
  const drawAt = (/** @type {number | null} */ x) => {
    const before = calls(canvas).length;
    chart.point(x);
    chart.draw();
    const since = calls(canvas).slice(before);
    return since.filter((name) => name === 'fillText').length;
  };
  const without = drawAt(null);
  assert.equal(drawAt(150), without + 3);
  assert.equal(drawAt(null), without);
});

test('without a place nothing is drawn', () => {
  const { canvas, calls } = canvasDouble();
  const chart = new CurveChart(canvas, {
    name: 'accuracy',
    columns: seriesColumns('accuracy'),
    guess: evenGuess(2),
    theme: themeColors('light'),
  });
  chart.append(rows(0, 3));
  chart.draw();
  assert.deepEqual(calls(canvas), []);
  assert.match(chart.description, /^From epoch 0 to 3/);
});

test('changes during the run are marked at their epochs, and counted in words', () => {
  const { canvas, calls, chart } = charted();
  const plain = chart.description;
  const marks = [
    { epoch: 20, text: 'learning rate 0.1' },
    { epoch: 20, text: 'weight w1.1.1 = 2' },
    { epoch: 45, text: 'optimiser Adam' },
    { epoch: 500, text: 'bias b1.1 = 0' },
  ];
  const before = calls(canvas).length;
  chart.setMarks(marks);
  chart.draw();
  assert.ok(calls(canvas).length > before, 'they are drawn at once');
  assert.equal(chart.description, `${plain} 3 changes during the run are marked.`);
  const frame = frameOf(50);
  /** @type {number[]} */
  const lines = [];
  const context = new Proxy(/** @type {any} */ ({}), {
    get: (_, name) => (name === 'moveTo' ? (/** @type {number} */ x) => lines.push(x) : () => {}),
    set: () => true,
  });
  paintCurveMarks(context, frame, marks, themeColors('light'));
  const { toPixel } = curveScales(frame).x;
  assert.deepEqual(lines, [20, 45].map(toPixel), 'a line an epoch, none beyond the axis');
  const words = ['learning rate 0.1', 'weight w1.1.1 = 2'];
  assert.deepEqual(chart.read(20), ['Epoch 20', ...words, 'Training 0.5000', 'Test 0.6000']);
  assert.deepEqual(
    marksNear(marks, 22, 250),
    words,
    'where hardly anybody can point at it exactly',
  );
  assert.deepEqual(marksNear(marks, 23, 250), []);
});

test('an epoch that is read says its values, and is read on while the curve grows', () => {
  const { chart, canvas, texts } = charted();
  const values = ['Epoch 20', 'Training 0.5000', 'Test 0.6000'];
  const drawn = () => {
    const before = texts(canvas).length;
    chart.draw();
    // Besides the words that stand at a line.
    return texts(canvas)
      .slice(before)
      .filter((text) => /^[A-Z]/.test(text));
  };
  assert.deepEqual(chart.read(20), values);
  assert.deepEqual(drawn(), values);
  chart.append(rows(51, 300));
  // A place in pixels would be another epoch by now.
  assert.deepEqual(drawn(), values);
  chart.point(null);
  assert.deepEqual(drawn(), []);
});

test('the epochs that can be read are those of the points, from the first to the last', () => {
  const { chart } = charted();
  chart.append(rows(51, 5000));
  const { epochs } = chart;
  assert.deepEqual([epochs[0], epochs.at(-1)], [0, 5000]);
  for (const epoch of [epochs[1], epochs[30], epochs[epochs.length - 2]]) {
    assert.match(chart.read(epoch)[0].replaceAll(',', ''), RegExp(`^Epoch ${epoch}$`));
  }
});
