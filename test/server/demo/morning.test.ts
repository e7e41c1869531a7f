import { afterEach, describe, expect, it } from 'vitest'
import { freeBeds } from '#shared/beds/capacity.ts'
import type { Beds } from '#shared/beds/beds.ts'
import { regions } from '#shared/reference/regions.ts'
import { coarse } from '#shared/rides/position.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { playMorning } from '#server/demo/morning.ts'
import { demoPeople } from '#server/demo/people.ts'
import { scenes } from '#server/demo/scenes.ts'
import { renewExamples, seedWhenEmpty } from '#server/demo/seed.ts'
import { allBeds } from '#server/store/beds.ts'
import { allFeeds } from '#server/store/feeds.ts'
import { historyOf } from '#server/store/observations.ts'
import { openStore } from '#server/store/open-store.ts'
import { activeRides } from '#server/store/rides.ts'
import type { Store } from '#server/store/store.ts'
import { DIALECTS, type Dialect, emptyDatabase } from '#test/support/databases.ts'

const CLOSING: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of CLOSING.splice(0)) await close()
})

async function morningAt(dialect: Dialect, instant: string) {
  const now = new Date(instant)
  const place = await emptyDatabase(dialect)
  const store = await openStore(place.choice, () => now)
  CLOSING.push(async () => {
    await store.close()
    await place.drop()
  })
  await seedWhenEmpty(store, now)
  return { store, now, morning: await playMorning(store, decisions, demoPeople(), now) }
}

const transfersIn = async ({ query }: Store): Promise<Transfer[]> =>
  (await query.selectFrom('transfers').select('row').execute()).map(({ row }) => JSON.parse(row))

/** Before and after noon, at night, and around both changes of the clock. */
const STARTS = [
  '2026-11-21T09:15:00.000Z',
  '2026-11-21T13:40:00.000Z',
  '2026-11-21T23:30:00.000Z',
  '2026-03-29T01:30:00.000Z',
  '2026-10-25T00:30:00.000Z',
]

describe.each(DIALECTS)('the simulated morning on %s', (dialect) => {
  it.each(dialect === 'sqlite' ? STARTS : STARTS.slice(0, 1))(
    'is played without one refusal at %s',
    async (at) => {
      const { store, now, morning } = await morningAt(dialect, at)
      expect(morning.refused).toEqual([])
      const transfers = await transfersIn(store)
      expect(transfers).toHaveLength(scenes.length)
      expect(new Set(transfers.map(({ fromRegion }) => fromRegion)).size).toBe(regions.length)
      const states = new Set(transfers.map(({ state }) => state))
      for (const state of [
        'verifying',
        'matching',
        'offered',
        'reserved',
        'planned',
        'in-transit',
        'arrived',
        'on-hold',
        'closed',
      ])
        expect(states, state).toContain(state)
      expect(transfers.filter(({ level }) => level === 'national').length).toBeGreaterThan(8)
      const events = await store.query.selectFrom('events').select(['at', 'seq']).orderBy('seq').execute()
      expect(events.every((event) => event.at <= now.toISOString())).toBe(true)
      expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).sort())
    },
  )
})

describe('what was said of beds', () => {
  it('has two weeks of reports, a feed beside a desk and a correction about to end', async () => {
    const { store, now, morning } = await morningAt('sqlite', STARTS[0] ?? '')
    expect(morning.refused).toEqual([])
    const beds = await allBeds(store.query)
    const disputed = beds.find(({ beside }) => beside != null)
    expect(disputed).toMatchObject({ source: 'desk', beside: { source: 'lpz', feed: 'lpz' } })
    const corrected = beds.filter(({ correction }) => correction != null)
    expect(corrected).toHaveLength(1)
    const left = Date.parse(corrected[0]?.correction?.until ?? '') - now.getTime()
    expect(left).toBe(50 * 60_000)
    const since = new Date(now.getTime() - 14 * 24 * 3_600_000).toISOString()
    for (const { id } of beds) {
      const told = await historyOf(store.query, id, since, 200)
      expect(told.length, id).toBeGreaterThan(20)
      expect(new Set(told.map(({ occupied }) => occupied)).size, id).toBeGreaterThan(1)
    }
    expect(await allFeeds(store.query)).toMatchObject([{ name: 'lpz', scope: 'nl' }])
  })
})

