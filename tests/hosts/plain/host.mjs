/** @type {import('../host.js').Host} */
export default {
  title: 'A page of your own',
  tried: 'HTML, without a style sheet',
  dist: 'public/moonlab',
  site: 'public',
  page: '',
  recipe: ['public/index.html'],
  note: 'No colours of its own.',
};
