import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '#shared/calendar-day.ts'
import { NATION } from '#shared/reports/beds-day.ts'
import type { Step } from '#shared/reports/fact.ts'
import { intervalLines, rideReport } from '#shared/reports/interval-view.ts'
import { waitLines } from '#shared/reports/report-tables.ts'
import { groupsCsv, ridesCsv } from '#shared/reports/ride-csv.ts'
import { INTERVALS, type Interval, rideIntervals } from '#shared/reports/ride-intervals.ts'
import { transferFacts } from '#shared/reports/transfer-facts.ts'
import type { RideLine } from '#shared/wire/ride-report.ts'
import { anId, aRide, aTransfer, places, plus, T0 } from '#test/support/builders.ts'

const DAY = dayOf(T0)
const aLine = (over: Partial<RideLine> = {}): RideLine => ({
  ...{ day: DAY, ride: anId(1), bed: 'ic', track: 'planned', from: places.from, to: places.to },
  ...{ fromRegion: places.region, toRegion: places.toRegion, vehicleKind: 'micu' },
  minutes: { verify: null, match: 20, confirm: 15, plan: 15, depart: 40, arrive: 60, free: 40 },
  delays: [],
  incidents: [],
  ...over,
})
const many = (count: number, over: Partial<RideLine> = {}) =>
  Array.from({ length: count }, (_, at) => aLine({ ride: anId(at + 1), ...over }))
const asked = { period: 'day', day: DAY, place: NATION } as const
const seen = {
  all: { seen: 'all', regions: [] },
  own: { seen: 'region', regions: [places.region] },
  groups: { seen: 'groups', regions: [] },
} as const
const report = (
  rides: RideLine[],
  viewer: (typeof seen)[keyof typeof seen] = seen.all,
  place: string = NATION,
) => rideReport({ ...asked, place }, { now: plus(600), today: DAY, rides }, viewer)

