// A phone with a disk of its own: its browser can be killed and started again on what it holds. Used by test/flows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page, test } from '@playwright/test'
import { signIn } from './commands.ts'
import { PHONE } from './stage.ts'

export type PocketPhone = {
  /** Starts the browser on the phone's disk and opens the app at this path. */
  start: (path: string) => Promise<Page>
  /** As a phone that runs empty: whatever was under way is lost. */
  kill: () => Promise<void>
  /** Kills it and throws its disk away. */
  destroy: () => Promise<void>
}

/** `person` signs in at the first start. */
export function aPocketPhone(url: string, person: string): PocketPhone {
  const disk = mkdtempSync(join(tmpdir(), 'brancard-phone-'))
  const { launchOptions = {}, locale, timezoneId } = test.info().project.use
  let context: BrowserContext | undefined
  let isNew = true
  const kill = async () => {
    await context?.close()
    context = undefined
  }
  return {
    async start(path) {
      context = await chromium.launchPersistentContext(disk, {
        ...launchOptions,
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
        viewport: PHONE,
        hasTouch: true,
        serviceWorkers: 'allow',
      })
      context.setDefaultTimeout(15_000)
      if (isNew) await signIn(context.request, url, person)
      isNew = false
      const page = context.pages()[0] ?? (await context.newPage())
      page.on('pageerror', (error) => {
        throw error
      })
      await page.goto(url + path)
      return page
    },
    kill,
    async destroy() {
      await kill()
      rmSync(disk, { recursive: true, force: true })
    },
  }
}
