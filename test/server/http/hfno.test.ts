// Story 3's fact, asked for before a request exists: is an ambulance+ free, and if not, when and where does one free?
import { describe, expect, it } from 'vitest'
import { fleet } from '#shared/reference/fleet.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { heldUntil } from '#shared/rides/ride-span.ts'
import type { HfnoView } from '#shared/wire/reads.ts'
import { setPhoneLine } from '#server/store/phone-lines.ts'
import { hfnoAt, withLine } from '#server/views/hfno-view.ts'
import { aRide, plus, T0 } from '#test/support/builders.ts'
import { startTestServer } from '#test/support/server.ts'

const vehicles = fleet.filter(({ kind }) => kind === 'ambulance-plus').map(({ id }) => id)
const rideOf = (vehicle: string, departAt: string): Ride =>
  aRide({ id: vehicle, vehicle, vehicleKind: 'ambulance-plus', departAt })

describe('ambulance+ for HFNO', () => {
  it('says how many are free, and no next one while one is', () => {
    expect(hfnoAt([], T0)).toEqual({ free: vehicles.length, next: null, at: T0 })
    const [first = ''] = vehicles
    expect(hfnoAt([rideOf(first, T0)], T0)).toMatchObject({ free: vehicles.length - 1, next: null })
  })

  it('names the one that is free first when all are taken', () => {
    const rides = vehicles.map((id, at) => rideOf(id, plus(20 - 10 * at)))
    const last = rides.at(-1)
    expect(hfnoAt(rides, T0)).toMatchObject({
      free: 0,
      next: { vehicle: last?.vehicle, freeFrom: last && heldUntil(last) },
    })
  })

  it('says the line of the desk that drives it, where one is known', async () => {
    const server = await startTestServer('sqlite')
    const { store } = server.parts.hinge
    const next = { vehicle: 'ambplus-1', org: 'carrier-4b', freeFrom: T0 }
    try {
      expect(await withLine(store.query, next)).toEqual(next)
      const line = { org: 'carrier-4b', role: 'transport-desk' } as const
      await store.transaction((tx) => setPhoneLine(tx, line, '088-555 01 00', T0))
      expect(await withLine(store.query, next)).toEqual({ ...next, phone: '088-555 01 00' })
    } finally {
      await server.close()
    }
  })

  it('is told to whoever is signed in, and to nobody else', async () => {
    const server = await startTestServer('sqlite')
    try {
      const caller = await server.as('ward-staff@umc-utrecht')
      const view = (await (await caller.get('/api/hfno')).json()) as HfnoView
      expect(view).toMatchObject({ free: vehicles.length, next: null })
      expect((await server.app.request('/api/hfno')).status).toBe(401)
    } finally {
      await server.close()
    }
  })
})
