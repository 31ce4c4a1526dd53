import { Schedule } from '../../views/schedule.js';

/** What all widgets of the page draw in frames. */
export const schedule = new Schedule();

/** No time at all between two of its drawings, but a turn, one a frame. */
export const IN_TURN = () => 1;

/** @returns {Promise<void>} resolved after the next frame has been drawn */
export function nextFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/**
 * Widgets are made while one scrolls, some with many pictures that all get their size in one frame:
 * drawn at once, for the first time, they would make it a long one.
 *
 * @param {() => void} draw
 * @returns {() => void} draws; the first time when its turn comes, one drawing an animation frame
 */
export function firstInTurn(draw) {
  const request = schedule.add(draw, IN_TURN);
  let isFirst = true;
  return () => {
    if (!isFirst) draw();
    else request.soon();
    isFirst = false;
  };
}
