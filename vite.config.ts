import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vitest/config'

/** Tests on the real database are named `*.server.test.ts` or stand in tests/portes; the others run without it. */
const SUR_LA_BASE = ['src/**/*.server.test.ts', 'tests/portes/**/*.test.ts']

export default defineConfig({
  // bundled, so that the server loads fifty icons and not sixteen hundred
  ssr: { noExternal: ['lucide'] },
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'style-src': ['self'],
          // the inline style of SvelteKit's route announcer, which tells a screen reader the new page
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'script-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none']
        }
      }
    })
  ],
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'regles', testTimeout: 60_000, include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], exclude: SUR_LA_BASE }
      },
      {
        extends: true,
        test: {
          name: 'parcours',
          include: ['tests/parcours/**/*.test.ts', 'tests/mobilier/**/*.test.ts'],
          globalSetup: ['tests/parcours/mise-en-place.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // what a page shows is waited for, never read once
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false
        }
      },
      {
        extends: true,
        test: { name: 'base', include: SUR_LA_BASE, globalSetup: ['tests/mise-en-place.ts'], testTimeout: 20_000 }
      }
    ]
  }
})
