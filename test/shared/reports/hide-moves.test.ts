import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NATION } from '#shared/reports/beds-day.ts'
import { type Fact, TRACKS } from '#shared/reports/fact.ts'
import { rideReport } from '#shared/reports/interval-view.ts'
import { reportView } from '#shared/reports/report-view.ts'
import { regions } from '#shared/reference/regions.ts'
import { BEDS } from '#shared/terms.ts'
import type { ReportView } from '#shared/wire/reports.ts'
import type { IntervalLine, RideLine } from '#shared/wire/ride-report.ts'
import { anId, T0 } from '#test/support/builders.ts'

const DAY = '2026-11-21'
const [A = '', B = '', C = '', D = ''] = regions.map(({ id }) => id)
const GROUPS = { seen: 'groups', regions: [] } as const

type Moved = Pick<Fact, 'from' | 'to' | 'bed' | 'track' | 'count'>
const moved = (from: string, to: string, count: number, over: Partial<Moved> = {}): Moved => ({
  ...{ from, to, count, bed: 'ic', track: 'planned' },
  ...over,
})
const factsOf = (some: readonly Moved[]): Fact[] =>
  some.flatMap((one) => [
    { ...one, day: DAY, measure: 'moved' as const, minutes: 0 },
    ...(['step.to-arrival', 'step.in-transit'] as const).map((measure) => ({
      ...{ ...one, day: DAY, to: '', measure, minutes: 60 },
    })),
  ])
const told = (some: readonly Moved[], place = NATION): ReportView =>
  reportView(
    { period: 'day', day: DAY, place },
    {
      ...{ now: T0, today: DAY, facts: factsOf(some), beds: [], days: [] },
      shareRules: { ic: {}, ward: {} },
    },
    GROUPS,
  )
const pairs = ({ movements }: ReportView) =>
  Object.fromEntries(movements.map(({ from, to, count }) => [`${from}>${to}`, count]))
const flowAt = ({ flow }: ReportView, place: string, track = 'all') =>
  flow.find((line) => line.bed === 'ic' && line.place === place && line.track === track)

/** Everybody of the nation, so that only what is looked at is small. */
const CROWD = [moved(C, D, 20), moved(D, C, 20), moved(C, C, 20)]

describe('who oversees, of who moved from where to where', () => {
  it('a hidden pair is not what a region’s sum leaves over: another goes with it, or the sum', () => {
    const two = told([moved(A, C, 3), moved(A, D, 9), moved(B, C, 9), ...CROWD])
    expect(pairs(two)).toMatchObject({ [`${A}>${C}`]: null, [`${A}>${D}`]: null })
    expect(flowAt(two, A)?.moved).toBe(12)
    const one = told([moved(A, C, 3), moved(B, C, 9), moved(B, D, 9), ...CROWD])
    expect(pairs(one)[`${A}>${C}`]).toBe(null)
    expect(flowAt(one, A)?.moved).toBe(null)
    expect(flowAt(one, C)?.arrived).toBe(52)
    expect(Object.values(pairs(one)).filter((count) => count === null).length).toBeGreaterThan(1)
  })

  it('waits on the way are as many as moved: hidden where those are, in the place’s own report too', () => {
    const some = [moved(A, C, 6), moved(A, 'abroad', 1), moved(B, C, 9), moved(B, D, 9), ...CROWD]
    for (const place of [NATION, A, B, C, D]) {
      const report = told(some, place)
      for (const { step, count, track } of report.waits)
        if (track === 'all') expect([step, count]).toEqual([step, flowAt(report, place)?.moved ?? null])
    }
  })

  it('who went abroad is not what the regions leave of the nation', () => {
    const report = told([moved(A, 'abroad', 3), moved(A, C, 9), moved(B, C, 9), ...CROWD])
    const arrived = regions.map(({ id }) => flowAt(report, id)?.arrived ?? null)
    const whole = flowAt(report, NATION)?.arrived ?? 0
    const left = whole - arrived.reduce<number>((sum, count) => sum + (count ?? 0), 0)
    expect(whole).toBe(81)
    expect(left).toBeGreaterThanOrEqual(5)
  })

  it('the nation’s tracks and both of its sums stand or fall together', () => {
    const five = told(
      [A, B, C, D].flatMap((from, at) => [moved(from, A, 1, { track: TRACKS[at % 3] ?? 'planned' })]),
    )
    for (const track of ['all', ...TRACKS])
      expect(flowAt(five, NATION, track)).toMatchObject({ moved: null, arrived: null })
  })

  const some = fc.array(
    fc.record({
      from: fc.constantFrom(A, B, C, D),
      to: fc.constantFrom(A, B, C, D, 'abroad'),
      bed: fc.constantFrom(...BEDS),
      track: fc.constantFrom(...TRACKS),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 24 },
  )

  it('each sum that any table tells leaves no hidden pair, or two and more with five and more in them', () => {
    fc.assert(
      fc.property(some, (list) => {
        const report = told(list)
        for (const bed of BEDS)
          for (const { id } of regions)
            for (const side of ['from', 'to'] as const) {
              const line = report.flow.find(
                (one) => one.bed === bed && one.place === id && one.track === 'all',
              )
              const waits = side === 'from' ? told(list, id).waits : []
              const sums = [
                side === 'from' ? line?.moved : line?.arrived,
                ...waits.filter((one) => one.bed === bed && one.track === 'all').map(({ count }) => count),
              ]
              if (sums.every((sum) => sum == null)) continue
              const parts = report.movements.filter((one) => one.bed === bed && one[side] === id)
              const hidden = parts.filter(({ count }) => count === null)
              if (hidden.length === 0) continue
              const inHidden = list
                .filter(
                  (one) =>
                    one.bed === bed && hidden.some(({ from, to }) => from === one.from && to === one.to),
                )
                .reduce((sum, { count }) => sum + count, 0)
              expect(hidden.length).toBeGreaterThanOrEqual(2)
              expect(inHidden).toBeGreaterThanOrEqual(5)
            }
      }),
      { numRuns: 60 },
    )
  })

  it('rides of both care levels together do not tell what one level’s sum leaves over', () => {
    fc.assert(
      fc.property(some, (list) => {
        const report = told(list)
        const rides = list.flatMap((one) => Array.from({ length: one.count }, () => aRide(one)))
        const asked = { period: 'day', day: DAY, place: NATION } as const
        const { lines } = rideReport(asked, { now: T0, today: DAY, rides }, GROUPS)
        const isHidden = ({ by, key }: IntervalLine) =>
          BEDS.some((bed) => {
            const place = by === 'region' ? key : NATION
            const flow = report.flow.find(
              (one) => one.bed === bed && one.place === place && one.track === 'all',
            )
            const counted = rides.filter(
              (one) => one.bed === bed && (place === NATION || one.fromRegion === place),
            )
            return counted.length > 0 && flow?.moved === null
          })
        expect(lines.filter((line) => line.count !== null && isHidden(line))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

const aRide = ({ from, to, bed, track }: Moved): RideLine => ({
  ...{ day: DAY, ride: anId(1), bed, track, from: 'x', to: 'y', fromRegion: from, toRegion: to },
  minutes: { verify: null, match: 20, confirm: 15, plan: 15, depart: 40, arrive: 60, free: 40 },
  ...{ vehicleKind: 'micu', delays: [], incidents: [] },
})
