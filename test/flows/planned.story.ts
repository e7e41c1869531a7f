import type { Page } from '@playwright/test'
import { turnOn, typeCode } from '#test/support/screens.ts'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'
import { filed, offered, type Told } from '#test/support/told.ts'

// A Saturday, 12:03 in Amsterdam: an offer confirmed at 12:05 drives the next morning.
test.use({ startsAt: '2026-11-21T11:03:00Z' })

const WINDOW = 'morgen zo 22 nov, 08:00–12:00'

async function confirmAtFivePast(stage: Stage, receiver: Page): Promise<void> {
  await receiver.getByRole('button', { name: 'Meld ontvangst' }).click()
  await receiver.getByLabel('Wie accepteert medisch?').fill('dienstdoend intensivist')
  await receiver.getByLabel('Telefoonlijn van die functie').fill('088 5550 201')
  await stage.setClock('2026-11-21T11:05:00Z')
  await receiver.getByRole('button', { name: 'Bied bed aan' }).click()
  await expect(receiver.getByText('Bed voor deze patiënt')).toBeVisible()
}

test('matched at 12:05, it drives the next morning: in words on every screen, outside it only with a reason', async ({
  stage,
}) => {
  const told = await offered(stage, await filed(stage))
  const doctor = await stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE)
  const receiver = await stage.open(`bed-desk@${told.to}`, `/aanbod/${told.reservation}`)
  const desk = await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${told.transfer}`)
  await confirmAtFivePast(stage, receiver)
  for (const page of [doctor, receiver, desk]) {
    await expect(turnOn(page)).toContainText('plant de rit')
    await expect(page.getByText(WINDOW).first()).toBeVisible()
  }
  await expect(desk.getByText('Bevestigd na 12:00: de volgende ochtend rijden.')).toBeVisible()

  await desk.getByLabel('Vertrek met patiënt').fill('2026-11-21T15:00')
  await expect(desk.getByText('Buiten het tijdvak', { exact: true })).toBeVisible()
  await desk.getByRole('radio', { name: /MICU Utrecht 1/ }).check()
  await desk.getByRole('button', { name: 'Plan de rit' }).click()
  await expect(
    desk.getByRole('link', { name: 'Schrijf waarom de rit buiten het tijdvak rijdt.' }),
  ).toBeVisible()
  await expect(turnOn(desk)).toContainText('U plant de rit')

  await desk.getByRole('button', { name: 'morgen zo 22 nov, 09:00' }).click()
  await expect(desk.getByText('Buiten het tijdvak', { exact: true })).toBeHidden()
  await desk.getByRole('button', { name: 'Plan de rit' }).click()
  for (const page of [doctor, receiver, desk])
    await expect(turnOn(page)).toContainText('Bemanning MICU Utrecht 1 moet de rit accepteren')
  await expect(doctor.getByText('morgen zo 22 nov, 09:00').first()).toBeVisible()

  const evening = await stage.open('crew@micu-umc-utrecht-1', '/rit', PHONE)
  await expect(evening.getByText('vertrek met patiënt morgen zo 22 nov, 09:00')).toBeVisible()
  await driveNextMorning(stage, told, evening)
})

async function driveNextMorning(stage: Stage, told: Told, crew: Page): Promise<void> {
  // Twelve hours on a session has ended: whoever signs in again is where it was.
  stage.allow(/status of 401/)
  await stage.setClock('2026-11-22T07:20:00Z')
  await crew.getByLabel('Zoek op plaats of rol').fill('bemanning micu utrecht 1')
  await crew.getByRole('button', { name: 'Bemanning, MICU Utrecht 1', exact: true }).tap()
  const doctor = await stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE)
  await expect(crew.getByText('vertrek met patiënt 09:00')).toBeVisible()
  for (const button of ['Accepteer rit', 'Rijd naar patiënt', 'Bij de patiënt', 'Meld vertrek'])
    await crew.getByRole('button', { name: button }).tap()
  await typeCode(crew, told.code.slice(-3))
  await expect(turnOn(doctor)).toContainText('is onderweg met de patiënt — sinds 08:2')
  await crew.getByRole('button', { name: 'Meld aankomst' }).tap()
  await expect(turnOn(doctor)).toContainText('draagt de patiënt over')
}
