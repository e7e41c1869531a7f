import type { Locator, Page } from '@playwright/test'
import { expect, type Stage, test } from '#test/support/stage.ts'

const IC = 'Aandeel per groep, IC'
const rowOf = (page: Page, table: string, name: string): Locator =>
  page.getByRole('table', { name: table }).getByRole('row', { name })

/** The group's share as the board shows it. */
async function targetOf(page: Page, name: string, table = IC): Promise<number> {
  await expect(rowOf(page, table, name)).toBeVisible()
  const cells = await rowOf(page, table, name).getByRole('cell').allInnerTexts()
  return Number(cells[2])
}

async function targets(page: Page): Promise<number[]> {
  const rows = page.getByRole('table', { name: IC }).getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  const cells = await rows.evaluateAll((all) =>
    all.slice(1).map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)),
  )
  return cells.map((row) => Number(row[2])).filter((target) => !Number.isNaN(target))
}

const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0)

/** From this minute on, with a reason. */
async function fromNow(page: Page, reason: string, submit: string): Promise<void> {
  await page.getByRole('button', { name: 'Nu', exact: true }).click()
  await page.getByRole('textbox', { name: /^Reden/ }).fill(reason)
  await page.getByRole('button', { name: submit, exact: true }).click()
}

async function still(pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.evaluate(() => document.body.setAttribute('data-still', 'here'))
}
async function stayed(pages: readonly Page[]): Promise<void> {
  for (const page of pages) expect(await page.evaluate(() => document.body.dataset.still)).toBe('here')
}

test('an exemption of the ROAZ chairs changes every share at once, on open screens, and its end restores it', async ({
  stage,
}) => {
  const [chairs, lcps] = await Promise.all([
    stage.open('secretary@roaz-chairs', '/verdeling'),
    stage.open('lcps@nl', '/verdeling'),
  ])
  await still([lcps])
  const before = await targets(lcps)
  const brabant = await targetOf(lcps, 'NAZB')
  const own = Number(await rowOf(lcps, IC, 'AZO').getByRole('cell').nth(1).innerText())
  await chairs.getByRole('button', { name: 'Leg een vrijstelling vast' }).click()
  await chairs.getByLabel('Groep').selectOption({ label: 'AZO' })
  await fromNow(chairs, 'Brand in een IC, tien bedden dicht.', 'Leg vast')

  await expect(rowOf(lcps, IC, 'AZO')).toContainText('vrijgesteld')
  await expect(rowOf(lcps, 'Vrijstellingen', 'AZO')).toContainText('geldt nu')
  await expect.poll(() => targetOf(lcps, 'NAZB')).not.toBe(brabant)
  // Whoever takes part shares the patients of those who do.
  const during = await targets(lcps)
  expect(sum(during)).toBe(sum(before) - own)
  expect(during.length).toBe(before.length - 1)

  await rowOf(chairs, 'Vrijstellingen', 'AZO').getByRole('button', { name: 'Beëindig' }).click()
  await chairs.getByRole('dialog').getByLabel('Waarom nu').fill('De bedden zijn weer open.')
  await chairs.getByRole('dialog').getByRole('button', { name: 'Beëindig' }).click()
  await expect.poll(() => targetOf(lcps, 'NAZB')).toBe(brabant)
  expect(sum(await targets(lcps))).toBe(sum(before))
  await stayed([lcps])
})

/** The report's own table of the same shares. */
async function reported(stage: Stage, name: string): Promise<number> {
  const page = await stage.open('lcps@nl', '/rapport')
  const figure = page.getByRole('figure').filter({ hasText: 'Patiënten per groep, IC' })
  await figure.getByText('Dezelfde cijfers als tabel').click()
  await expect(figure.getByRole('row', { name })).toBeVisible()
  const cells = await figure.getByRole('row', { name }).getByRole('cell').allInnerTexts()
  return Number(cells[1])
}

test('a new key set holds on the board and in the report, with the same figures', async ({ stage }) => {
  const [lcps, observer] = await Promise.all([
    stage.open('lcps@nl', '/verdeling'),
    stage.open('rcps@azo', '/verdeling'),
  ])
  await still([observer])
  const before = await targetOf(observer, 'AZO')
  await lcps.getByRole('button', { name: 'Leg een nieuwe sleutel vast' }).click()
  await lcps.getByLabel('AZO', { exact: true }).fill('20')
  await fromNow(lcps, 'Herijkt na opschaling.', 'Leg de sleutel vast')
  await expect.poll(() => targetOf(observer, 'AZO')).toBeGreaterThan(before)
  await expect(observer.getByText(/sleutel van LCPS/)).toBeVisible()
  await stayed([observer])
  expect(await reported(stage, 'AZO')).toBe(await targetOf(observer, 'AZO'))
  expect(await reported(stage, 'NAZB')).toBe(await targetOf(observer, 'NAZB'))
})

test('a region divides its patients by its own key, and its RCPS sees it without a reload', async ({
  stage,
}) => {
  const table = 'Aandeel per ziekenhuis, IC'
  const [secretary, rcps] = await Promise.all([
    stage.open('secretary@nazmn', '/regio/nazmn'),
    stage.open('rcps@nazmn', '/regio/nazmn'),
  ])
  await still([rcps])
  const before = await targetOf(rcps, 'UMC Utrecht', table)
  await secretary.getByRole('button', { name: 'Stel de regiosleutel in' }).click()
  await secretary.getByLabel('UMC Utrecht').fill('100')
  await fromNow(secretary, 'Het UMC neemt de zwaarste patiënten.', 'Leg de sleutel vast')
  await expect.poll(() => targetOf(rcps, 'UMC Utrecht', table)).toBeGreaterThan(before)
  await expect(rcps.getByText(/eigen sleutel van de regio, sinds/)).toBeVisible()
  await stayed([rcps])
})
