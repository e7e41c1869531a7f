import { defineConfig } from 'vitest/config'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { layerOrder } from './scripts/layer-order.ts'
import { precompress } from './scripts/precompress.ts'

/** What seldom changes lies apart, so that a changed line is a small download. */
const groups = [
  { name: 'solid', test: /node_modules\/(solid-js|@solidjs)\//, priority: 5 },
  { name: 'dexie', test: /node_modules\/dexie\//, priority: 3 },
  { name: 'zod', test: /node_modules\/zod\//, priority: 3 },
  { name: 'places', test: /shared\/reference\/(?!distances|names)/, priority: 3 },
  { name: 'distances', test: /shared\/reference\/distances\./, priority: 3 },
  // The phone's database and what runs on it; how news comes in is fetched after it.
  {
    name: 'engine',
    test: /web\/sync\/(engine|work|outbox|outbox-entry|apply-news|local-db|crypto|draft-store|retry-delay|snapshot)\./,
    priority: 2.5,
  },
  // What every list needs, in one file instead of fifteen.
  {
    name: 'lists',
    test: /shared\/reference\/names|web\/(i18n\/(nl-lists|nl\/\w+-lists)|parts\/(bar|disclosure|empty|section)|pieces\/(\w+\/)?(acts-now-words|place-name|rcps-name|term\.|transfer-(cells|line|look))|state\/(rides|transfers))/,
    priority: 2,
  },
  // What every screen with an act needs: each file of its own would stand by name in the first.
  {
    name: 'controls',
    test: /web\/(parts|state)\/(?!ride-facts|store-trouble|leaving|access|admin|csv-file|watch-session|lock-session|reports|position-)|web\/pieces\/([\w-]+\.|access\/came|alerts\/alert-words|beds\/(answer-words|bed-figures|freshness|offers-groups)|rides\/(alarm|ride-look|eta-words)|matching\/(claim-line|share-bar)|transfers\/(needs-strip|clinical-words|escort-words|ambulance-plus|who-acts-now)|transport\/window-words)|web\/screens\/(keep-last|create-acting|match\/may-take)|shared\/(access\/guard|beds\/(beds|capacity|figure-faults|large-changes|observe|unreported)|matching\/(distance|route)\.|phases\/mandate\.|fair-share\/keys|rides\/(eta|ride-span)\.|transfers\/code|\w+\/(transfer|reservation|ride)-steps|rides\/step-times|transfers\/request-f)/,
    priority: 1,
  },
  // Getting in, and staying in, for real.
  {
    name: 'access',
    test: /web\/(state\/(access|watch-session|lock-session)|frame\/(locked|session-watch))\./,
    priority: 1.5,
  },
  // All that the first picture needs in one file.
  { name: 'first', tags: ['$initial' as const], priority: 4 },
]

/**
 * These are named in every screen's imports: with a hash in their names one changed line would rename them all.
 * They keep their names, are asked for anew each time, and the service worker knows their revisions.
 */
const entryFileNames = 'app/first.js'
const chunkFileNames = ({ name }: { name: string }): string =>
  name === 'lists' || name === 'controls' ? 'app/[name].js' : 'assets/[name]-[hash:7].js'

/** Each name stands in the first file: a letter less of each is a letter less of a hundred. */
const assetFileNames = 'assets/[name]-[hash:7][extname]'

/** The manifest and the service worker. It is registered by web/state/updates.ts, never by an inline script. */
const installable = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: '.',
    filename: 'service-worker.ts',
    injectRegister: null,
    injectManifest: {
      // A classic worker: a module's own words would stop it from starting.
      rollupFormat: 'iife',
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
      globIgnores: ['service-worker.js'],
    },
    manifest: false,
  })

// One build for the phone and desk client; one test run for all rooms (browser stories are Playwright's).
export default defineConfig({
  plugins: [solid(), layerOrder(), installable(), precompress()],
  root: 'web',
  publicDir: '../public',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing may stand inline: the content security policy refuses it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups }, entryFileNames, chunkFileNames, assetFileNames },
    },
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
          testTimeout: 20_000,
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
          // Real databases, processes and sockets, on machines that do other work beside.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulator',
          environment: 'node',
          include: ['test/simulator/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['test/web/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/words.ts'],
          testTimeout: 20_000,
          retry: 1,
        },
      },
    ],
  },
})
