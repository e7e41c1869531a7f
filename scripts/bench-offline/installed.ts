// An installed page on a disk of its own: visited once, then opened cold by a browser that was not running. Used by
// scripts/bench-offline.ts.
import { type BrowserContext, chromium, type Page } from '@playwright/test'

/** What one cold start gave, in ms since the navigation began. */
export type Start = { paint: number; ready: number }

/** `rows`: what people come for, and how many of it. */
export type Installed = {
  browser: { executablePath: string; args: string[] }
  disk: string
  url: string
  rows: { selector: string; count: number }
}

const open = ({ browser, disk }: Installed): Promise<BrowserContext> =>
  chromium.launchPersistentContext(disk, {
    ...browser,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    serviceWorkers: 'allow',
  })

/** Online, until the page is complete and its service worker has kept all of it. */
export async function visit(
  one: Installed,
  before: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await open(one)
  await before(context)
  const page = await firstPage(context)
  await page.goto(one.url)
  await page.waitForFunction(stand, one.rows, { timeout: 60_000 })
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise((done) => active?.addEventListener('statechange', done, { once: true }))
  })
  // A phone's disk is written behind.
  await page.waitForTimeout(3_000)
  await context.close()
}

/** A new browser process on that disk. Throws when the page does not come. */
export async function coldStart(one: Installed): Promise<Start> {
  const context = await open(one)
  try {
    const page = await firstPage(context)
    await page.goto(one.url, { waitUntil: 'commit' })
    const at = await page.waitForFunction(stand, one.rows, { polling: 'raf', timeout: 20_000 })
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    )
    return { paint: await paint.jsonValue(), ready: await at.jsonValue() }
  } finally {
    await context.close()
  }
}

/** In the page: since when all of them stand in the document; 0 as long as they do not. */
const stand = ({ selector, count }: Installed['rows']): number =>
  document.querySelectorAll(selector).length >= count ? performance.now() : 0

const firstPage = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? (await context.newPage())
