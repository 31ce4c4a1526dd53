/** @type {import('../host.js').Host} */
export default {
  title: 'Docusaurus',
  build: [['docusaurus', 'build']],
  site: 'build',
  page: 'circles/',
  turn: (page) =>
    page
      .getByRole('button', { name: /^Switch between dark and light mode/ })
      .first()
      .click(),
  recipe: ['docusaurus.config.js', 'src/moonlab.js', 'docs/circles.mdx'],
  note: 'Pages are MDX: the element is written as one of JSX. The lab turns with the switch. The header is sticky.',
};
