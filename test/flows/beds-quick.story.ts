import type { Locator, Page } from '@playwright/test'
import { plus } from '#test/support/builders.ts'
import { figureOf } from '#test/support/screens.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'

/** What a tired person takes for one tap, looking included: as the request's own figure (docs/bench.md). */
const TAP_MS = 2600
const BUDGET_MS = 15_000

/** Counts the taps, and the time the app itself takes between the first and what ends them. */
function thumb() {
  let taps = 0
  let started = 0
  return {
    async tap(target: Locator) {
      taps += 1
      if (started === 0) started = Date.now()
      await target.tap()
    },
    taken: () => ({ taps, waited: Date.now() - started }),
  }
}
const more = (page: Page, figure: string, at = 0) =>
  page.getByRole('button', { name: `Meer: ${figure}` }).nth(at)
const received = (page: Page) => page.getByText(/^Ontvangen/).first()

test('reminded of old figures, a bed desk files what changed within 15 seconds of taps', async ({
  stage,
}) => {
  await stage.setClock(plus(5 * 60, stage.now()))
  const phone = await stage.open('bed-desk@radboudumc', '/', PHONE)
  const reminder = phone.locator('#main').getByText(/^Uw bedcijfers: laatst gemeld [5-9] u/)
  await expect(reminder).toBeVisible()

  const hand = thumb()
  await hand.tap(phone.getByRole('link', { name: 'Werk bedden bij' }))
  await expect(phone).toHaveURL(/\/bedden$/)
  const before = await figureOf(phone.getByRole('spinbutton', { name: /^Bezet/ }).first())
  expect(before).toBeGreaterThan(0)
  await hand.tap(more(phone, 'Bezet'))
  await hand.tap(more(phone, 'Bezet', 1))
  await hand.tap(phone.getByRole('button', { name: 'Meld bedden' }))
  await expect(received(phone)).toBeVisible()
  const { taps, waited } = hand.taken()
  console.info(`bed figures filed: ${taps} taps, ${waited} ms of the app's own`)
  expect(taps).toBeLessThanOrEqual(4)
  expect(taps * TAP_MS + waited).toBeLessThanOrEqual(BUDGET_MS)

  await expect(reminder).toBeHidden()
  const rcps = await stage.open('rcps@azo', '/bedden')
  const row = rcps.getByRole('row', { name: /^Radboudumc/ })
  await expect(row).toContainText(String(before + 1))
  await expect(row).toContainText(/bedcoördinator/)
})

test('the app’s shortcut opens the form; nothing changed is one tap', async ({ stage }) => {
  const phone = await stage.open('bed-desk@isala-zwolle', '/bedden', PHONE)
  const hand = thumb()
  await hand.tap(phone.getByRole('button', { name: 'Alles klopt nog' }))
  await expect(received(phone)).toBeVisible()
  const { taps, waited } = hand.taken()
  expect(taps * TAP_MS + waited).toBeLessThanOrEqual(BUDGET_MS)
  await expect(phone.getByRole('dialog')).toBeHidden()
})

test('a slip of the thumb is asked about before anybody reckons with it', async ({ stage }) => {
  const phone = await stage.open('bed-desk@isala-zwolle', '/bedden', PHONE)
  const staffed = phone.getByRole('spinbutton', { name: /^Operationeel/ }).first()
  await staffed.fill('60')
  await phone.getByRole('button', { name: 'Meld bedden' }).tap()
  const asked = phone.getByRole('dialog', { name: 'Grote wijziging. Klopt dit?' })
  await expect(asked.getByText(/IC operationeel: van \d+ naar 60/i)).toBeVisible()
  await asked.getByRole('button', { name: 'Nee, ga terug' }).tap()
  await expect(staffed).toHaveValue('60')
  const rcps = await stage.open('rcps@nazz', '/bedden')
  await expect(rcps.getByRole('row', { name: /^Isala Zwolle/ })).not.toContainText('60')
})
