/** @type {import('../host.js').Host} */
export default {
  title: 'Astro Starlight',
  dist: 'public/moonlab',
  build: [['astro', 'build']],
  site: 'dist',
  page: 'circles/',
  async turn(page) {
    const select = page.locator('starlight-theme-select select').first();
    await select.selectOption((await select.inputValue()) === 'dark' ? 'light' : 'dark');
  },
  recipe: ['astro.config.mjs', 'src/content/docs/circles.md'],
  note: 'The files are in <code>public/moonlab</code>. The lab turns with the theme’s menu. The header is sticky.',
};
