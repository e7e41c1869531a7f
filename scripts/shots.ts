// Pictures of every screen into shots/, on the demo with its morning at a fixed time: phone and desk, light and dark.
// `npm run shots [-- --all] [-- <name> …]`: --all adds a tablet, high contrast and German (the longest); names choose screens.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type Caller, callAs, signIn } from '#test/support/commands.ts'
import { startServer } from '#test/support/server-process.ts'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.ts'
import { contactSheet, type Picture } from './shots/contact-sheet.ts'
import { ownPictures } from './shots/own.ts'
import type { Shot } from './shots/shot.ts'
import { unroll } from './shots/unroll.ts'
import { everyShot } from './shots/what.ts'

const OUT = 'shots'
/** A Saturday, 10:40 in Amsterdam: before noon, so that what is planned drives today. */
const AT = '2026-11-21T09:40:00Z'

const args = process.argv.slice(2)
const all = args.includes('--all')
const wanted = args.filter((arg) => !arg.startsWith('--'))

const SIZES = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
  ...(all ? { tablet: { width: 768, height: 1024 } } : {}),
}
const THEMES = ['light', 'dark', ...(all ? ['contrast'] : [])]
const LANGUAGES = ['nl', ...(all ? ['de'] : [])]

type Look = { size: keyof typeof SIZES; language: string }

async function open(browser: Browser, url: string, shot: Shot, { size, language }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: SIZES[size] ?? null,
    hasTouch: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  await context.clock.install({ time: AT })
  if (shot.person !== null) await signIn(context.request, url, shot.person)
  const page = await context.newPage()
  await page.goto(url + shot.path)
  await page.getByRole('heading', { level: 1 }).or(page.getByText('Er staat geen rit')).first().waitFor()
  await page.getByText('Bezig met laden').first().waitFor({ state: 'detached' })
  await page.getByText('Verbinding zoeken').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.load('400 17px "Atkinson Hyperlegible Next"'))
  await shot.before?.(page)
  if (language !== 'nl') await speak(page)
  return page
}

/** As someone does: by the account's sheet, unless a dialog stands before it. */
async function speak(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('brancard.language', 'de'))
  const account = page.getByRole('button', { name: /^Wie ik ben/ })
  if ((await page.getByRole('dialog').count()) > 0 || (await account.count()) === 0) return
  await account.click()
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click()
}

async function photograph(browser: Browser, url: string, shot: Shot, look: Look): Promise<Picture[]> {
  const page = await open(browser, url, shot, look)
  if (shot.fold !== true) await unroll(page)
  const pictures: Picture[] = []
  for (const theme of THEMES) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    const parts = [look.size, theme, ...(look.language === 'nl' ? [] : [look.language])]
    const file = `${[shot.name, ...parts].join('.')}.png`
    await page.screenshot({ path: `${OUT}/${file}` })
    pictures.push({ shot: shot.name, look: parts.join(' · '), file })
  }
  await page.context().close()
  return pictures
}

async function tell(url: string): Promise<Shot[]> {
  const callers = new Map<string, Promise<Caller>>()
  const now = () => AT
  const call = (person: string) => {
    const known = callers.get(person) ?? callAs(url, person, now)
    callers.set(person, known)
    return known
  }
  const shots = await everyShot({ call, now })
  for (const caller of callers.values()) await (await caller).dispose()
  return shots.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.startsWith(part)))
}

if (wanted.length === 0) rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const server = await startServer(AT, true)
const browser = await chromium.launch({
  executablePath: findChromium(console.info),
  args: [...CHROMIUM_ARGS, '--lang=nl-NL'],
})
const pictures: Picture[] = []
try {
  const shots = await tell(server.url)
  for (const shot of shots)
    for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[])
      for (const language of LANGUAGES)
        try {
          pictures.push(...(await photograph(browser, server.url, shot, { size, language })))
        } catch (error) {
          console.error(`${shot.name}, ${size}: ${String(error).slice(0, 300)}`)
          process.exitCode = 1
        }
  pictures.push(...(await ownPictures(browser, { out: OUT, sizes: SIZES, themes: THEMES, wanted })))
  writeFileSync(`${OUT}/index.html`, contactSheet(pictures))
  console.info(`${pictures.length} pictures: ${OUT}/index.html`)
} finally {
  await browser.close()
  await server.stop()
}
