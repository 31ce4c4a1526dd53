/**
 * A page's first script, where the browser's driver does not tell what pages write to the console.
 */
{
  /** @type {string[]} */
  const heard = [];
  Object.assign(window, { heard });
  for (const level of /** @type {const} */ (['log', 'info', 'warn', 'error'])) {
    Object.assign(window.console, {
      [level]: (/** @type {unknown[]} */ ...words) => heard.push(`${level}: ${words.join(' ')}`),
    });
  }
  window.addEventListener(
    'error',
    ({ message, target }) => {
      // Of an element, what it could not load.
      const place = target instanceof Element ? target.outerHTML : '';
      heard.push(`error: ${message ?? place}`);
    },
    { capture: true },
  );
  window.addEventListener('unhandledrejection', ({ reason }) => heard.push(`rejected: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    heard.push(`policy: ${violatedDirective} ${blockedURI}`),
  );
}
