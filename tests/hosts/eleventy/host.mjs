/** @type {import('../host.js').Host} */
export default {
  title: 'Eleventy',
  dist: 'moonlab',
  build: [['eleventy']],
  site: '_site',
  page: 'circles/',
  recipe: ['eleventy.config.js', 'circles.md'],
  note: 'Raw HTML stays as it is. Copy the folder through and ignore it, or its pages are taken for templates.',
};
