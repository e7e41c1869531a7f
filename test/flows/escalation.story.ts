import type { Page } from '@playwright/test'
import { plus } from '#test/support/builders.ts'
import { turnOn } from '#test/support/screens.ts'
import { DESK, expect, PHONE, test } from '#test/support/stage.ts'
import { filed, offered } from '#test/support/told.ts'

const banner = (page: Page) => page.getByText('Eén melding wacht op u')
const isRung = async (page: Page) => {
  await expect(banner(page)).toBeVisible()
  await expect(page).toHaveTitle(/^\(1\) /)
}
const isQuiet = async (page: Page) => {
  await expect(banner(page)).toBeHidden()
  await expect(page).not.toHaveTitle(/^\(/)
}

test('an offer the desk does not acknowledge goes to the deputy, then to the RCPS, which takes it up', async ({
  stage,
}) => {
  test.slow()
  const told = await offered(stage, await filed(stage), 'radboudumc')
  const path = `/aanvragen/${told.transfer}`
  const desk = await stage.open(`bed-desk@${told.to}`, '/', DESK)
  const deputy = await stage.open(`bed-desk-deputy@${told.to}`, '/', PHONE)
  const rcps = await stage.open('rcps@azo', '/', DESK)
  const referrer = await stage.open(told.referrer, path, PHONE)

  await isRung(desk)
  await expect(desk.getByRole('alert')).toContainText('Radboudumc Nijmegen moet het aanbod openen')
  await isQuiet(deputy)
  await isQuiet(rcps)

  // Thirty minutes without an answer: the deputy.
  await stage.setClock(plus(31, stage.now()))
  await isRung(deputy)
  await isRung(desk)
  await isQuiet(rcps)
  await expect(
    referrer.getByText('Geëscaleerd naar de plaatsvervanger van Radboudumc Nijmegen'),
  ).toBeVisible()

  // Fifteen more: the RCPS of the hospital's region. Both sides see it.
  await stage.setClock(plus(16, stage.now()))
  await isRung(rcps)
  await expect(turnOn(referrer).getByText(/^Geëscaleerd naar RCPS/)).toBeVisible()
  await rcps.getByRole('link', { name: 'Bekijk meldingen' }).click()
  await expect(rcps.getByRole('heading', { name: 'Meldingen' })).toBeVisible()
  await expect(rcps.getByText(/^Geëscaleerd naar RCPS/)).toBeVisible()
  await rcps.getByRole('button', { name: 'Bevestig melding' }).click()

  // Acknowledged: it rings nowhere, and says by whom.
  for (const page of [rcps, desk, deputy]) await isQuiet(page)
  await expect(referrer.getByText(/^RCPS .* heeft het opgepakt/)).toBeVisible()

  // Nothing more happens by itself: the offer stands until somebody acts.
  await stage.setClock(plus(180, stage.now()))
  await expect(referrer.getByText(/^RCPS .* heeft het opgepakt/)).toBeVisible()
  await desk.goto(`${stage.url}/aanbod/${told.reservation}`)
  await expect(desk.getByText('U moet het aanbod openen')).toBeVisible()
})

test('the desk acknowledges on the list of alerts: that opens the offer', async ({ stage }) => {
  const told = await offered(stage, await filed(stage), 'radboudumc')
  const desk = await stage.open(`bed-desk@${told.to}`, '/meldingen', DESK)
  await desk.getByRole('button', { name: 'Bevestig melding' }).click()
  await expect(desk.getByText('Er wacht geen melding op u')).toBeVisible()
  await expect(desk.getByText('Radboudumc Nijmegen moet een bed bevestigen')).toBeVisible()
  await desk.getByRole('link', { name: /^Open overplaatsing/ }).click()
  await expect(desk.getByText('U moet een bed bevestigen')).toBeVisible()
})
