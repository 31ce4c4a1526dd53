export default {
  title: 'A course',
  base: '/course/',
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'moon-lab' } } },
};
