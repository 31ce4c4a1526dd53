/** @type {import('../host.js').Host} */
export default {
  title: 'React 19',
  build: [['vite', 'build']],
  site: 'dist',
  page: '',
  recipe: ['src/Circles.jsx'],
  note: 'Attributes as in HTML; events as <code>onprogress</code>.',
};
