import { fileURLToPath } from 'node:url';

import { debianPackage } from '../debian.js';
import sphinx from '../sphinx/host.mjs';

const ESBUILD = fileURLToPath(new URL('../../bundlers/node_modules/.bin/esbuild', import.meta.url));
const STATIC = '_build/html/_static';
const FURO_CSS = `${STATIC}/styles/furo.css`;
const FURO_JS = `${STATIC}/scripts/furo.js`;

/** @type {import('../host.js').Host} */
export default {
  ...sphinx,
  project: 'sphinx',
  title: 'Sphinx, theme Furo',
  tried: 'Furo 2022.12.07',
  needs: [...(sphinx.needs ?? []), debianPackage('furo')],
  build: [
    ['sphinx-build', '-b', 'html', '-D', 'html_theme=furo', '.', '_build/html'],
    // Debian packages the theme's parts as its authors write them, not joined as they publish them.
    ['sed', '-i', 's#url(/javascript#url(/usr/share/javascript#', FURO_CSS],
    [ESBUILD, FURO_CSS, FURO_JS, '--bundle', '--allow-overwrite', `--outdir=${STATIC}`],
  ],
  // From automatic to light and to dark, and back to automatic; by a narrow window's button or a wide one's.
  async turn(page) {
    const toggle = page.locator('.theme-toggle:visible').first();
    const wanted = await page.evaluate(() =>
      document.body.dataset.theme === 'dark' ? 'light' : 'dark',
    );
    while ((await page.evaluate(() => document.body.dataset.theme)) !== wanted)
      await toggle.click();
  },
  says: /^log: Changed to (dark|light|auto) mode/,
  recipe: [],
  note: 'The recipe of Sphinx. The lab turns with the theme’s switch.',
};
