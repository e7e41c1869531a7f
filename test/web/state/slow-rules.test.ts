import { afterEach, expect, test, vi } from 'vitest'
import { aRide, aTransfer, ids, people, places } from '#test/support/builders.ts'
import { signedIn, snapshotOf } from '#test/support/signed-in.ts'

/** The part of the app with the rules is asked for and never comes: a bad network, a first visit. */
vi.mock('#shared/wire/decisions.ts', () => new Promise(() => undefined))

let page: Awaited<ReturnType<typeof signedIn>>
afterEach(() => page.leave())

test('an act does not wait for rules that do not come: it is stored, and shown as waiting', async () => {
  page = await signedIn(people.crew, {
    snapshot: snapshotOf({
      transfers: [aTransfer({ state: 'planned', to: places.to, ride: ids.ride, vehicle: places.vehicle })],
      rides: [aRide({ state: 'planned' })],
    }),
    command: () => Promise.reject(new TypeError('no network')),
  })
  const { act } = await import('#web/state/act.ts')
  const acted = act('ride.accept', { ride: ids.ride }, { subject: ids.transfer })
  expect(await Promise.race([acted, new Promise((late) => setTimeout(late, 5_000))])).toEqual({
    queued: expect.any(String),
  })
  await vi.waitFor(() => expect(page.rows.outboxEntries()).toMatchObject([{ state: 'waiting' }]), 6_000)
}, 16_000)
