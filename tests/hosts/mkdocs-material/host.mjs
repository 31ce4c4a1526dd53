import { debianPackage, debianProgram } from '../debian.js';

/** @type {import('../host.js').Host} */
export default {
  title: 'MkDocs, theme Material',
  tried: 'MkDocs 1.4.2, Material 8.2.5',
  needs: [debianProgram('mkdocs', 'mkdocs'), debianPackage('mkdocs-material')],
  dist: 'docs/moonlab',
  build: [['mkdocs', 'build', '--quiet']],
  site: 'site',
  page: 'circles/',
  turn: (page) => page.locator('label.md-header__button[for^="__palette"]:visible').click(),
  keys: ['/', 's', 'f', 'p'],
  asks: /^https:\/\/fonts\.(googleapis|gstatic)\.com\//,
  recipe: ['mkdocs.yml', 'docs/circles.md'],
  note: 'Raw HTML stays as it is. Addresses in it are not adapted: a page <code>docs/circles.md</code> becomes <code>circles/</code>, so the script is at <code>../moonlab/</code>. The header is sticky. The theme, not the lab, asks Google for its fonts.',
};