describe('what the morning leaves', () => {
  it('has no IC bed free in Midden-Nederland, BOSS included, and room elsewhere', async () => {
    const { store, now } = await morningAt('sqlite', STARTS[0] ?? '')
    const ic = (await allBeds(store.query)).filter(({ bed }) => bed === 'ic')
    const free = (beds: Beds) => freeBeds({ ...beds, now: now.toISOString() })
    const here = ic.filter(({ region }) => region === 'nazmn')
    expect(here.map((beds) => free(beds).freeInclBoss)).toEqual(here.map(() => 0))
    const elsewhere = ic.filter(({ region }) => region !== 'nazmn').map((beds) => free(beds).free)
    expect(elsewhere.filter((beds) => beds > 0).length).toBeGreaterThan(25)
  })

  it('has both ambulance+ on a ride, a ward patient on HFNO waiting, and vehicles left', async () => {
    const { store } = await morningAt('sqlite', STARTS[0] ?? '')
    const rides = await activeRides(store.query)
    expect(rides.filter(({ vehicleKind }) => vehicleKind === 'ambulance-plus')).toHaveLength(2)
    expect(rides.filter(({ vehicleKind }) => vehicleKind === 'micu').length).toBeLessThan(6)
    expect(rides.map(({ vehicle }) => vehicle)).not.toContain('micu-umc-utrecht-1')
    const waiting = (await transfersIn(store)).filter(
      ({ state, desks }) => state === 'reserved' && desks.includes('carrier-4b'),
    )
    expect(waiting.length).toBeGreaterThan(0)
  })

  it('has vehicles on the road of which most crews tell where they are, to three decimals', async () => {
    const { store } = await morningAt('sqlite', STARTS[0] ?? '')
    const told = await store.query.selectFrom('positions').selectAll().execute()
    expect(told.length).toBeGreaterThan(2)
    for (const { lat, lon } of told) expect(coarse({ lat, lon })).toEqual({ lat, lon })
  })

  it('is the same at every start', async () => {
    const [one, two] = await Promise.all(
      [0, 1].map(async () => transfersIn((await morningAt('sqlite', STARTS[0] ?? '')).store)),
    )
    expect(one).toEqual(two)
    expect(one?.filter(isOpen).length).toBeGreaterThan(30)
  })
})

describe.each(DIALECTS)('the figures of the demo on %s', (dialect) => {
  it('are filled in once, also when two servers start at once', async () => {
    const now = new Date(STARTS[0] ?? '')
    const place = await emptyDatabase(dialect)
    const store = await openStore(place.choice, () => now)
    CLOSING.push(async () => {
      await store.close()
      await place.drop()
    })
    const filled = await Promise.all([1, 2, 3].map(() => seedWhenEmpty(store, now)))
    expect(filled.filter(Boolean)).toHaveLength(1)
    expect(await store.query.selectFrom('phases').select('id').execute()).toHaveLength(2)
  })

  it('are reported anew when the demo starts again the next day, and people’s own are left', async () => {
    const { store, now } = await morningAt(dialect, STARTS[0] ?? '')
    expect(await renewExamples(store, now)).toBeLessThanOrEqual(4)
    const before = await allBeds(store.query)
    const tomorrow = new Date(now.getTime() + 86_400_000)
    const renewed = await renewExamples(store, tomorrow)
    expect(renewed).toBe(before.filter(({ source }) => source === 'example').length)
    const after = new Map((await allBeds(store.query)).map((row) => [row.id, row]))
    for (const row of before.filter(({ source }) => source === 'example')) {
      const { reportedAt, observedAt, rev, ...figures } = after.get(row.id) ?? row
      expect(row).toMatchObject(figures)
      expect(rev).toBe(row.rev + 1)
      expect(freeBeds({ ...row, reportedAt, now: tomorrow.toISOString() }).freshness).toBe('fresh')
      expect(observedAt).toBe(reportedAt)
    }
    expect(await renewExamples(store, tomorrow)).toBe(0)
  })
})
