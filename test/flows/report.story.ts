import { readFileSync } from 'node:fs'
import { expect, test } from '#test/support/stage.ts'
import { driven, withRide } from '#test/support/told.ts'

test('the LCPS reads the day’s report, turns to the week, takes a table along and prints it', async ({
  stage,
}) => {
  const page = await stage.open('lcps@nl', '/')
  await page.getByRole('link', { name: 'Rapport' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dagrapport' })).toBeVisible()
  await expect(page.getByText('za 21 nov').first()).toBeVisible()
  await expect(page.getByRole('img', { name: /^IC: \d+ bezet van \d+ op za 21 nov/ })).toBeVisible()

  // The same beds as on the boards.
  const beds = page.getByRole('table', { name: 'Bedden, IC' })
  await expect(beds.getByRole('row', { name: /^NAZB/ })).toBeVisible()
  const cells = await beds.getByRole('row', { name: /^NAZB/ }).getByRole('cell').allInnerTexts()
  const board = await stage.open('lcps@nl', '/bedden?bed=ic')
  const row = board.getByRole('row', { name: /^NAZB/ })
  await expect(row).toBeVisible()
  const onBoard = await row.getByRole('gridcell').allInnerTexts()
  expect([cells[0], cells[1], cells[3]]).toEqual([onBoard[2], onBoard[3], onBoard[4]])
  expect(cells[6]).toBe(onBoard[0])

  await page.getByRole('link', { name: 'Week', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Weekrapport' })).toBeVisible()
  await page.getByRole('link', { name: 'Vorige' }).click()
  await expect(page.getByText('ma 9 nov – zo 15 nov').first()).toBeVisible()
  await expect(page).toHaveURL(/periode=week/)

  const loading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV: Aanvragen en overplaatsingen' }).click()
  const saved = await loading
  expect(saved.suggestedFilename()).toBe('flow-2026-11-15.csv')
  const [heads, nation] = readFileSync(await saved.path(), 'utf8').split('\r\n')
  expect(heads).toBe('\uFEFFfrom_day;until_day;place;bed;track;filed;moved;arrived;ended')
  expect(nation).toMatch(/^2026-11-09;2026-11-15;nl;ic;all;\d+;\d+;\d+;\d+$/)

  const pdf = await page.pdf({ preferCSSPageSize: true })
  const text = pdf.toString('latin1')
  expect(pdf.byteLength).toBeGreaterThan(30_000)
  // A4 in points.
  expect(text).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  expect((text.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print of bewaar als pdf' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Weekrapport' })).toBeVisible()
  const sheet = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('page'))
  expect(sheet).toBe('report-demo')
})

test('an observer sees no group under five, and a region its own', async ({ stage }) => {
  const page = await stage.open('observer@igj', '/rapport?dag=2026-11-20')
  await expect(page.getByText('Aantallen onder vijf staan er niet')).toBeVisible()
  for (const level of ['IC', 'Kliniek'])
    for (const name of [`Per gebied, ${level}`, `Per spoor, ${level}, Nederland`]) {
      const cells = page.getByRole('table', { name, exact: true }).getByRole('cell')
      await expect(cells.nth(10)).toBeVisible()
      const told = await cells.allInnerTexts()
      expect(told.filter((text) => text !== '–' && Number(text.replace('.', '')) < 5)).toEqual([])
    }
  await expect(
    page.getByRole('table', { name: 'Per spoor, IC, Nederland' }).getByText(/^\d+$/).first(),
  ).toBeVisible()

  const region = await stage.open('rcps@nazb', '/rapport?dag=2026-11-20')
  const areas = region.getByRole('table', { name: 'Per gebied, IC', exact: true }).getByRole('rowheader')
  await expect(areas).toHaveText(['Nederland', 'NAZB'])
  await expect(region.getByLabel('Gebied').getByRole('option')).toHaveText(['Nederland', 'NAZB'])
})

/** What would tell of one patient: a transfer's id, a code. */
const ONE = /[0-9a-f]{8}-[0-9a-f]{4}-4|\b[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}\b/

test('an observer takes a week along on paper and as a table: nothing of a patient, no small group', async ({
  stage,
}) => {
  const page = await stage.open('observer@igj', '/rapport')
  await expect(page.getByRole('heading', { level: 1, name: 'Dagrapport' })).toBeVisible()
  const answered = page.waitForResponse((answer) => answer.url().includes('/api/reports/day'))
  await page.getByRole('link', { name: 'Week', exact: true }).click()
  expect(await (await answered).text()).not.toMatch(ONE)
  await page.getByRole('link', { name: 'Vorige' }).click()
  await expect(page.getByText('ma 9 nov – zo 15 nov').first()).toBeVisible()

  const loading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV: Aanvragen en overplaatsingen' }).click()
  const lines = readFileSync(await (await loading).path(), 'utf8')
    .split('\r\n')
    .slice(1)
    .filter(Boolean)
  const counts = lines.flatMap((line) => line.split(';').slice(5))
  expect(counts).toContain('')
  expect(counts.filter((count) => count !== '' && Number(count) < 5)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  const paper = await page.evaluate(() => document.body.innerText)
  expect(paper).toContain('Weekrapport')
  expect(paper).toContain('Aantallen onder vijf staan er niet')
  expect(paper).not.toMatch(ONE)
  // Charts are no larger on paper than on the screen, and no table is cut at the sheet's edge.
  const sheet = { width: 690, height: 1000 }
  await page.setViewportSize(sheet)
  const over = await page.evaluate(
    () =>
      [...document.querySelectorAll('.report table, .report svg')].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      ).length,
  )
  expect(over).toBe(0)
  await expect(page.getByRole('link', { name: 'Bord' })).toHaveCount(0)
})

test('the prognosis stands beside its past errors, and is told a region at a time', async ({ stage }) => {
  const page = await stage.open('lcps@nl', '/rapport')
  await page.getByRole('link', { name: 'Prognose' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Prognose' })).toBeVisible()
  await expect(
    page.getByRole('img', {
      name: /^Nederland, IC: \d+ op za 21 nov, verwacht \d+ over zeven dagen, tussen/,
    }),
  ).toBeVisible()
  const past = page.getByRole('table', { name: 'Nederland, IC', exact: true }).last()
  await expect(past.getByRole('row', { name: /^7 dagen [\d,]+ \d+%$/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Gebied' }).selectOption('NAZB')
  await expect(page.getByRole('img', { name: /^NAZB, Kliniek/ })).toBeVisible()
  await expect(page.getByText('van vandaag').first()).toBeVisible()
})

test('how long rides took: the same waits as the report’s, taken along as a file; an observer reads no ride', async ({
  stage,
}) => {
  stage.allow(/status of 401/)
  const told = await withRide(stage)
  await stage.setClock(new Date(Date.parse(stage.now()) + 31 * 60_000).toISOString())
  await driven(stage, told, 'departed')
  const crew = await stage.call(`crew@${told.vehicle}`)
  await crew.act('ride.note', { ride: told.ride, note: 'traffic' })
  await stage.setClock(new Date(Date.parse(stage.now()) + 42 * 60_000).toISOString())
  await crew.act('ride.advance', { ride: told.ride, to: 'at-destination' })

  const page = await stage.open('lcps@nl', '/rapport')
  const waits = page.getByRole('img', { name: 'Mediaan en negentigste percentiel per stap, IC.' })
  await expect(waits).toBeVisible()
  const inReport = await waits.locator('text').allTextContents()
  await page.getByRole('link', { name: 'Ritten' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hoe lang ritten duurden' })).toBeVisible()
  await expect(page).toHaveURL(/deel=ritten/)
  const parts = page.getByRole('img', { name: /^Mediaan en negentigste percentiel per deel van 1 / })
  await expect(parts).toBeVisible()
  const here = await parts.locator('text').allTextContents()
  for (const name of ['Wachten op vertrek', 'Onderweg']) {
    const at = inReport.indexOf(name)
    expect(at).toBeGreaterThan(-1)
    expect(here[here.indexOf(name) + 1]).toBe(inReport[at + 1])
  }
  expect(here[here.indexOf('Onderweg') + 1]).toBe('42 min · 42 min')
  const delays = page.getByRole('table', { name: 'Per reden van vertraging' })
  await expect(delays.getByRole('row', { name: /^File of omleiding/ })).toContainText('42 · 42 n 1')

  const loading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV: ritten' }).click()
  const [heads, line] = readFileSync(await (await loading).path(), 'utf8').split('\r\n')
  expect(heads).toMatch(/^\uFEFFarrival_day;ride;track;from;to;/)
  expect(line).toMatch(
    new RegExp(`^2026-11-21;${told.ride};planned;${told.from};${told.to};.*;42;;traffic;$`),
  )

  const observer = await stage.open('observer@igj', '/rapport?deel=ritten')
  await expect(observer.getByText('Aantallen onder vijf staan er niet')).toBeVisible()
  await expect(observer.getByRole('table', { name: 'Per rit' })).toHaveCount(0)
  await expect(observer.getByText(/42/)).toHaveCount(0)
  await observer.getByLabel('Periode').selectOption({ label: 'Week' })
  await expect(observer).toHaveURL(/deel=ritten&periode=week/)
})
