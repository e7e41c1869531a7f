import { afterEach, expect, test, vi } from 'vitest'
import { aRide, aTransfer, ids, people, places } from '#test/support/builders.ts'
import { type Server, signedIn, snapshotOf } from '#test/support/signed-in.ts'

type Page = Awaited<ReturnType<typeof signedIn>>
let page: Page
afterEach(() => page.leave())

const driving: Partial<Server> = {
  snapshot: snapshotOf({
    transfers: [aTransfer({ state: 'planned', to: places.to, ride: ids.ride, vehicle: places.vehicle })],
    rides: [aRide({ state: 'planned' })],
  }),
  command: () => Promise.reject(new TypeError('no network')),
}

test('signing out while the queue is still being read takes nothing that waits with it', async () => {
  page = await signedIn(people.crew, driving)
  const { act } = await import('#web/state/act.ts')
  await act('ride.accept', { ride: ids.ride }, { subject: ids.transfer })
  const { rows, db } = page
  // The app is opened anew: its list of what waits is not there yet.
  const kept = localStorage.getItem('brancard.session')
  const { signOut } = await import('#web/state/sign-out.ts')
  const { loseSession, keepSession } = await import('#web/state/session.ts')
  loseSession()
  await vi.waitFor(() => expect(rows.outboxEntries()).toBeUndefined())
  keepSession({ ok: JSON.parse(kept ?? ''), at: null })
  expect(rows.outboxEntries()).toBeUndefined()
  expect(await signOut()).toEqual({ loose: 1 })
  expect(await db.outbox.toArray()).toMatchObject([{ name: 'ride.accept', state: 'waiting' }])
})