describe('the intervals of a period', () => {
  it('by track, region, vehicle and what delayed: how many, median and the ninth of ten', () => {
    const rides = [10, 20, 30, 40].map((match, at) =>
      aLine({
        ride: anId(at + 1),
        vehicleKind: at < 3 ? 'micu' : 'ambulance',
        delays: at === 0 ? ['traffic', 'weather'] : [],
        minutes: { ...aLine().minutes, match },
      }),
    )
    const lines = intervalLines(rides)
    const found = (by: string, key: string) =>
      lines.find((line) => line.by === by && line.key === key && line.interval === 'match')
    expect(found('all', 'all')).toMatchObject({ count: 4, median: 20, p90: 40 })
    expect(found('vehicle', 'micu')).toMatchObject({ count: 3, median: 20, p90: 30 })
    expect(found('delay', 'traffic')).toMatchObject({ count: 1, median: 10 })
    expect(found('delay', 'weather')).toMatchObject({ count: 1, median: 10 })
    expect(found('delay', 'none')).toMatchObject({ count: 3 })
    // Nobody was verified.
    expect(lines.some(({ interval }) => interval === 'verify')).toBe(false)
  })

  it('counts who arrived in it, by the region of origin', () => {
    const rides = [
      aLine(),
      aLine({ ride: anId(2), day: '2026-11-01' }),
      aLine({ ride: anId(3), day: null }),
      aLine({ ride: anId(4), fromRegion: places.elsewhereRegion }),
    ]
    expect(report(rides).rides.map(({ ride }) => ride)).toEqual([anId(1), anId(4)])
    expect(report(rides, seen.all, places.region).rides.map(({ ride }) => ride)).toEqual([anId(1)])
  })

  it('an RCPS is told the nation’s sums, its own region, and the rides from or to it', () => {
    const other = { fromRegion: places.elsewhereRegion, toRegion: places.elsewhereRegion }
    const told = report([...many(3), aLine({ ride: anId(9), ...other })], seen.own)
    expect(told.rides).toHaveLength(3)
    const regions = new Set(told.lines.filter(({ by }) => by === 'region').map(({ key }) => key))
    expect([...regions]).toEqual([places.region])
    expect(told.lines.find(({ by, interval }) => by === 'all' && interval === 'match')?.count).toBe(4)
  })

  it('who oversees is told no ride and no group under five, nor one that could be reckoned from the others', () => {
    const some = fc.array(
      fc.record({
        vehicleKind: fc.constantFrom('micu', 'ambulance', 'bus'),
        track: fc.constantFrom('planned', 'urgent', 'shortage'),
        delays: fc.constantFrom([], ['traffic'], ['weather']),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(some, (rides) => {
        const whole = intervalLines(rides.map((one, at) => aLine({ ride: anId(at + 1), ...(one as object) })))
        const told = report(
          rides.map((one, at) => aLine({ ride: anId(at + 1), ...(one as object) })),
          seen.groups,
        )
        expect(told.rides).toEqual([])
        for (const { count, median, p90 } of told.lines) {
          if (count !== null) expect(count).toBeGreaterThanOrEqual(5)
          if (count === null) expect([median, p90]).toEqual([null, null])
        }
        const total = told.lines.find(({ by, interval }) => by === 'all' && interval === 'match')?.count
        for (const by of ['track', 'vehicle', 'delay'] as const) {
          const shown = told.lines.filter((line) => line.by === by && line.interval === 'match')
          const hidden = shown.filter(({ count }) => count === null).map(({ key }) => key)
          if (hidden.length === 0 || total == null) continue
          const inHidden = whole
            .filter((line) => line.by === by && line.interval === 'match' && hidden.includes(line.key))
            .reduce((sum, { count }) => sum + (count ?? 0), 0)
          expect(inHidden).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })

  it('as a file: a line per group and part, a line per ride', () => {
    const told = report([aLine({ delays: ['traffic', 'weather'], incidents: ['collision', 'oxygen-low'] })])
    expect(groupsCsv(told).split('\r\n')[1]).toBe(`${DAY};${DAY};nl;all;all;match;1;20;20`)
    const line = ridesCsv(told).split('\r\n')[1]?.split(';')
    expect(line?.slice(7)).toEqual([
      'micu',
      '',
      '20',
      '15',
      '15',
      '40',
      '60',
      '40',
      'traffic weather',
      'collision oxygen-low',
    ])
  })
})

const STEP_OF: Partial<Record<Interval, Step>> = {
  verify: 'verifying',
  match: 'matching',
  confirm: 'offered',
  plan: 'reserved',
  depart: 'planned',
  arrive: 'in-transit',
}

it('says of a ride what the report’s waiting times say of it', () => {
  const STATES = [
    'verifying',
    'matching',
    'offered',
    'reserved',
    'planned',
    'in-transit',
    'arrived',
    'closed',
  ]
  const gaps = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(gaps, (steps) => {
      const at = [0]
      for (const gap of steps) at.push((at.at(-1) ?? 0) + gap)
      const transfer = aTransfer({ submittedAt: T0 })
      const events = STATES.map((state, index) => ({
        name: (index === 0 ? 'transfer.submitted' : 'transfer.claimed') as 'transfer.submitted',
        ...{ subject: 'transfer' as const, id: transfer.id, at: plus(at[index] ?? 0) },
        data: { ...(index === 0 ? transfer : {}), state, since: plus(at[index] ?? 0) },
      }))
      const time = (index: number) => ({ at: plus(at[index] ?? 0), entered: T0 })
      const times = { planned: time(4), departed: time(5), 'at-destination': time(6), available: time(7) }
      const { minutes } = rideIntervals(transfer, aRide({ times }), events)
      const waits = waitLines(transferFacts(events), [NATION])
      for (const interval of INTERVALS) {
        const step = STEP_OF[interval]
        if (step === undefined) continue
        expect(waits.find((line) => line.step === step && line.track === 'all')?.median).toBe(
          minutes[interval],
        )
      }
    }),
  )
})
