import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { Ride } from '#shared/rides/ride.ts'
import { aRide, aTransfer, ids, people, places } from '#test/support/builders.ts'
import { signedIn, snapshotOf } from '#test/support/signed-in.ts'
import '#test/support/dialogs.ts'

type Page = Awaited<ReturnType<typeof signedIn>>
let page: Page

vi.setConfig({ testTimeout: 30_000 })
afterEach(async () => {
  cleanup()
  await page.leave()
})

/** A busy machine. */
const PATIENCE = { timeout: 4000 }
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const times = { accepted: { at: soon(-4), entered: soon(-4) } }

async function drive(ride: Partial<Ride>) {
  const state = ride.state === 'departed' ? 'in-transit' : 'planned'
  page = await signedIn(people.crew, {
    snapshot: snapshotOf({
      transfers: [aTransfer({ state, to: places.to, ride: ids.ride, vehicle: places.vehicle })],
      rides: [aRide({ departAt: soon(30), crew: people.crew.id, times, ...ride })],
    }),
    command: () => Promise.reject(new TypeError('no network')),
  })
  const { default: MyRide } = await import('#web/screens/my-ride.tsx')
  await (await import('#web/i18n/t.ts')).loadWords()
  render(() => <MyRide />)
}
const button = (name: RegExp | string) => screen.findByRole('button', { name }, PATIENCE)
const press = async (name: RegExp | string) => fireEvent.click(await button(name))
const queued = async () =>
  (await page.db.outbox.orderBy('seq').toArray()).map(({ name, command }) => [name, command?.payload])

test('a planned ride is declined with a reason, and says so at once', async () => {
  await drive({ state: 'planned', crew: null, times: {} })
  await press('Weiger deze rit')
  const dialog = within(screen.getByRole('dialog', { name: 'Rit weigeren' }))
  expect(dialog.getByRole('button', { name: 'Weiger rit' })).toHaveProperty('ariaDisabled', 'true')
  fireEvent.click(dialog.getByRole('radio', { name: 'Past niet meer in de dienst' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Weiger rit' }))
  expect(await screen.findByText('Deze rit is afgebroken', {}, PATIENCE)).toBeTruthy()
  expect(await queued()).toEqual([['ride.decline', { ride: ids.ride, why: 'no-time-in-shift' }]])
})

test('handed on to the next shift without signal, the ride waits for a crew and can be taken over', async () => {
  await drive({ state: 'departed' })
  await press('Geef de rit door')
  const dialog = within(screen.getByRole('dialog', { name: 'Rit doorgeven' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Geef door' }))
  expect(await queued()).toEqual([])
  fireEvent.click(dialog.getByRole('radio', { name: 'Einde dienst' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Geef door' }))
  expect(await screen.findByText('Deze rit wacht op een bemanning', {}, PATIENCE)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Meld aankomst/ })).toBeNull()
  await press('Neem deze rit over')
  expect(await button(/Meld aankomst/)).toBeTruthy()
  expect((await queued()).map(([name]) => name)).toEqual(['ride.hand-on', 'ride.take-over'])
})

test('handed on to another vehicle, the screen says to which and when', async () => {
  await drive({ state: 'departed' })
  await press('Geef de rit door')
  const dialog = within(screen.getByRole('dialog', { name: 'Rit doorgeven' }))
  fireEvent.click(dialog.getByRole('radio', { name: 'Een andere wagen' }))
  fireEvent.change(dialog.getByRole('combobox', { name: /Welke wagen/ }), {
    target: { value: 'micu-radboudumc-1' },
  })
  fireEvent.click(dialog.getByRole('radio', { name: 'Pech met de wagen' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Geef door' }))
  expect(await screen.findByText(/^Doorgegeven aan /, {}, PATIENCE)).toBeTruthy()
  expect(await queued()).toMatchObject([['ride.hand-on', { vehicle: 'micu-radboudumc-1' }]])
})

test('the arrival time is said in one tap and a nudge, and shown with who said it', async () => {
  await drive({ state: 'departed', times: { ...times, departed: { at: soon(-1), entered: soon(-1) } } })
  expect(await screen.findByText('schatting uit de rijtijd', {}, PATIENCE)).toBeTruthy()
  await press('Geef aankomsttijd door')
  const sheet = within(screen.getByRole('dialog', { name: 'Wanneer is de wagen er' }))
  fireEvent.click(sheet.getByRole('button', { name: '15 min later' }))
  fireEvent.click(sheet.getByRole('button', { name: /^Geef \d\d:\d\d door$/ }))
  expect(await screen.findByText(/gezegd door de bemanning om/, {}, PATIENCE)).toBeTruthy()
  expect(await queued()).toMatchObject([['ride.eta', { ride: ids.ride }]])
})

test('an incident is one tap, one step away', async () => {
  await drive({ state: 'departed' })
  fireEvent.click(await screen.findByText('Meld een voorval', {}, PATIENCE))
  await press('Zuurstof raakt op')
  await vi.waitFor(async () => expect(await queued()).toHaveLength(1))
  expect(await queued()).toEqual([['ride.incident', { ride: ids.ride, incident: 'oxygen-low' }]])
})

test('the map opens at the origin first, then at the destination', async () => {
  await drive({ state: 'accepted' })
  const link = () => screen.findByRole('link', { name: /^Navigeer naar/ })
  expect((await link()).getAttribute('href')).toMatch(/^geo:52\.\d+,5\.\d+\?q=/)
})
