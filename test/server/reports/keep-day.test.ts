import { afterEach, describe, expect, it } from 'vitest'
import { NATION } from '#shared/reports/beds-day.ts'
import type { ForecastView, ReportView } from '#shared/wire/reports.ts'
import { keepDay } from '#server/reports/keep-day.ts'
import { daysBetween } from '#server/store/days.ts'
import { places, someBeds } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
afterEach(() => server.close())

const NINE = '2026-11-21T08:59:59.000Z'
const TEN = '2026-11-21T09:00:00.000Z'

describe.each(DIALECTS)('the figures of a day on %s', (dialect) => {
  const start = async () => {
    server = await startTestServer(dialect, {
      beds: [someBeds(places.to, 'ic', { operational: 12, occupied: 7, crisis: 6 })],
    })
    return server.parts.hinge.store
  }

  it('are kept once, from ten o’clock on, by whichever server comes first', async () => {
    const store = await start()
    expect(await keepDay(store, NINE)).toBe(false)
    const both = await Promise.all([keepDay(store, TEN), keepDay(store, TEN)])
    expect(both).toContain(true)
    expect(await keepDay(store, '2026-11-21T20:00:00.000Z')).toBe(false)
    const kept = await daysBetween(store.query, '2026-11-01', '2026-11-30')
    expect(kept).toHaveLength(24)
    expect(kept.find(({ place, bed }) => place === NATION && bed === 'ic')).toMatchObject({
      day: '2026-11-21',
      at: TEN,
      operational: 12,
      occupied: 7,
      crisis: 6,
      rule: { exempt: [] },
    })
  })

  it('stay as they were, and are what that day’s report shows', async () => {
    const store = await start()
    await keepDay(store, TEN)
    await store.query.deleteFrom('beds').execute()
    server.clock.now = '2026-11-23T12:00:00.000Z'
    const lcps = await server.as('lcps@nl')
    const report = (await (await lcps.get('/api/reports/day?day=2026-11-21')).json()) as ReportView
    expect(report).toMatchObject({ bedsDay: '2026-11-21', bedsAt: TEN })
    expect(report.beds.find(({ place, bed }) => place === NATION && bed === 'ic')).toMatchObject({
      operational: 12,
      occupied: 7,
    })
    expect(report.series).toMatchObject([
      { day: '2026-11-21', bed: 'ic', occupied: 7 },
      { day: '2026-11-21', bed: 'ward', occupied: 0 },
    ])
    const none = (await (await lcps.get('/api/reports/day?day=2026-11-22')).json()) as ReportView
    expect(none).toMatchObject({ bedsDay: null, beds: [] })
  })

  it('feed the prognosis, which says so while they are too few', async () => {
    const store = await start()
    for (let day = 1; day <= 7; day += 1) await keepDay(store, `2026-11-0${day}T12:00:00.000Z`)
    server.clock.now = '2026-11-07T13:00:00.000Z'
    const lcps = await server.as('lcps@nl')
    const seven = (await (await lcps.get('/api/forecast')).json()) as ForecastView
    expect(seven).toMatchObject({ lastDay: '2026-11-07', daysOld: 0, length: 7 })
    expect(seven.lines.every(({ days }) => days === null)).toBe(true)
    await keepDay(store, '2026-11-08T12:00:00.000Z')
    server.clock.now = '2026-11-08T13:00:00.000Z'
    const eight = (await (await (await server.as('lcps@nl')).get('/api/forecast')).json()) as ForecastView
    const line = eight.lines.find(({ place, bed }) => place === NATION && bed === 'ic')
    expect(line?.series).toHaveLength(8)
    expect(line?.days?.map(({ expected }) => expected)).toEqual([6, 6, 6, 6, 6, 6, 6])
    expect(line?.days?.[0]).toMatchObject({ day: '2026-11-09', low: null, error: null, covered: null })
    // An observer: six patients in one region are told, the nation's too.
    const observer = await server.as('observer@igj')
    const shown = (await (await observer.get('/api/forecast')).json()) as ForecastView
    expect(shown.lines.find(({ place, bed }) => place === NATION && bed === 'ic')?.withheld).toBe(false)
    expect(shown.lines.filter(({ withheld }) => withheld).length).toBeGreaterThan(10)
  })
})
