/**
 * A canvas that takes every call and draws nothing, for tests of what is drawn when.
 *
 * @module
 */

/**
 * @returns {{ canvas: HTMLCanvasElement, created: HTMLCanvasElement[],
 *   calls: (canvas: HTMLCanvasElement) => string[] }} created: canvases that were made from this one's
 *   document; calls: the names of the methods called on a canvas' context
 */
export function canvasDouble() {
  /** @type {HTMLCanvasElement[]} */
  const created = [];
  /** @type {Map<HTMLCanvasElement, string[]>} */
  const callsByCanvas = new Map();
  const ownerDocument = {
    createElement() {
      const canvas = make();
      created.push(canvas);
      return canvas;
    },
  };
  function make() {
    /** @type {string[]} */
    const calls = [];
    const context = contextDouble(calls);
    const double = { width: 300, height: 150, ownerDocument, getContext: () => context };
    const canvas = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (double));
    callsByCanvas.set(canvas, calls);
    return canvas;
  }
  return { canvas: make(), created, calls: (canvas) => callsByCanvas.get(canvas) ?? [] };
}

/** Gives the global scope the classes that browsers have and Node has not. */
export function installCanvasGlobals() {
  class ImageDataDouble {
    /**
     * @param {number} width
     * @param {number} height
     */
    constructor(width, height) {
      this.width = width;
      this.height = height;
      this.data = new Uint8ClampedArray(4 * width * height);
    }
  }
  class Path2DDouble {
    moveTo() {}
    lineTo() {}
  }
  Object.assign(globalThis, { ImageData: ImageDataDouble, Path2D: Path2DDouble });
}

/** @param {string[]} calls out: the names of the methods called */
function contextDouble(calls) {
  /** @type {Record<string | symbol, unknown>} */
  const properties = {
    measureText(/** @type {string} */ text) {
      return { width: 6 * text.length };
    },
  };
  return new Proxy(properties, {
    get(target, name) {
      if (name in target) return target[name];
      return () => calls.push(String(name));
    },
  });
}
