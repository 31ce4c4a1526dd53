/** @type {import('../host.js').Host} */
export default {
  title: 'reveal.js',
  dist: 'public/moonlab',
  build: [['cp', '-R', 'node_modules/reveal.js/dist', 'public/reveal']],
  site: 'public',
  page: '',
  keys: ['ArrowRight', 'ArrowDown', 'Space', 'n', 'o', 'b'],
  recipe: ['public/index.html'],
  note: 'Slides are scaled, and the lab with them.',
};
