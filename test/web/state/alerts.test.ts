import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import type { Alert } from '#shared/alerts/alert.ts'
import { ids, people, places, T0, aTransfer } from '#test/support/builders.ts'
import { type Server, signedIn, snapshotOf } from '#test/support/signed-in.ts'

let page: Awaited<ReturnType<typeof signedIn>>
afterEach(() => page.leave())

const coming: Alert = {
  ...{ id: 'coming', rev: 1, transfer: ids.transfer, act: 'prepare', kind: 'urgent' },
  ...{ who: 'receiver', org: places.to, reservation: ids.reservation, state: 'raised', raisedAt: T0 },
  ...{ level: 0, above: null, dueAt: null, acknowledged: null },
}
const onTheWay = (): Partial<Server> => ({
  snapshot: snapshotOf({
    transfers: [aTransfer({ state: 'in-transit', to: places.to })],
    alerts: [coming],
  }),
  command: () => Promise.reject(new TypeError('no network')),
})

test('what rang anew while the answer to the first ring still waits here, rings on this phone too', async () => {
  page = await signedIn(people.receiver, onTheWay())
  const { acknowledge, createRinging } = await import('#web/state/alerts.ts')
  const ringing = createRoot(() => createRinging())
  await vi.waitFor(() => expect(ringing()).toMatchObject([{ id: 'coming' }]))
  await acknowledge(coming)
  await vi.waitFor(() => expect(ringing()).toEqual([]))
  await page.db.alerts.put({ ...coming, rev: 2, raisedAt: '2026-11-21T10:30:00.000Z' })
  await vi.waitFor(() => expect(ringing()).toMatchObject([{ id: 'coming', rev: 2 }]))
})
