import type { Page } from '@playwright/test'
import { hospital } from '#shared/reference/hospitals.ts'
import { regionNames } from '#shared/reference/names.ts'
import { expect, test } from '#test/support/stage.ts'
import { confirmed, driven, filed, planned } from '#test/support/told.ts'

const code = (region: string): string => regionNames(region)?.code ?? region

/** Of one pair: wanted, named, under way, done. */
const figures = async (page: Page, from: string, to: string): Promise<string[]> => {
  const row = page.getByRole('row', { name: new RegExp(`${code(from)}.*${code(to)}`) })
  return (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\D*(?=\d)/, ''))
}

async function publish(lcps: Page): Promise<{ from: string; to: string }> {
  await lcps.getByRole('button', { name: 'Stel gewenste aantallen vast' }).click()
  const first = lcps.getByRole('spinbutton', { name: / → / }).first()
  await expect(first).toBeVisible()
  await lcps.getByText('Waarom deze aantallen').click()
  await expect(lcps.getByText(/boven aandeel, geeft/).first()).toBeVisible()
  await lcps.getByText('Voeg verplaatsing toe').click()
  await lcps.getByLabel('Van regio').selectOption({ label: code('nazmn') })
  await lcps.getByLabel('Naar regio').selectOption({ label: code('azo') })
  await lcps.getByRole('button', { name: 'Voeg toe' }).click()
  const own = lcps.getByRole('spinbutton', { name: 'NAZMN → AZO' })
  await own.fill('3')
  await lcps.getByRole('button', { name: 'Publiceer', exact: true }).click()
  await expect(lcps.getByText(/^Versie 1, gepubliceerd/)).toBeVisible()
  return { from: 'nazmn', to: 'azo' }
}

test('the LCPS publishes, an RCPS names, and what is done is counted, live', async ({ stage }) => {
  const [lcps, rcps] = await Promise.all([stage.open('lcps@nl', '/pecc'), stage.open('rcps@nazmn', '/pecc')])
  await expect(rcps.getByText('Vandaag is nog niets gewenst')).toBeVisible()
  const told = await filed(stage, {}, 'umc-utrecht')
  const pair = await publish(lcps)
  await expect.poll(() => figures(rcps, pair.from, pair.to)).toEqual(['3', '0', '0', '0'])

  await rcps.getByRole('button', { name: new RegExp(`^Noem .* voor ${code(pair.to)}$`) }).click()
  await expect.poll(() => figures(lcps, pair.from, pair.to)).toEqual(['3', '1', '0', '0'])
  await expect.poll(() => figures(rcps, pair.from, pair.to)).toEqual(['3', '1', '0', '0'])

  // Another version keeps what was named.
  await lcps.getByRole('button', { name: 'Herzie' }).click()
  await lcps.getByRole('spinbutton', { name: 'NAZMN → AZO' }).fill('2')
  await lcps.getByRole('button', { name: 'Publiceer', exact: true }).click()
  await expect(lcps.getByText(/^Versie 2, gepubliceerd/)).toBeVisible()
  await expect.poll(() => figures(rcps, pair.from, pair.to)).toEqual(['2', '1', '0', '0'])
  await expect(lcps.getByText('Eerdere versies')).toBeVisible()

  const to = 'radboudumc'
  expect(hospital(to)?.region).toBe(pair.to)
  const { transfer, reservation } = told
  const offer = { transfer, reservation, hospital: to, reason: 'De PECC vraagt om deze regio.' }
  await (await stage.call('lcps@nl')).act('transfer.offer', offer)
  const away = await planned(stage, await confirmed(stage, { ...told, to }))
  await driven(stage, away, 'departed')
  await expect.poll(() => figures(lcps, pair.from, pair.to)).toEqual(['2', '1', '1', '0'])
  const crew = await stage.call(`crew@${away.vehicle}`)
  await crew.act('ride.advance', { ride: away.ride, to: 'at-destination' })
  await expect.poll(() => figures(lcps, pair.from, pair.to)).toEqual(['2', '1', '0', '1'])

  // The map says the same; a region that is tapped tells its figures.
  await expect(lcps.locator('svg text', { hasText: '1/2' })).toBeVisible()
  await lcps.getByLabel('Regio', { exact: true }).selectOption(pair.to)
  await expect(lcps.getByText('1 van 2')).toBeVisible()
})
