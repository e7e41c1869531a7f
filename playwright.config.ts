import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, chromiumHere } from './scripts/find-chromium.ts'

// Browser stories: real Chromium, real server processes on free loopback ports (test/support/serve.ts).
// A story that fails may try twice more: `npm test` then says that it was unsteady.
const executablePath = chromiumHere()

export default defineConfig({
  testDir: 'test/flows',
  testMatch: '**/*.story.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 2,
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  use: {
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: 15_000,
    trace: 'off',
  },
})
