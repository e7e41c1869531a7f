import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Ride } from '#shared/rides/ride.ts'
import type { TransferDetail } from '#shared/wire/reads.ts'
import {
  aClinical,
  anId,
  aRide,
  aTransfer,
  ids,
  people,
  places,
  someContacts,
} from '#test/support/builders.ts'
import { json } from '#test/support/phone.ts'
import { type Server, signedIn, snapshotOf } from '#test/support/signed-in.ts'
import '#test/support/dialogs.ts'

type Page = Awaited<ReturnType<typeof signedIn>>
let page: Page

// Read for the first time the rules take longer than a tap is waited for.
beforeAll(() => import('#shared/wire/decisions.ts').then(() => undefined), 60_000)
afterEach(async () => {
  cleanup()
  await page.leave()
})

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const minutesAgo = (minutes: number) => ({ at: soon(-minutes), entered: soon(-minutes) })
const noSignal = () => Promise.reject(new TypeError('no network'))

/** The crew's phone without signal: this ride, and whatever else stands in the list. */
async function drive(ride: Partial<Ride>, more: Ride[] = [], server: Partial<Server> = {}) {
  const mine = aRide({ departAt: soon(30), crew: people.crew.id, ...ride })
  const transfer = aTransfer({
    state: 'planned',
    to: places.to,
    ride: ids.ride,
    vehicle: places.vehicle,
    code: 'K7Q30B',
  })
  page = await signedIn(people.crew, {
    snapshot: snapshotOf({
      transfers: [transfer, ...more.map((other) => ({ ...transfer, id: other.transfer, ride: other.id }))],
      rides: [mine, ...more],
    }),
    command: noSignal,
    ...server,
  })
  const { default: MyRide } = await import('#web/screens/my-ride.tsx')
  await (await import('#web/i18n/t.ts')).loadWords()
  render(() => <MyRide />)
}
const button = (name: RegExp | string) => screen.findByRole('button', { name })
const queued = async () =>
  (await page.db.outbox.orderBy('seq').toArray()).map(({ name, command }) => [name, command?.payload])

test('a bumpy double tap takes one step, and the next one waits for a new tap', async () => {
  await drive({ state: 'accepted' })
  const big = await button(/Rijd naar patiënt/)
  fireEvent.click(big)
  fireEvent.click(big)
  const next = await button(/Bij de patiënt/)
  fireEvent.click(next)
  await vi.waitFor(async () => expect(await queued()).toHaveLength(1))
  expect(await queued()).toEqual([['ride.advance', { ride: ids.ride, to: 'en-route' }]])
})

test('a step says what was done, that it is not sent, and can be taken back', async () => {
  await drive({ state: 'accepted', times: { accepted: minutesAgo(4) } })
  fireEvent.click(await button(/Rijd naar patiënt/))
  expect(await screen.findByText(/^Onderweg \d\d:\d\d$/)).toBeTruthy()
  expect(await screen.findByText(/1 melding nog niet verzonden/)).toBeTruthy()
  fireEvent.click(await button('Ongedaan maken'))
  expect(await button(/Rijd naar patiënt/)).toBeTruthy()
  expect(await queued()).toMatchObject([
    ['ride.advance', {}],
    ['ride.undo', { step: 'en-route' }],
  ])
  expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull()
})

test('departing asks for the code at the bed, and sends it along', async () => {
  await drive({ state: 'at-origin' })
  fireEvent.click(await button(/Meld vertrek/))
  expect(await queued()).toEqual([])
  const keys = await screen.findByRole('group', { name: 'Tekens' })
  for (const name of ['3', '0', 'B']) fireEvent.click(within(keys).getByRole('button', { name }))
  expect(await button(/Meld aankomst/)).toBeTruthy()
  expect(await queued()).toEqual([['ride.advance', { ride: ids.ride, to: 'departed', check: '30B' }]])
})

test('the code is not on the screen before it was checked', async () => {
  await drive({ state: 'at-origin' })
  await button(/Meld vertrek/)
  expect(document.body.textContent).not.toContain('30B')
})

test("a colleague's ride can be read, not driven", async () => {
  await drive({ state: 'en-route', crew: 'crew@someone-else' })
  expect(await screen.findByText('Een collega rijdt deze rit')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Bij de patiënt/ })).toBeNull()
})

test('a ride that is aborted under the thumb stays and says why, until the next is asked for', async () => {
  const tomorrow = aRide({ id: anId(31), transfer: anId(32), departAt: soon(24 * 60), to: places.elsewhere })
  await drive({ state: 'accepted' }, [tomorrow])
  await button(/Rijd naar patiënt/)
  const row = aRide({ crew: people.crew.id, departAt: soon(30) })
  await page.db.rides.put({ ...row, rev: 2, state: 'aborted', abortReason: 'replanned' })
  expect(await screen.findByText('Deze rit is afgebroken')).toBeTruthy()
  expect(screen.getAllByText('Anders gepland').length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: /Rijd naar patiënt/ })).toBeNull()
  fireEvent.click(await button('Naar de volgende rit'))
  expect(await button(/Accepteer rit/)).toBeTruthy()
  expect(screen.queryByText('Deze rit is afgebroken')).toBeNull()
})

