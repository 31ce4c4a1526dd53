/** @type {import('../host.js').Host} */
export default {
  title: 'VitePress',
  build: [['vitepress', 'build']],
  site: '.vitepress/dist',
  page: 'circles.html',
  turn: (page) => page.locator('.VPNavBar .VPSwitchAppearance').first().click(),
  recipe: ['.vitepress/config.js', 'circles.md'],
  note: 'The script is loaded in the browser only, for VitePress draws pages on a server first. The lab turns with the switch. The header is sticky.',
};
