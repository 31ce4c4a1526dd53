/** @typedef {import('../worker/protocol.js').Bounds} Bounds */

/** The part of the plane that a picture keeps to while a setting is being dragged. */
export class HeldBounds {
  /** Until they are let go of. @type {Bounds | undefined} */
  held;
  /** Those that the experiment was made for, if for any. @type {Bounds | undefined} */
  shown;

  /** Whether the picture still shows what nobody holds any more. */
  get isStale() {
    return this.shown !== undefined && this.held === undefined;
  }
}
