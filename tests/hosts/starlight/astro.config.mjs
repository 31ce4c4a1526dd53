import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  base: '/course',
  integrations: [
    starlight({
      title: 'A course',
      head: [{ tag: 'script', attrs: { type: 'module', src: '/course/moonlab/moon-lab.js' } }],
    }),
  ],
});
