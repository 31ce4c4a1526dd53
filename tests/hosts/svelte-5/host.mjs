/** @type {import('../host.js').Host} */
export default {
  title: 'Svelte 5',
  build: [['vite', 'build']],
  site: 'dist',
  page: '',
  recipe: ['src/Circles.svelte'],
  note: 'Attributes as in HTML; events as <code>onprogress</code>.',
};
