import { defineConfig } from 'vitest/config'
import solid from 'vite-plugin-solid'

// One build for the phone and desk client; one test run for all rooms (browser stories are Playwright's).
export default defineConfig({
  plugins: [solid()],
  root: 'web',
  publicDir: '../public',
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022' },
  test: {
    root: '.',
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          environment: 'node',
          include: ['test/{shared,house}/**/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'server', environment: 'node', include: ['test/server/**/*.test.ts'] } },
      { extends: true, test: { name: 'web', environment: 'jsdom', include: ['test/web/**/*.test.{ts,tsx}'] } },
    ],
  },
})
