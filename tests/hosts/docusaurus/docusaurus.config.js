export default {
  title: 'A course',
  url: 'http://localhost',
  baseUrl: '/course/',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
  clientModules: ['./src/moonlab.js'],
};
