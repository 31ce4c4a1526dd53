import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag === 'moon-lab';

export default {
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
};
