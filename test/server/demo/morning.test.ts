import { afterEach, describe, expect, it } from 'vitest'
import { freeBeds } from '#shared/beds/capacity.ts'
import type { Beds } from '#shared/beds/beds.ts'
import { regions } from '#shared/reference/regions.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { playMorning } from '#server/demo/morning.ts'
import { demoPeople } from '#server/demo/people.ts'
import { scenes } from '#server/demo/scenes.ts'
import { seedWhenEmpty } from '#server/demo/seed.ts'
import { allBeds } from '#server/store/beds.ts'
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

  it('is the same at every start', async () => {
    const [one, two] = await Promise.all(
      [0, 1].map(async () => transfersIn((await morningAt('sqlite', STARTS[0] ?? '')).store)),
    )
    expect(one).toEqual(two)
    expect(one?.filter(isOpen).length).toBeGreaterThan(30)
  })
})
