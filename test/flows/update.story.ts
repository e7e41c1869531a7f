import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answer, icShortage } from '#test/support/filing.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'

// The installed app lives by the machine's own clock, and so must its server.
test.use({ startsAt: new Date().toISOString() })

const FIRST = process.env.DIST ?? 'dist'

/** The same client as a later version: another page, and a service worker that knows it by another revision. */
function laterBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'brancard-build-'))
  cpSync(FIRST, folder, { recursive: true })
  const change = (name: string, edit: (text: string) => string) => {
    const path = join(folder, name)
    const before = readFileSync(path, 'utf8')
    const after = edit(before)
    expect(after, `${name} did not change`).not.toBe(before)
    writeFileSync(path, after)
    for (const ending of ['.br', '.gz']) rmSync(path + ending, { force: true })
  }
  change('index.html', (page) => page.replace('<head>', '<head><meta name="build" content="later">'))
  change('service-worker.js', (code) =>
    code.replace(
      /("?revision"?:\s*["'`])[0-9a-f]{8}([^"'`]*["'`],\s*"?url"?:\s*["'`]index\.html)/,
      '$1deadbeef$2',
    ),
  )
  return folder
}

const build = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name=build]')?.getAttribute('content') ?? 'first')

test('an update that arrives in the middle of a draft waits, and takes nothing typed away', async ({
  stage,
}) => {
  stage.allow(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY/)
  const phone = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE, { installed: true })
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await phone.reload()
  await phone.evaluate(() => {
    Reflect.set(window, 'same', true)
  })
  await answer(phone, { Geslacht: 'Man' }, { Leeftijd: '61' })

  const later = laterBuild()
  await stage.restart(later)
  await phone.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(phone.getByText('Er is een nieuwe versie')).toBeVisible()
  // It says so and waits: the same page, what was typed on it, and more can be typed.
  expect(await phone.evaluate(() => Reflect.get(window, 'same'))).toBe(true)
  await answer(phone, {}, { Gewicht: '82', ...pick(icShortage.typed, 'SpO₂') })
  expect(await build(phone)).toBe('first')
  // The server is found again: what stands above the button is as high as it stays.
  await expect(phone.getByText('Actueel', { exact: true })).toBeVisible()

  await phone.getByRole('button', { name: 'Ververs nu' }).tap()
  await expect.poll(() => build(phone).catch(() => '')).toBe('later')
  for (const [label, typed] of [
    ['Leeftijd', '61'],
    ['Gewicht', '82'],
    ['SpO₂', '94'],
  ] as const)
    await expect(phone.getByLabel(label, { exact: true })).toHaveValue(typed)
  await expect(phone.getByText('Er is een nieuwe versie')).toBeHidden()
  rmSync(later, { recursive: true, force: true })
})

const pick = (typed: Record<string, string>, label: string) => ({ [label]: typed[label] ?? '' })
