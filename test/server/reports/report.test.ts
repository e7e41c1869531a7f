// The report against a reading by hand of the same database, beside the boards and R7; and after the timelines went.
import { afterEach, describe, expect, it } from 'vitest'
import { dayOf, plusDays } from '#shared/calendar-day.ts'
import { type GroupShare, shareBoard } from '#shared/fair-share/share-board.ts'
import { presentByGroup } from '#shared/matching/match-facts.ts'
import { NATION } from '#shared/reports/beds-day.ts'
import { regions } from '#shared/reference/regions.ts'
import { BEDS } from '#shared/terms.ts'
import { decisions } from '#shared/wire/decisions.ts'
import type { ReportView } from '#shared/wire/reports.ts'
import { playMorning } from '#server/demo/morning.ts'
import { demoPeople } from '#server/demo/people.ts'
import { seedWhenEmpty } from '#server/demo/seed.ts'
import { seeded } from '#server/demo/seeded.ts'
import { purgeAll } from '#server/retention/retention.ts'
import { allBeds } from '#server/store/beds.ts'
import { openStore } from '#server/store/open-store.ts'
import { registerOf } from '#server/store/register.ts'
import { countsView } from '#server/views/counts-view.ts'
import { reportOf } from '#server/views/report-view.ts'
import { type Counted, readByHand } from '#test/support/brute-force-report.ts'
import { DIALECTS, type Dialect, emptyDatabase } from '#test/support/databases.ts'

const CLOSING: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of CLOSING.splice(0)) await close()
})

/** A morning of its own seed; at night it lies on two days. */
async function morning(dialect: Dialect, at: string, seed: number) {
  const now = new Date(at)
  const place = await emptyDatabase(dialect)
  const store = await openStore(place.choice, () => now)
  CLOSING.push(async () => {
    await store.close()
    await place.drop()
  })
  await seedWhenEmpty(store, now, seeded(seed))
  // What the demo invents of the past stands in no event.
  for (const table of ['days', 'figures'] as const) await store.query.deleteFrom(table).execute()
  await playMorning(store, decisions, demoPeople(), now, seeded(seed + 100))
  return store
}

const ALL = { seen: 'all', regions: [] } as const
const STARTS = ['2026-11-21T09:40:00.000Z', '2026-11-21T23:40:00.000Z', '2026-10-25T01:30:00.000Z']

type Line = { place: string; bed: string }
const at = <L extends Line>(lines: readonly L[], place: string, bed: string): L[] =>
  lines.filter((line) => line.place === place && line.bed === bed)

function holds(report: ReportView, byHand: readonly Counted[]): void {
  const hand = byHand.filter(({ day }) => day >= report.from && day <= report.until)
  for (const bed of BEDS)
    for (const place of [NATION, ...regions.map(({ id }) => id)]) {
      const here = hand.filter((one) => one.bed === bed && (place === NATION || one.place === place))
      const count = (what: string) => here.filter((one) => one.what === what).length
      const arrived = hand.filter(
        (one) => one.bed === bed && one.what === 'moved' && (place === NATION || one.to === place),
      )
      const [flow] = at(report.flow, place, bed).filter(({ track }) => track === 'all')
      expect(flow).toMatchObject({
        filed: count('filed'),
        moved: count('moved'),
        arrived: arrived.length,
        ended: count('ended'),
      })
      const tracks = at(report.flow, place, bed).filter(({ track }) => track !== 'all')
      expect(tracks.reduce((sum, line) => sum + (line.filed ?? 0), 0)).toBe(count('filed'))
    }
  const waits = report.waits.filter(({ track }) => track === 'all')
  for (const { bed, step, count, median, p90 } of waits) {
    const row = hand
      .filter((one) => one.bed === bed && one.what === `step ${step}`)
      .map(({ minutes }) => minutes)
      .sort((a, b) => a - b)
    expect({ step, count, median, p90 }).toEqual({
      step,
      count: row.length,
      median: row[Math.ceil(0.5 * row.length) - 1],
      p90: row[Math.ceil(0.9 * row.length) - 1],
    })
  }
  const steps = new Set(hand.filter(({ what }) => what.startsWith('step')).map(({ bed, what }) => bed + what))
  expect(waits.length).toBe(steps.size)
  for (const { place, bed, kind, reason, count } of report.refusals)
    expect(
      hand.filter(
        (one) =>
          one.what === `${kind} ${reason}` && one.bed === bed && (place === NATION || one.place === place),
      ).length,
    ).toBe(count)
  expect(report.refusals.length).toBeGreaterThan(0)
}

