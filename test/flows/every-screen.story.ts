import type { Page } from '@playwright/test'
import { de } from '#web/i18n/de.ts'
import { en } from '#web/i18n/en.ts'
import { nl } from '#web/i18n/nl.ts'
import type { Dictionary } from '#web/i18n/t.ts'
import { axe } from '#test/support/axe.ts'
import { everyPlace, type Place } from '#test/support/places.ts'
import { expect, type Stage, test } from '#test/support/stage.ts'

const NARROW = { width: 320, height: 640 }

/** A word that should have been a sentence: `matching.claim.take`. */
const KEY = new RegExp(`\\b(${Object.keys(nl).join('|')})\\.[a-z][A-Za-z-]+(\\.[A-Za-z-]+)*\\b`, 'g')

const sentencesOf = (words: Dictionary): string[] =>
  Object.values(words).flatMap((area) => Object.values(area).filter((text) => typeof text === 'string'))
/** Besides Dutch, with what German needs: room. `foreign`: Dutch sentences that are not its own as well ("IC", "MICU"). */
const LANGUAGES = [en, de].map((words) => {
  const own = new Set(sentencesOf(words))
  return { words, foreign: new Set(sentencesOf(nl).filter((text) => !own.has(text) && text.length > 4)) }
})
const NAMES = ['English', 'Deutsch']

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Bezig met laden')).toHaveCount(0)
  await expect(page.getByRole('main')).not.toContainText('Verbinding zoeken')
}

/** All that a person reads or hears on it, a line each. */
const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const names = ['aria-label', 'title', 'placeholder']
    const said = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.title, ...document.body.innerText.split(/[\n\t]/), ...said].map((text) => text.trim())
  })

/** From one language to the next, by the account's sheet. */
async function speak(page: Page, from: Dictionary, to: Dictionary, name: string): Promise<void> {
  await page.getByRole('button', { name: String(from.app['account.open']).replace('{label}', '') }).click()
  await page.getByRole('dialog').getByRole('radio', { name }).check()
  await expect(page.getByRole('heading', { name: String(to.app['account.title']) })).toBeVisible()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: String(to.common.close), exact: true })
    .click()
}

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

async function inOtherLanguages(page: Page): Promise<string[]> {
  const found: string[] = []
  let spoken: Dictionary = nl
  for (const [at, { words, foreign }] of LANGUAGES.entries()) {
    const name = NAMES[at] ?? ''
    await speak(page, spoken, words, name)
    spoken = words
    const lines = await linesOf(page)
    found.push(...lines.flatMap((line) => line.match(KEY) ?? []))
    found.push(...lines.filter((line) => foreign.has(line)).map((line) => `Dutch in ${name}: ${line}`))
    const wide = await tooWide(page)
    if (wide > 0) found.push(`${name}: ${wide} px too wide at 320`)
  }
  return found
}

/** What is wrong with one screen at 320 px: width, both themes, every language without a reload. */
async function lookAt(stage: Stage, { person, path }: Place): Promise<string[]> {
  const page = await stage.open(person, path, NARROW)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await settled(page)
  const found: string[] = []
  const wide = await tooWide(page)
  if (wide > 0) found.push(`${wide} px too wide at 320`)
  found.push(...(await linesOf(page)).flatMap((line) => line.match(KEY) ?? []))
  for (const theme of ['light', 'dark']) {
    await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme)
    found.push(...(await axe(page)).map((line) => `${theme}: ${line}`))
  }
  if (person !== null) found.push(...(await inOtherLanguages(page)))
  await page.context().close()
  return found
}

/** So many stories, that none takes longer than a story may. */
const PARTS = 6
for (let part = 1; part <= PARTS; part += 1)
  test(`every screen, ${part} of ${PARTS}: fits 320 px, nothing for axe, every language whole`, async ({
    stage,
  }) => {
    stage.allow(/status of 40[14]/)
    const places = (await everyPlace(stage)).filter((_, at) => at % PARTS === part - 1)
    const found: string[] = []
    for (const place of places)
      for (const line of await lookAt(stage, place)) found.push(`${place.name}: ${line}`)
    expect(found).toEqual([])
  })
