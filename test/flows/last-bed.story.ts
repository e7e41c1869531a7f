import type { Page } from '@playwright/test'
import { showCode } from '#shared/transfers/transfer.ts'
import { expect, type Stage, test } from '#test/support/stage.ts'
import { filed, offered, type Told } from '#test/support/told.ts'

const HOSPITAL = 'radboudumc'

/** One IC bed is left, and none behind it. */
async function oneBedLeft(stage: Stage): Promise<void> {
  const desk = await stage.call(`bed-desk@${HOSPITAL}`)
  await desk.act('beds.report', {
    hospital: HOSPITAL,
    bed: 'ic',
    operational: 10,
    occupied: 9,
    crisis: 0,
    boss: 0,
    addable24h: 0,
    intakeStop: null,
  })
}

async function readyToConfirm(stage: Stage, told: Told): Promise<Page> {
  const desk = await stage.open(`bed-desk@${HOSPITAL}`, `/aanbod/${told.reservation}`)
  await desk.getByRole('button', { name: 'Meld ontvangst' }).click()
  await desk.getByLabel('Wie accepteert medisch?').fill('dienstdoend intensivist')
  await desk.getByLabel('Telefoonlijn van die functie').fill('088 5550 201')
  return desk
}

test('two desks and one last bed: one has it, the other is told kindly to whom it went', async ({
  stage,
}) => {
  stage.allow(/status of 409/)
  const tolds = [
    await offered(stage, await filed(stage), HOSPITAL),
    await offered(stage, await filed(stage), HOSPITAL),
  ]
  await oneBedLeft(stage)
  const desks = await Promise.all(tolds.map((told) => readyToConfirm(stage, told)))
  await Promise.all(desks.map((desk) => desk.getByRole('button', { name: 'Bied bed aan' }).click()))

  const won = (desk: Page) => desk.getByText('Bed voor deze patiënt')
  const lost = (desk: Page) => desk.getByText(/Het laatste bed is net vergeven/)
  for (const desk of desks) await expect(won(desk).or(lost(desk)).first()).toBeVisible()
  // Each shows its own answer at once; the server's comes after it.
  const winning = () => Promise.all(desks.map((desk) => won(desk).isVisible()))
  await expect.poll(async () => (await winning()).toSorted()).toEqual([false, true])
  const winners = await winning()
  const [loser] = desks.filter((_, index) => !winners[index])
  const [winner] = tolds.filter((_, index) => winners[index])
  if (loser === undefined || winner === undefined) throw new Error('no winner')
  await expect(lost(loser)).toBeVisible()
  await expect(loser.getByText(`aan ${showCode(winner.code)}`)).toBeVisible()
  await expect(loser.getByText(/^ontvangen .*Bed bevestigd/)).toBeHidden()
  // The answer that is left is still there to give: the patient is not forgotten.
  await expect(loser.getByRole('button', { name: 'Wijs af' })).toBeVisible()
})
