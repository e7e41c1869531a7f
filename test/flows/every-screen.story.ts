import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { en } from '#web/i18n/en.ts'
import { nl } from '#web/i18n/nl.ts'
import { everyPlace, type Place } from '#test/support/places.ts'
import { expect, type Stage, test } from '#test/support/stage.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const NARROW = { width: 320, height: 640 }

/** A word that should have been a sentence: `matching.claim.take`. */
const KEY = new RegExp(`\\b(${Object.keys(nl).join('|')})\\.[a-z][A-Za-z-]+(\\.[A-Za-z-]+)*\\b`, 'g')

const sentencesOf = (words: typeof nl | typeof en): string[] =>
  Object.values(words).flatMap((area) => Object.values(area).filter((text) => typeof text === 'string'))
const english = new Set(sentencesOf(en))
/** Dutch sentences that are not English ones as well ("IC" is a word here, "MICU" in both). */
const dutch = new Set(sentencesOf(nl).filter((text) => !english.has(text) && text.length > 4))

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

type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }

async function axe(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<{ violations: Violation[] }>(`${AXE}; axe.run()`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
  )
}

async function speakEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Wie ik ben/ }).click()
  await page.getByRole('radio', { name: 'English' }).check()
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
}

/** What is wrong with one screen at 320 px: width, both themes, both languages without a reload. */
async function lookAt(stage: Stage, { person, path }: Place): Promise<string[]> {
  const page = await stage.open(person, path, NARROW)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await settled(page)
  const found: string[] = []
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) found.push(`${wide} px too wide at 320`)
  found.push(...(await linesOf(page)).flatMap((line) => line.match(KEY) ?? []))
  for (const theme of ['light', 'dark']) {
    await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme)
    found.push(...(await axe(page)).map((line) => `${theme}: ${line}`))
  }
  if (person !== null) {
    await speakEnglish(page)
    const lines = await linesOf(page)
    found.push(...lines.flatMap((line) => line.match(KEY) ?? []))
    found.push(...lines.filter((line) => dutch.has(line)).map((line) => `Dutch in English: ${line}`))
  }
  await page.context().close()
  return found
}

for (const [half, title] of [
  [0, 'before a bed is found'],
  [1, 'from the bed to the end'],
] as const)
  test(`every screen, ${title}: fits 320 px, nothing for axe, both languages whole`, async ({ stage }) => {
    stage.allow(/status of 40[14]/)
    const places = await everyPlace(stage)
    const middle = Math.ceil(places.length / 2)
    const found: string[] = []
    for (const place of half === 0 ? places.slice(0, middle) : places.slice(middle))
      for (const line of await lookAt(stage, place)) found.push(`${place.name}: ${line}`)
    expect(found).toEqual([])
  })
