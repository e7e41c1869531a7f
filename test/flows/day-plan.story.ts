// The day's plan (R9) at the LCPS: made, followed, accepted in part, declined by one hospital, made anew.
import type { Page } from '@playwright/test'
import type { PlanDesk, PlanRow, PlanRows } from '#shared/wire/plans.ts'
import { hospitalShort } from '#shared/reference/names.ts'
import { showCode } from '#shared/transfers/transfer.ts'
import { expect, type Stage, test } from '#test/support/stage.ts'
import { filed, type Told } from '#test/support/told.ts'

const ORIGINS = ['catharina-eindhoven', 'jeroen-bosch', 'mumc-maastricht', 'zuyderland-heerlen']

async function handedOver(stage: Stage, from: string): Promise<Told> {
  const told = await filed(stage, {}, from)
  const rcps = await stage.call(told.rcps)
  await rcps.act('transfer.hand-over', { transfer: told.transfer, note: 'De regio zit boven haar aandeel.' })
  return told
}

async function rowsOf(stage: Stage): Promise<PlanRow[]> {
  const lcps = await stage.call('lcps@nl')
  const { last } = (await lcps.get<PlanDesk>('/api/plans?bed=ic')) as PlanDesk
  return ((await lcps.get<PlanRows>(`/api/plans/${last?.id}/rows`)) as PlanRows).rows
}

const line = (page: Page, { code }: { code: string }) =>
  page.getByRole('row').filter({ hasText: showCode(code) })

async function makePlan(page: Page, name: 'Bereken plan' | 'Bereken opnieuw'): Promise<void> {
  await page.getByRole('button', { name }).click()
  await expect(page.getByText(/(Zoekt kandidaten|Plaatst|Verdeelt|Controleert)/)).toBeHidden({
    timeout: 20_000,
  })
  await expect(page.getByText('bewezen optimaal')).toBeVisible({ timeout: 20_000 })
}

test('a plan is made, accepted in part, declined by one hospital, and made anew', async ({ stage }) => {
  const told: Told[] = []
  for (const from of ORIGINS) told.push(await handedOver(stage, from))
  const page = await stage.open('lcps@nl', '/dagplan')
  await expect(page.getByText('4 aanvragen te plannen')).toBeVisible()
  await makePlan(page, 'Bereken plan')
  await expect(page.getByText('4 van 4')).toBeVisible()
  const rows = await rowsOf(stage)
  const [left, declined, ...others] = rows
  if (left === undefined || declined === undefined) throw new Error('no rows')
  for (const row of rows) {
    await expect(line(page, row)).toContainText(hospitalShort(row.hospital ?? '') ?? '')
    await expect(line(page, row)).toContainText(`keus van ${row.of}`)
  }

  await line(page, left).getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: 'Bied 3 patiënten aan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stuur 3 keer aanbod' }).dblclick()
  for (const row of [declined, ...others]) await expect(line(page, row)).toContainText('Aangeboden')
  await expect(line(page, left)).toContainText('Nieuw')
  await expect(page.getByText('1 aanvraag te plannen')).toBeVisible()

  const desk = await stage.call(`bed-desk@${declined.hospital}`)
  await desk.act('reservation.decline', { reservation: declined.offer, reason: 'no-staff' })
  await expect(line(page, declined)).toContainText('Afgewezen')
  await expect(line(page, declined)).toContainText('Geen personeel')
  await expect(page.getByText('2 aanvragen te plannen')).toBeVisible()

  await makePlan(page, 'Bereken opnieuw')
  await expect(page.getByText('2 van 2')).toBeVisible()
  const again = await rowsOf(stage)
  const moved = again.find((one) => one.transfer === declined.transfer)
  expect(moved).toMatchObject({ was: declined.hospital, change: 'moved' })
  expect(moved?.hospital).not.toBe(declined.hospital)
  await expect(line(page, declined)).toContainText('Verplaatst')

  // Nothing changed: nobody moves.
  await makePlan(page, 'Bereken opnieuw')
  await expect(page.getByText('2 als eerder')).toBeVisible()
  const still = await rowsOf(stage)
  expect(still.map(({ hospital }) => hospital)).toEqual(again.map(({ hospital }) => hospital))
  await expect(page.getByRole('button', { name: 'Bied 2 patiënten aan' })).toBeVisible()
})

test('what a colleague has in hand, and what does not meet the criteria, is offered by nobody’s plan', async ({
  stage,
}) => {
  const [held, unmet] = [
    await handedOver(stage, 'jeroen-bosch'),
    await filed(stage, { familyInformed: false }, 'mumc-maastricht'),
  ]
  await (await stage.call(unmet.rcps)).act('transfer.hand-over', { transfer: unmet.transfer, note: 'Vol.' })
  await (await stage.call('lcps-deputy@nl')).act('transfer.claim', { transfer: held.transfer })
  const page = await stage.open('lcps@nl', '/dagplan')
  await makePlan(page, 'Bereken plan')
  await expect(line(page, held)).toContainText('Collega bezig')
  await expect(line(page, unmet)).toContainText('patiënt of familie ingelicht')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Bied/ })).toHaveCount(0)
})
