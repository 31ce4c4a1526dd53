/** Drawings whose turn has not come yet. @type {(() => void)[]} */
const waiting = [];

/**
 * Widgets are made while one scrolls, some with many pictures that all get their size in one frame:
 * drawn at once, for the first time, they would make it a long one.
 *
 * @param {() => void} draw
 * @returns {() => void} draws; the first time when its turn comes, one drawing an animation frame
 */
export function firstInTurn(draw) {
  let isFirst = true;
  return () => {
    if (!isFirst) {
      draw();
      return;
    }
    isFirst = false;
    drawInTurn(draw);
  };
}

/** @param {() => void} draw */
function drawInTurn(draw) {
  waiting.push(draw);
  if (waiting.length === 1) requestAnimationFrame(drawNext);
}

function drawNext() {
  waiting[0]();
  waiting.shift();
  if (waiting.length > 0) requestAnimationFrame(drawNext);
}
