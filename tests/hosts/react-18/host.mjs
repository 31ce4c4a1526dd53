/** @type {import('../host.js').Host} */
export default {
  title: 'React 18',
  build: [['vite', 'build']],
  site: 'dist',
  page: '',
  recipe: ['src/Circles.jsx'],
  note: 'Attributes as in HTML; events by <code>addEventListener</code>.',
};
