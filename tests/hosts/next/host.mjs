/** @type {import('../host.js').Host} */
export default {
  title: 'Next, as a static export',
  build: [['next', 'build']],
  site: 'out',
  page: '',
  recipe: ['app/page.jsx'],
  note: 'In a client component. Next draws pages on a server first, where the element can be imported, and does nothing.',
};
