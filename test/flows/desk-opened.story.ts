// The coordination desk where its forms are open and its results stand: nothing for axe, nothing too wide on a phone.
import type { Page } from '@playwright/test'
import { faultsOf } from '#test/support/screen-faults.ts'
import { expect, type Stage, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

const NARROW = { width: 320, height: 640 }

/** Opens a screen, does what opens its form, and looks at it. */
async function opened(
  stage: Stage,
  person: string,
  path: string,
  open: (page: Page) => Promise<void>,
): Promise<string[]> {
  const page = await stage.open(person, path, NARROW)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  const found = await faultsOf(page, path)
  await page.context().close()
  return found
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().tap()

test('every form of the coordination desk, open on the smallest phone', async ({ stage }) => {
  const found = [
    ...(await opened(stage, 'lcps@nl', '/pecc', async (page) => {
      await press('Stel gewenste aantallen vast')(page)
      await page.getByText('Waarom deze aantallen').tap()
      await page.getByText('Voeg verplaatsing toe').tap()
      await expect(page.getByLabel('Van regio')).toBeVisible()
    })),
    ...(await opened(stage, 'secretary@roaz-chairs', '/verdeling', press('Leg een vrijstelling vast'))),
    ...(await opened(stage, 'lcps@nl', '/verdeling', press('Leg een nieuwe sleutel vast'))),
    ...(await opened(stage, 'secretary@nazmn', '/regio/nazmn', press('Stel de regiosleutel in'))),
    ...(await opened(stage, 'secretary@db-lnaz', '/fasen', press(/^Leg .*vast|^Kondig/))),
    ...(await opened(stage, 'admin@brancard', '/buitenland', press('Voer een ziekenhuis in'))),
    ...(await opened(stage, 'rcps@azo', '/bedden?bed=ic&ziekenhuis=radboudumc', async (page) => {
      await page.getByText('Corrigeer IC').tap()
    })),
    ...(await opened(stage, 'bed-desk@isala-zwolle', '/bedden', async (page) => {
      await page
        .getByRole('spinbutton', { name: /^Operationeel/ })
        .first()
        .fill('60')
      await press('Meld bedden')(page)
      await expect(page.getByRole('dialog', { name: /Grote wijziging/ })).toBeVisible()
    })),
    ...(await opened(stage, 'bed-desk@radboudumc', '/bedden/bestand', async (page) => {
      const lines = ['hospital;bed;observedAt;operational;occupied', `radboudumc;ic;${stage.now()};12,5;3`]
      lines.push(`radboudumc;ward;${stage.now()};700;300`, 'nergens;ic;gisteren;-1;x')
      await page.getByLabel('CSV-bestand').setInputFiles({
        name: 'bedden.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(lines.join('\n')),
      })
      await press('Probeer')(page)
      await expect(page.getByRole('table', { name: 'Wat er niet klopt' })).toBeVisible()
    })),
  ]
  expect(found).toEqual([])
})

test('a made plan, its other possibilities and its acceptance on the smallest phone', async ({ stage }) => {
  for (const from of ['catharina-eindhoven', 'mumc-maastricht', 'jeroen-bosch']) {
    const told = await filed(stage, {}, from)
    const rcps = await stage.call(told.rcps)
    await rcps.act('transfer.hand-over', { transfer: told.transfer, note: 'Boven aandeel.' })
  }
  const page = await stage.open('lcps@nl', '/dagplan', NARROW)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await press('Bereken plan')(page)
  await expect(page.getByText('bewezen optimaal')).toBeVisible({ timeout: 20_000 })
  for (const summary of await page.locator('main summary').all()) await summary.tap()
  const found = await faultsOf(page, 'made')
  await press(/^Bied 3 patiënten aan/)(page)
  await expect(page.getByRole('dialog')).toBeVisible()
  found.push(...(await faultsOf(page, 'accepting')))
  expect(found).toEqual([])
})
