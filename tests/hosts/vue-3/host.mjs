/** @type {import('../host.js').Host} */
export default {
  title: 'Vue 3',
  build: [['vite', 'build']],
  site: 'dist',
  page: '',
  recipe: ['vite.config.js', 'src/Circles.vue'],
  note: 'The element is named to the compiler of templates, which otherwise looks for a component.',
};
