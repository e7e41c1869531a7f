import { describe, expect, it } from 'vitest'
import { hospitals } from '#shared/reference/hospitals.ts'
import { vehiclesOf } from '#shared/reference/fleet.ts'
import { BEDS, SUPPORTS } from '#shared/terms.ts'
import { rankVehicles } from '#shared/transport/rank-vehicles.ts'
import { desksFor } from '#shared/transport/desks.ts'
import { fleetCounts } from '#shared/transport/fleet-counts.ts'
import { ravsOf, transportInput } from '#shared/transport/transport-facts.ts'
import { aClinical, plus, anId, aRide, aTransfer, inPhase, places, T0 } from '#test/support/builders.ts'

const ic = { from: places.from, bed: 'ic' } as const
const CALM = { activeRides: [], phases: inPhase('2a') }
const ward = { from: places.from, bed: 'ward' } as const

describe('the desks of a transfer', () => {
  it('IC: the region’s own MICU centre, the RAVs where an escort was indicated', () => {
    expect(desksFor(ic, places.to, aClinical())).toEqual(['micu-umc-utrecht'])
    const escorted = aClinical({ escort: { criteria: 'stabiel' }, escortBy: 'intensivist' })
    expect(desksFor(ic, places.to, escorted)).toEqual(['micu-umc-utrecht', 'rav-vr09', 'rav-vr08'])
  })

  it('ward: the sending RAV first; one and the same is named once', () => {
    const calm = aClinical({ support: 'none' })
    expect(desksFor(ward, places.to, calm)).toEqual(['rav-vr09', 'rav-vr08'])
    expect(desksFor(ward, places.near, calm)).toEqual(['rav-vr09'])
  })

  it('HFNO: who has the ambulance+, and nobody whose oxygen does not last', () => {
    const hfno = aClinical({ support: 'hfno' })
    expect(desksFor(ward, places.to, hfno)).toEqual(['carrier-4b'])
    const escorted = aClinical({ support: 'hfno', escort: { criteria: 'stabiel' }, escortBy: 'intensivist' })
    expect(desksFor(ic, places.to, escorted)).toEqual(['carrier-4b'])
  })

  it('what no vehicle may carry yet goes to who could with an escort, or else to the sending RAV', () => {
    expect(desksFor(ic, places.to, aClinical({ support: 'hfno' }))).toEqual(['carrier-4b'])
    expect(desksFor(ward, places.to, aClinical({ support: 'invasive' }))).toEqual(['rav-vr09'])
  })

  it('no desk hears of what none of its vehicles may carry', () => {
    const escort = { criteria: 'stabiel' }
    const kindsOf = (org: string) => vehiclesOf(org).map(({ kind }) => kind)
    for (const bed of BEDS)
      for (const support of SUPPORTS)
        for (const clinical of [
          aClinical({ support }),
          aClinical({ support, escort, escortBy: 'intensivist' }),
        ]) {
          const input = { ...transportInput(aTransfer({ bed, to: places.to }), clinical, CALM, T0) }
          const { allowed } = rankVehicles(input)
          const may = (org: string) =>
            kindsOf(org).some((kind) => allowed.some((one) => one === kind || one === `${kind}-escorted`))
          const desks = desksFor({ from: places.from, bed }, places.to, clinical)
          if (allowed.length > 0)
            expect({ bed, support, desks: desks.filter((org) => !may(org)) }).toMatchObject({ desks: [] })
        }
  })

  it('Brabant has no centre: the nearest', () => {
    expect(desksFor({ from: 'amphia-breda', bed: 'ic' }, places.to, aClinical())).toEqual(['micu-erasmus-mc'])
  })

  it('nobody is left without a desk', () => {
    for (const { id } of hospitals)
      for (const bed of ['ic', 'ward'] as const)
        expect(desksFor({ from: id, bed }, places.to, aClinical()).length).toBeGreaterThan(0)
    // Abroad there is no receiving RAV; who fetches here, fetches.
    expect(desksFor(ic, 'uk-muenster', aClinical())).toEqual(['micu-umc-utrecht'])
  })
})

describe('the vehicles that are free', () => {
  it('ambulances of the sending and the receiving RAV, the rest of the whole country', () => {
    const all = fleetCounts()
    expect(all).toMatchObject({ micu: 7, 'ambulance-plus': 2, helicopter: 1, bus: 1 })
    expect(all).not.toHaveProperty('ambulance')
    const two = fleetCounts([], T0, ravsOf({ from: places.from, to: places.to }))
    const one = fleetCounts([], T0, ravsOf({ from: places.from, to: places.near }))
    expect(two.ambulance).toBeGreaterThan(one.ambulance ?? 0)
  })

  it('without those on a ride then, a transfer’s own ride aside', () => {
    const busy = aRide({ transfer: anId(7) })
    const count = (at: string, transfer = anId(1)) =>
      transportInput(
        aTransfer({ id: transfer, to: places.to }),
        aClinical(),
        { activeRides: [busy], phases: inPhase('2a') },
        at,
      ).fleet.micu
    expect(count(plus(60))).toBe(6)
    expect(count(plus(1440))).toBe(7)
    expect(count(plus(60), anId(7))).toBe(7)
  })

  it('every MICU underway today leaves tomorrow’s plans open', () => {
    const underway = aRide({ state: 'departed', since: plus(-10), departAt: plus(-40) })
    expect(fleetCounts([underway], plus(1440)).micu).toBe(7)
    expect(fleetCounts([underway], plus(20)).micu).toBe(6)
  })

  it('R4 hears who indicated the escort, and the phase on the day of the ride', () => {
    const facts = { activeRides: [], phases: inPhase('2c') }
    const transfer = aTransfer({ to: places.to })
    const input = (clinical: ReturnType<typeof aClinical>) => transportInput(transfer, clinical, facts, T0)
    expect(input(aClinical())).toMatchObject({ escort: null, phase: '2c', bed: 'ic', support: 'invasive' })
    const escort = { criteria: 'stabiel' }
    expect(input(aClinical({ escort, escortBy: 'intensivist' })).escort).toEqual({
      indicatedBy: 'intensivist',
    })
    expect(input(aClinical({ escort })).escort).toEqual({ indicatedBy: 'other' })
    expect([input(aClinical()).canSit, input(aClinical({ canSit: true })).canSit]).toEqual([false, true])
  })
})
