import { debianPackage, debianProgram } from '../debian.js';

/** @type {import('../host.js').Host} */
export default {
  title: 'Sphinx with MyST, theme alabaster',
  tried: 'Sphinx 5.3.0, MyST-Parser 0.18.1, alabaster 0.7.12',
  needs: [debianProgram('sphinx-build', 'python3-sphinx'), debianPackage('python3-myst-parser')],
  dist: '_static/moonlab',
  build: [['sphinx-build', '-b', 'html', '.', '_build/html']],
  site: '_build/html',
  page: '',
  keys: ['/'],
  recipe: ['conf.py', 'index.md'],
  note: 'Raw HTML in Markdown stays as it is. <code>html_js_files</code> finds the script from every page, in whatever folder. The theme is always light.',
};