describe.each(DIALECTS)('the report on %s', (dialect) => {
  const nights = dialect === 'sqlite' ? STARTS : STARTS.slice(1, 2)
  it.each(nights.map((start, n) => ({ start, seed: 11 + n })))(
    'says what a reading of every event by hand says, day and week, $start',
    async ({ start, seed }) => {
      const store = await morning(dialect, start, seed)
      const byHand = await readByHand(store.query)
      expect(byHand.length).toBeGreaterThan(100)
      const day = dayOf(start)
      const asked = (period: 'day' | 'week', on = day) =>
        reportOf(store.query, { period, day: on, place: NATION }, ALL, start)
      const week = await asked('week')
      holds(week, byHand)
      const days = [...new Set(byHand.map((one) => one.day))]
      for (const one of days) {
        const report = await asked('day', one)
        if (byHand.some(({ day: on, what }) => on === one && /^(declined|rejected)/.test(what)))
          holds(report, byHand)
        expect([report.from, report.until]).toEqual([one, one])
      }
    },
  )

  it('agrees with the counts, the bed figures and fair share of the same database', async () => {
    const [now = ''] = STARTS
    const store = await morning(dialect, now, 5)
    const report = await reportOf(store.query, { period: 'week', day: dayOf(now), place: NATION }, ALL, now)
    const counts = await countsView(store.query, new Date(now))
    const beds = await allBeds(store.query)
    const register = await registerOf(store.query, ['exemption', 'key-set'])
    for (const bed of BEDS) {
      const open = counts.counts.find((one) => one.bed === bed && one.measure === 'open')?.total
      const [flow] = at(report.flow, NATION, bed).filter(({ track }) => track === 'all')
      const closed = (await readByHand(store.query)).filter((one) => one.bed === bed)
      const ended = closed.filter(({ what }) => what === 'step arrived').length
      expect((flow?.filed ?? 0) - (flow?.ended ?? 0) - ended).toBe(open)
      const current = presentByGroup(beds, bed)
      const share = shareBoard(bed, { beds, register, moves: [] }, now)
      const told = <V>(of: (one: GroupShare) => V) =>
        Object.fromEntries(share.groups.filter(({ exempt }) => !exempt).map((one) => [one.group, of(one)]))
      const lines = report.share.filter((line) => line.bed === bed)
      expect(Object.fromEntries(lines.map(({ group, present }) => [group, present]))).toEqual(
        told((one) => current[one.group] ?? 0),
      )
      expect(Object.fromEntries(lines.map(({ group, deficit }) => [group, deficit]))).toEqual(
        told((one) => one.deficit),
      )
      expect(Object.fromEntries(lines.map(({ group, target }) => [group, target]))).toEqual(
        told((one) => one.target),
      )
      const [line] = at(report.beds, NATION, bed)
      const rows = beds.filter((row) => row.bed === bed)
      for (const field of ['operational', 'occupied', 'crisis', 'reserved', 'boss'] as const)
        expect(line?.[field]).toBe(rows.reduce((sum, row) => sum + row[field], 0))
    }
  })

  it('keeps its counts when the timelines have gone, and says that the minutes are rough', async () => {
    const [now = ''] = STARTS
    const store = await morning(dialect, now, 8)
    const day = dayOf(now)
    const asked = { period: 'day', day, place: NATION } as const
    const before = await reportOf(store.query, asked, ALL, now)
    const later = '2027-04-01T10:00:00.000Z'
    // Those that are over go; the others are still there.
    const { timeline } = await purgeAll(store, later)
    expect(timeline).toBeGreaterThan(2)
    const after = await reportOf(store.query, asked, ALL, later)
    const { flow, movements, refusals } = before
    expect({ flow: after.flow, movements: after.movements, refusals: after.refusals }).toEqual({
      flow,
      movements,
      refusals,
    })
    expect(after.waits.map(({ count }) => count)).toEqual(before.waits.map(({ count }) => count))
    expect(after.waits.some(({ rough }) => rough)).toBe(true)
    expect(before.waits.some(({ rough }) => rough)).toBe(false)
    // Nobody kept the bed figures of that day.
    expect(after).toMatchObject({ bedsDay: null, bedsAt: null, beds: [], share: [] })
    expect(after.from).toBe(plusDays(after.until, 0))
  })
})
