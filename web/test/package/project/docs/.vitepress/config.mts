import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Docs',
  base: '/docs/',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'user-pool-playground' } } },
})
