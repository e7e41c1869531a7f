import { describe, expect, test } from 'vitest'
import { vehicleTaken } from '#shared/rides/plan-ride.ts'
import type { TransportView } from '#shared/wire/reads.ts'
import { anId, aRide, aTransfer, places, plus, T0 } from '#test/support/builders.ts'
import { isEscorted, vehicleGroups } from '#web/pieces/transport/vehicle-list.ts'
import { vehicleTakenAt } from '#web/pieces/transport/vehicle-taken.ts'

type Option = TransportView['vehicles'][number]
const option = (id: string, over: Partial<Option> = {}): Option => ({
  id,
  kind: 'micu',
  name: id,
  org: places.desk,
  distanceKm: 10,
  busy: null,
  ...over,
})

describe('the vehicles', () => {
  test('stand under their word, best first, own organisation first and then the nearest', () => {
    const vehicles = [
      option('far', { org: 'micu-isala-zwolle', distanceKm: 80 }),
      option('near', { org: 'micu-radboudumc', distanceKm: 5 }),
      option('own', { distanceKm: 30 }),
      option('rav', { kind: 'ambulance', org: 'rav-vr09' }),
      option('other-rav', { kind: 'ambulance', org: 'rav-vr01' }),
    ]
    const view = { allowed: ['ambulance-escorted', 'micu'], excluded: {}, vehicles }
    const groups = vehicleGroups(view, [places.desk], ['rav-vr09'])
    expect(groups.map(({ choice, vehicles }) => [choice, vehicles.map(({ id }) => id)])).toEqual([
      ['ambulance-escorted', ['rav']],
      ['micu', ['own', 'near', 'far']],
    ])
  })

  test('that are only taken now can be planned for later; excluded for any other reason they cannot', () => {
    const vehicles = [option('plus', { kind: 'ambulance-plus' }), option('bus', { kind: 'bus' })]
    const excluded = { 'ambulance-plus': ['none-available'], bus: ['needs-support', 'none-available'] }
    expect(vehicleGroups({ allowed: [], excluded, vehicles }, [], [])).toMatchObject([
      { choice: 'ambulance-plus', later: true },
    ])
  })

  test('go escorted as an escorted ambulance, and as an ambulance+ for an IC patient', () => {
    expect(isEscorted('ambulance-escorted', 'ic')).toBe(true)
    expect(isEscorted('ambulance-plus', 'ic')).toBe(true)
    expect(isEscorted('ambulance-plus', 'ward')).toBe(false)
    expect(isEscorted('micu', 'ic')).toBe(false)
  })
})

describe('a vehicle is taken', () => {
  const transfer = aTransfer({ state: 'reserved', to: places.to })
  const vehicle = option(places.vehicle)
  const other = aRide({ id: anId(50), transfer: anId(51), departAt: plus(120) })

  test('exactly where the rule that plans says so, until the same instant', () => {
    for (let minutes = -60; minutes <= 480; minutes += 15) {
      const departAt = plus(minutes)
      const row = aRide({ departAt })
      const ruled = vehicleTaken(row, [other], T0)
      const seen = vehicleTakenAt({ vehicle, transfer, departAt, rides: [other], now: T0 })
      expect(seen?.until ?? null, departAt).toBe(ruled?.facts?.until ?? null)
    }
  })

  test('by a ride this phone does not see, as the server told; its own ride is no obstacle', () => {
    const busy = (of: string | null, until: string | null) =>
      vehicleTakenAt({
        vehicle: { ...vehicle, busy: { transfer: of, until } },
        transfer,
        departAt: plus(60),
        rides: [],
        now: T0,
      })
    expect(busy(null, plus(90))).toEqual({ until: plus(90) })
    expect(busy(null, plus(10))).toBeNull()
    expect(busy(null, null)).toEqual({ until: null })
    expect(busy(transfer.id, plus(90))).toBeNull()
  })

  test('and the departure offered instead is one the rule takes', () => {
    const clash = vehicleTakenAt({ vehicle, transfer, departAt: plus(120), rides: [other], now: T0 })
    const departAt = clash?.next ?? ''
    expect(vehicleTaken(aRide({ departAt }), [other], T0)).toBeNull()
    expect(vehicleTaken(aRide({ departAt: plus(-10, departAt) }), [other], T0)).not.toBeNull()
  })
})
