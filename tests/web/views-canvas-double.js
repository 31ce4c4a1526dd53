/**
 * A canvas that takes every call that a browser's would take and draws nothing, for tests of what is
 * drawn when. What a browser would not know, it does not take: a method or property that there is
 * not, or a method called with too few arguments, throws.
 *
 * @module
 */

/**
 * The methods of CanvasRenderingContext2D, and how many arguments each insists on (its `length` in a
 * browser).
 *
 * @satisfies {Partial<Record<keyof CanvasRenderingContext2D, number>>}
 */
const METHODS = {
  arc: 5,
  arcTo: 5,
  beginPath: 0,
  bezierCurveTo: 6,
  clearRect: 4,
  clip: 0,
  closePath: 0,
  createConicGradient: 3,
  createImageData: 1,
  createLinearGradient: 4,
  createPattern: 2,
  createRadialGradient: 6,
  drawFocusIfNeeded: 1,
  drawImage: 3,
  ellipse: 7,
  fill: 0,
  fillRect: 4,
  fillText: 3,
  getContextAttributes: 0,
  getImageData: 4,
  getLineDash: 0,
  getTransform: 0,
  isContextLost: 0,
  isPointInPath: 2,
  isPointInStroke: 2,
  lineTo: 2,
  measureText: 1,
  moveTo: 2,
  putImageData: 3,
  quadraticCurveTo: 4,
  rect: 4,
  reset: 0,
  resetTransform: 0,
  restore: 0,
  rotate: 1,
  roundRect: 4,
  save: 0,
  scale: 2,
  setLineDash: 1,
  setTransform: 0,
  stroke: 0,
  strokeRect: 4,
  strokeText: 3,
  transform: 6,
  translate: 2,
};

/** Its properties, as a browser has them at first. @satisfies {Partial<CanvasRenderingContext2D>} */
const PROPERTIES = {
  direction: 'ltr',
  fillStyle: '#000000',
  filter: 'none',
  font: '10px sans-serif',
  fontKerning: 'auto',
  fontStretch: 'normal',
  fontVariantCaps: 'normal',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  imageSmoothingEnabled: true,
  imageSmoothingQuality: 'low',
  letterSpacing: '0px',
  lineCap: 'butt',
  lineDashOffset: 0,
  lineJoin: 'miter',
  lineWidth: 1,
  miterLimit: 10,
  shadowBlur: 0,
  shadowColor: 'rgba(0, 0, 0, 0)',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  strokeStyle: '#000000',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  textRendering: 'auto',
  wordSpacing: '0px',
};

/** The same of Path2D. @satisfies {Partial<Record<keyof Path2D, number>>} */
const PATH_METHODS = {
  addPath: 1,
  arc: 5,
  arcTo: 5,
  bezierCurveTo: 6,
  closePath: 0,
  ellipse: 7,
  lineTo: 2,
  moveTo: 2,
  quadraticCurveTo: 4,
  rect: 4,
  roundRect: 4,
};

/** Wide enough to tell a long text from a short one. */
const LETTER_WIDTH = 6;

/**
 * @returns {{ canvas: HTMLCanvasElement, created: HTMLCanvasElement[],
 *   calls: (canvas: HTMLCanvasElement) => string[],
 *   texts: (canvas: HTMLCanvasElement) => string[] }} created: canvases that were made from this one's
 *   document; calls: the names of the methods called on a canvas' context; texts: what was written on it
 */
export function canvasDouble() {
  /** @type {HTMLCanvasElement[]} */
  const created = [];
  /** @type {Map<HTMLCanvasElement, string[]>} */
  const callsByCanvas = new Map();
  /** @type {Map<HTMLCanvasElement, string[]>} */
  const textsByCanvas = new Map();
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
    /** @type {string[]} */
    const texts = [];
    const double = {
      width: 300,
      height: 150,
      ownerDocument,
      getContext: (/** @type {string} */ kind) => (kind === '2d' ? context : null),
    };
    const canvas = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (double));
    const context = contextDouble(canvas, calls, texts);
    callsByCanvas.set(canvas, calls);
    textsByCanvas.set(canvas, texts);
    return canvas;
  }
  return {
    canvas: make(),
    created,
    calls: (canvas) => callsByCanvas.get(canvas) ?? [],
    texts: (canvas) => textsByCanvas.get(canvas) ?? [],
  };
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
    constructor() {
      return strict(
        'Path2D',
        methods(PATH_METHODS, () => {}),
      );
    }
  }
  Object.assign(globalThis, { ImageData: ImageDataDouble, Path2D: Path2DDouble });
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} calls out: the names of the methods called
 * @param {string[]} texts out: what was written
 */
function contextDouble(canvas, calls, texts) {
  return strict('CanvasRenderingContext2D', {
    ...PROPERTIES,
    ...methods(METHODS, (name, [text]) => {
      calls.push(name);
      if (name === 'fillText') texts.push(String(text));
    }),
    canvas,
    measureText: (/** @type {string} */ text) => ({ width: LETTER_WIDTH * text.length }),
  });
}

/**
 * @param {Record<string, number>} lengths how many arguments each insists on
 * @param {(name: string, given: unknown[]) => void} onCall
 */
function methods(lengths, onCall) {
  return Object.fromEntries(
    Object.entries(lengths).map(([name, length]) => [
      name,
      (/** @type {unknown[]} */ ...given) => {
        if (given.length < length) {
          throw new TypeError(`${name}: ${given.length} arguments; at least ${length} are needed`);
        }
        onCall(name, given);
      },
    ]),
  );
}

/**
 * @param {string} type
 * @param {Record<string | symbol, unknown>} members all that it has
 */
function strict(type, members) {
  const refuse = (/** @type {string} */ what) => {
    throw new TypeError(`${type} has no ${what}`);
  };
  return new Proxy(members, {
    get: (target, name) => (name in target ? target[name] : refuse(String(name))),
    set(target, name, value) {
      if (!(name in target)) refuse(String(name));
      if (name === 'canvas' || typeof target[name] === 'function') refuse(`${String(name)} to set`);
      target[name] = value;
      return true;
    },
  });
}
