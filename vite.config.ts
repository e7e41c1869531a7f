import { defineConfig } from 'vitest/config'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { precompress } from './scripts/precompress.ts'

/** What seldom changes lies apart, so that a changed line is a small download. */
const chunks = [
  { name: 'solid', test: /node_modules\/(solid-js|@solidjs)\// },
  { name: 'dexie', test: /node_modules\/dexie\// },
  { name: 'zod', test: /node_modules\/zod\// },
  { name: 'hospitals', test: /shared\/reference\/(hospitals|regions)\./ },
  { name: 'fleet', test: /shared\/reference\/(fleet|micu-centres|safety-regions|partners)\./ },
  { name: 'distances', test: /shared\/reference\/distances\./ },
]

/** The manifest and the service worker. It is registered by web/state/updates.ts, never by an inline script. */
const installable = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: '.',
    filename: 'service-worker.ts',
    injectRegister: null,
    injectManifest: {
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
      globIgnores: ['service-worker.js'],
    },
    manifest: false,
  })

// One build for the phone and desk client; one test run for all rooms (browser stories are Playwright's).
export default defineConfig({
  plugins: [solid(), installable(), precompress()],
  root: 'web',
  publicDir: '../public',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing may stand inline: the content security policy refuses it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
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
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { name: 'web', environment: 'jsdom', include: ['test/web/**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
