// A MICU shortage: the own centre's vehicle drives, a neighbour refuses, the nation does not answer, and an extra team by
// decision of db-lnaz drives it.
import type { Page } from '@playwright/test'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'
import { confirmed, driven, filed, offered, planned, type Told } from '#test/support/told.ts'

const URGENT = {
  kind: 'urgent',
  ground: 'bed-shortage',
  purpose: 'capacity',
  admissionReason: 'other',
} as const
const OWN = 'transport-desk@micu-umc-utrecht'
const NEIGHBOUR = 'transport-desk@micu-amsterdam-umc-amc'

/** The own MICU is on its way with somebody else; a second patient waits for a vehicle. */
async function shortage(stage: Stage): Promise<Told> {
  const first = await confirmed(stage, await offered(stage, await filed(stage, {}, 'umc-utrecht')))
  await driven(stage, await planned(stage, first, { vehicle: 'micu-umc-utrecht-1' }), 'at-origin')
  return confirmed(stage, await offered(stage, await filed(stage, URGENT, 'umc-utrecht')))
}

const asks = (page: Page) => page.getByRole('region', { name: 'Gevraagde hulp' })
const minutesLater = async (stage: Stage, minutes: number) =>
  stage.setClock(new Date(Date.parse(stage.now()) + minutes * 60_000).toISOString())

test('MICU shortage: a neighbour refuses, the nation is silent, an extra team by decision drives it', async ({
  stage,
}) => {
  const told = await shortage(stage)
  const own = await stage.open(OWN, `/vervoer/${told.transfer}`)
  await expect(own.getByText(/Uw eigen MICU is bezet tot \d\d:\d\d\./)).toBeVisible()
  const neighbour = await stage.open(NEIGHBOUR, '/ritten')
  const far = await stage.open('transport-desk@micu-umcg-groningen', '/')
  await own.getByRole('button', { name: 'Vraag MICU-hulp' }).click()
  await expect(own.getByText(/Buren: antwoord vóór \d\d:\d\d/)).toBeVisible()

  // The neighbour hears who asks, the route and when; nothing of the patient, and nobody further hears of it.
  await expect(asks(neighbour)).toContainText('MICU UMC Utrecht vraagt een MICU')
  await expect(asks(neighbour)).toContainText('UMC Utrecht →')
  await expect(asks(neighbour)).not.toContainText(told.code.slice(0, 3))
  await expect(far.getByRole('link', { name: 'Bekijk meldingen' })).toBeHidden()
  await asks(neighbour).getByRole('button', { name: 'Kan niet' }).click()
  await neighbour.getByRole('dialog').getByRole('radio', { name: 'geen bemanning' }).check()
  await neighbour.getByRole('dialog').getByRole('button', { name: 'Kan niet' }).click()
  await expect(own.getByText('kan niet: geen bemanning')).toBeVisible()
  await expect(asks(neighbour)).toBeHidden()

  // The other neighbour's clock runs out: the nation is asked, and does not answer either.
  await minutesLater(stage, 11)
  await expect(own.getByText(/Landelijk: antwoord vóór/)).toBeVisible()
  // Its stream was silent while the clock jumped.
  await far.getByRole('link', { name: 'Bekijk meldingen' }).click({ timeout: 60_000 })
  await expect(asks(far)).toContainText('vraagt een MICU')
  await own.getByRole('button', { name: 'Wacht niet, ga verder' }).click()
  await expect(own.getByText(/Extra team: antwoord vóór/)).toBeVisible()

  // It costs IC beds: db-lnaz decides.
  const body = await stage.open('secretary@db-lnaz', '/vloot')
  await expect(asks(body)).toContainText('vraagt een extra MICU-team')
  await asks(body).getByRole('button', { name: 'Zet een extra team in' }).click()
  const dialog = body.getByRole('dialog')
  await dialog.getByLabel('MICU-centrum').selectOption({ label: 'MICU Radboudumc' })
  await dialog.getByRole('spinbutton').fill('2')
  await dialog.getByRole('button', { name: 'Zet een extra team in' }).click()
  await expect(asks(body)).toBeHidden()
  await expect(body.getByText(/tot morgen .*kost 2 IC-bedden, besluit van/)).toBeVisible()

  // The promise becomes the ride.
  await expect(own.getByText(/zegt MICU Nijmegen 2 toe/)).toBeVisible()
  await own.getByRole('button', { name: 'Neem over in de rit' }).click()
  await own.getByRole('button', { name: 'Plan de rit' }).click()
  await expect(own.getByRole('heading', { name: 'Rit', exact: true })).toBeVisible()
  await expect(own.getByText('MICU Nijmegen 2').first()).toBeVisible()
  await expect(own.getByText('Zo is hulp gevraagd')).toBeVisible()

  // The team's own crew signs in and drives it.
  const crew = await stage.open('crew@micu-radboudumc-2', '/rit', PHONE)
  await crew.getByRole('button', { name: /Accepteer/ }).tap()
  await expect(own.getByText('Geaccepteerd').first()).toBeVisible()
})
