/**
 * What a lab's controls do. Training concerns all the labs that it is linked with.
 *
 * @param {import('./lab.js').Lab} lab
 * @returns {import('./lab-view.js').LabActions}
 */
export function createActions(lab) {
  return {
    commit: (patch) => lab.apply(patch, [], 'controls'),
    hold: (isHeld) => lab.session.holdBounds(isHeld),
    toggle: () =>
      lab.playhead.isTraining ? lab.playhead.pause() : lab.drawing.finish() && lab.playhead.train(),
    // Points that are being drawn are meant to be trained on.
    step: () => lab.drawing.finish() && lab.playhead.step(1),
    reset: () => lab.playhead.reset(),
    draw: () => {
      lab.playhead.pause();
      lab.drawing.start();
    },
    drawing: {
      onClass: (label) => lab.drawing.choose(label),
      onUndo: () => lab.drawing.undo(),
      onClear: () => lab.drawing.clear(),
      onDone: () => lab.drawing.finish(),
      onCancel: () => lab.drawing.cancel(),
    },
  };
}
