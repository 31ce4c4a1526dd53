import { debianProgram } from '../debian.js';

/** @type {import('../host.js').Host} */
export default {
  title: 'Hugo',
  tried: 'Hugo 0.111.3',
  needs: [debianProgram('hugo', 'hugo')],
  dist: 'static/moonlab',
  build: [['hugo', '--quiet']],
  site: 'public',
  page: 'circles/',
  recipe: ['layouts/shortcodes/moonlab.html', 'content/circles.md'],
  note: 'Raw HTML in Markdown is dropped by default: hence a shortcode.',
};
