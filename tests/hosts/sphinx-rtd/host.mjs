import { debianPackage } from '../debian.js';
import sphinx from '../sphinx/host.mjs';

/** @type {import('../host.js').Host} */
export default {
  ...sphinx,
  project: 'sphinx',
  title: 'Sphinx, theme Read the Docs',
  tried: 'sphinx-rtd-theme 1.2.0',
  needs: [...(sphinx.needs ?? []), debianPackage('python3-sphinx-rtd-theme')],
  build: [['sphinx-build', '-b', 'html', '-D', 'html_theme=sphinx_rtd_theme', '.', '_build/html']],
  recipe: [],
  note: 'The recipe of Sphinx.',
};
