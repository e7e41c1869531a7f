import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bedsByPlace, NATION } from '#shared/reports/beds-day.ts'
import { type Fact, TRACKS } from '#shared/reports/fact.ts'
import { reportView } from '#shared/reports/report-view.ts'
import { mayAsk, type Seen, seenBy } from '#shared/reports/shown-to.ts'
import { regions } from '#shared/reference/regions.ts'
import { BEDS } from '#shared/terms.ts'
import type { ReportView } from '#shared/wire/reports.ts'
import { aPerson, T0 } from '#test/support/builders.ts'
import { roomEverywhere } from '#test/support/story.ts'

const DAY = '2026-11-21'
const region = fc.constantFrom(...regions.map(({ id }) => id).slice(0, 5))
const measure = fc.constantFrom<Fact['measure']>(
  'filed',
  'moved',
  'ended.withdrawn',
  'step.matching',
  'step.to-bed',
  'refused.declined.no-staff',
  'refused.declined.no-bed',
  'refused.rejected.not-urgent',
)
const facts = fc.array(
  fc.record({
    from: region,
    to: region,
    bed: fc.constantFrom(...BEDS),
    track: fc.constantFrom(...TRACKS),
    measure,
    minutes: fc.nat(300),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 120 },
)

const view = (
  some: readonly Omit<Fact, 'day'>[],
  seen: Seen,
  place = NATION,
  beds = roomEverywhere(),
): ReportView =>
  reportView(
    { period: 'day', day: DAY, place },
    {
      now: T0,
      today: DAY,
      facts: some.map((fact) => ({ ...fact, day: DAY })),
      beds: bedsByPlace(beds, T0),
      days: [],
      shareRules: { ic: {}, ward: {} },
    },
    seen,
  )

const ALL: Seen = { seen: 'all', regions: [] }
const GROUPS: Seen = { seen: 'groups', regions: [] }

/** Every figure that counts people, with the group it is one of. */
function counts({ flow, movements, waits, refusals, beds, share }: ReportView): (number | null)[] {
  return [
    ...flow.flatMap(({ filed, moved, arrived, ended }) => [filed, moved, arrived, ended]),
    ...movements.flatMap(({ count, urgent }) => [count, urgent]),
    ...waits.map(({ count }) => count),
    ...refusals.map(({ count }) => count),
    ...beds.flatMap(({ occupied, crisis, reserved }) => [occupied, crisis, reserved]),
    ...share.map(({ present }) => present),
  ]
}

describe('who oversees', () => {
  it('is shown no group under five, nor what is left of a sum', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const shown = view(some, GROUPS)
        for (const count of counts(shown)) expect(count ?? 5).toBeGreaterThanOrEqual(5)
        for (const bed of BEDS)
          for (const field of ['filed', 'moved', 'arrived', 'ended'] as const) {
            const lines = shown.flow.filter((line) => line.bed === bed)
            const whole = lines.find(({ place, track }) => place === NATION && track === 'all')?.[field]
            const parts = [
              lines.filter(({ place, track }) => place !== NATION && track === 'all'),
              lines.filter(({ place, track }) => place === NATION && track !== 'all'),
            ]
            for (const part of parts) {
              const left = (whole ?? 0) - part.reduce((sum, line) => sum + (line[field] ?? 0), 0)
              if (whole != null && left !== 0) expect(left).toBeGreaterThanOrEqual(5)
            }
          }
      }),
    )
  })

  it('is shown no median of a group that is hidden, and whose it is stays out', () => {
    fc.assert(
      fc.property(facts, (some) => {
        for (const { count, median, p90 } of view(some, GROUPS).waits)
          if (count === null) expect([median, p90]).toEqual([null, null])
      }),
    )
  })

  it('is shown what is large, as it is', () => {
    const some = Array.from({ length: 9 }, () => ({
      from: 'nazb',
      to: 'azo',
      bed: 'ic' as const,
      track: 'planned' as const,
      measure: 'moved' as const,
      minutes: 0,
      count: 1,
    }))
    expect(view(some, GROUPS).movements).toEqual([
      { bed: 'ic', from: 'nazb', to: 'azo', count: 9, urgent: null },
    ])
  })
})

describe('a reserved bed', () => {
  const [first, ...others] = roomEverywhere()
  const reserving = (reserved: number, seen: Seen, occupied: number) =>
    view([], seen, NATION, first === undefined ? [] : [{ ...first, occupied, reserved }, ...others])

  it('tells who oversees nothing: one or none, all figures are the same', () => {
    for (const occupied of [0, 3, 8])
      expect(reserving(1, GROUPS, occupied)).toEqual(reserving(0, GROUPS, occupied))
    expect(reserving(1, ALL, 8).beds).not.toEqual(reserving(0, ALL, 8).beds)
    expect(reserving(1, GROUPS, 8).series.map(({ free }) => free)).not.toContain(null)
  })

  it('counts as free for them, and free beds tell of no occupied ones that are hidden', () => {
    for (const { operational, occupied, boss, free, freeInclBoss } of reserving(2, GROUPS, 0).beds)
      expect([free, freeInclBoss]).toEqual(
        occupied === null
          ? [null, null]
          : [Math.max(0, operational - occupied - boss), Math.max(0, operational - occupied)],
      )
  })
})

describe('a region', () => {
  const OWN: Seen = { seen: 'region', regions: ['nazb'] }

  it('sees its own and the nation’s sums as the LCPS does, and no other region’s', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const [whole, own] = [view(some, ALL), view(some, OWN)]
        const mine = ({ place }: { place: string }) => place === NATION || place === 'nazb'
        expect(own.flow).toEqual(whole.flow.filter(mine))
        expect(own.waits).toEqual(whole.waits)
        expect(own.refusals).toEqual(whole.refusals)
        expect(own.movements).toEqual(
          whole.movements.filter(({ from, to }) => from === 'nazb' || to === 'nazb'),
        )
        expect(own.beds).toEqual(whole.beds)
      }),
    )
  })

  it('may ask for itself and for the nation', () => {
    expect([NATION, 'nazb', 'azo', 'nowhere'].map((place) => mayAsk(place, OWN))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(['azo', 'nowhere'].map((place) => mayAsk(place, GROUPS))).toEqual([true, false])
  })

  it('is known by the widest of a person’s roles', () => {
    expect(seenBy(aPerson('lcps', 'nl')).seen).toBe('all')
    expect(seenBy(aPerson('rcps', 'nazb'))).toEqual({ seen: 'region', regions: ['nazb'] })
    expect(seenBy(aPerson('observer', 'igj')).seen).toBe('groups')
    expect(seenBy(aPerson('admin', 'nl')).seen).toBe('groups')
  })
})