test('without the clinical part the ride goes on, and says calmly what is not there', async () => {
  await drive({ state: 'departed' })
  expect(await screen.findByText('De gegevens van de patiënt zijn op dit toestel niet geladen.')).toBeTruthy()
  expect(await button(/Meld aankomst/)).toBeTruthy()
})

test('a time is corrected in taps of minutes, within what can be, and waits for signal', async () => {
  const times = { accepted: minutesAgo(30), 'en-route': minutesAgo(20), 'at-origin': minutesAgo(3) }
  await drive({ state: 'at-origin', times })
  fireEvent.click(await button('Corrigeer een tijd'))
  const dialog = await screen.findByRole('dialog', { name: 'Tijd corrigeren' })
  const inside = within(dialog)
  expect(inside.getByRole('radio', { name: /Bij de patiënt/, checked: true })).toBeTruthy()
  expect(inside.getByRole('button', { name: '5 min later' }).getAttribute('aria-disabled')).toBeNull()
  fireEvent.click(inside.getByRole('radio', { name: /Onderweg naar patiënt/ }))
  fireEvent.click(inside.getByRole('button', { name: '5 min eerder' }))
  fireEvent.click(inside.getByRole('button', { name: '1 min eerder' }))
  fireEvent.click(inside.getByRole('button', { name: /^Bewaar/ }))
  const at = new Date(Date.parse(times['en-route'].at) - 6 * 60_000).toISOString()
  await vi.waitFor(async () =>
    expect(await queued()).toEqual([['ride.correct', { ride: ids.ride, step: 'en-route', at }]]),
  )
  expect(await screen.findByText(/gecorrigeerd, eerst/)).toBeTruthy()
})

test('no further back than the step before, and nothing to keep where nothing moved', async () => {
  const times = { accepted: minutesAgo(6), 'en-route': minutesAgo(3) }
  await drive({ state: 'en-route', times })
  fireEvent.click(await button('Corrigeer een tijd'))
  const inside = within(await screen.findByRole('dialog', { name: 'Tijd corrigeren' }))
  expect(inside.getByRole('button', { name: /^Bewaar/ }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(inside.getByRole('button', { name: '5 min eerder' }))
  expect(inside.getByRole('button', { name: '1 min eerder' }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(inside.getByRole('button', { name: /^Bewaar/ }))
  await vi.waitFor(async () =>
    expect(await queued()).toMatchObject([['ride.correct', { at: times.accepted.at }]]),
  )
})

const detail = (over: Partial<TransferDetail> = {}): TransferDetail => ({
  transfer: aTransfer({ state: 'planned', to: places.to, ride: ids.ride, vehicle: places.vehicle }),
  clinical: aClinical({ age: 67, isolation: 'strict', support: 'hfno', flow: 50, fio2: 60 }),
  contacts: someContacts(),
  reservations: [],
  ride: null,
  timeline: [],
  ...over,
})
const open = async () => {
  const { default: MyRide } = await import('#web/screens/my-ride.tsx')
  render(() => <MyRide />)
}

test('the four facts and the lines to call are there after a restart without signal, with their age', async () => {
  await drive({ state: 'en-route' }, [], { read: () => json(detail()) })
  expect(await screen.findByText('67 jr · Vrouw')).toBeTruthy()
  await vi.waitFor(async () => expect(await page.db.rideFacts.count()).toBe(1))
  cleanup()
  page.answers.read = noSignal
  await open()
  expect(await screen.findByText('67 jr · Vrouw')).toBeTruthy()
  expect(screen.getByText('50 L/min · FiO₂ 60%')).toBeTruthy()
  expect(screen.getByText('dienstdoend intensivist')).toBeTruthy()
  expect(screen.getByText(/Zoals dit toestel ze bewaarde om/)).toBeTruthy()
})

test('what may not be seen any more leaves the screen and the phone', async () => {
  await drive({ state: 'en-route' }, [], { read: () => json(detail()) })
  await screen.findByText('67 jr · Vrouw')
  await vi.waitFor(async () => expect(await page.db.rideFacts.count()).toBe(1))
  cleanup()
  page.answers.read = () => json({ code: 'not-found' }, 404)
  await open()
  await vi.waitFor(async () => expect(await page.db.rideFacts.count()).toBe(0))
  expect(screen.queryByText('67 jr · Vrouw')).toBeNull()
})

test('a ride that ends takes what was kept of it along', async () => {
  await drive({ state: 'en-route' }, [], { read: () => json(detail()) })
  await vi.waitFor(async () => expect(await page.db.rideFacts.count()).toBe(1))
  cleanup()
  await page.db.rides.update(ids.ride, { state: 'aborted', rev: 2 })
  await vi.waitFor(async () => expect(await page.db.rideFacts.count()).toBe(0))
})
