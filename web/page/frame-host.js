/**
 * For the page around framed labs, where scripts are allowed: gives each frame the height that it
 * asks for. It may be loaded before or after the frames, and knows those that are added later.
 *
 * A plain script, so that it can be named from another origin without further ado: it imports
 * nothing and leaves no name behind. The messages are those of frame-messages.js.
 */
(() => {
  /** More than any lab needs; a frame that asks for more is not one of ours. */
  const MAX_HEIGHT = 20000;

  window.addEventListener('message', ({ source, data }) => {
    if (data?.type !== 'moonlab:height') return;
    const { height } = data;
    if (typeof height !== 'number' || !(height > 0 && height <= MAX_HEIGHT)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = `${height}px`;
    }
  });

  for (const frame of document.querySelectorAll('iframe')) {
    frame.contentWindow?.postMessage({ type: 'moonlab:hello' }, '*');
  }
})();
