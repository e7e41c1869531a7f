// The day board as a desk reads it: which rides go on from where the one before ended, and from what hour on tomorrow is planned.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardRide, DayBoard } from '#shared/wire/day-board.ts'
import { chain } from '#server/views/day-board-view.ts'
import { aPerson, anId, people, places, plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

const ride = (id: string, minutes: number, over: Partial<BoardRide>): BoardRide =>
  ({
    id,
    vehicle: 'micu-1',
    departAt: plus(minutes),
    from: null,
    to: null,
    chained: false,
    ...over,
  }) as BoardRide

describe('a ride that goes on from where its vehicle is', () => {
  const chained = (rides: BoardRide[]) => chain(rides).flatMap(({ id, chained: is }) => (is ? [id] : []))
  const there = ride('there', 0, { from: 'umc-utrecht', to: 'olvg-oost' })

  it.each([
    ['begins at the same hospital', { from: 'olvg-oost' }, true],
    ['begins at one near by', { from: 'amsterdam-umc-vumc' }, true],
    ['begins across the country', { from: 'radboudumc' }, false],
    ['is another vehicle’s', { from: 'olvg-oost', vehicle: 'micu-2' }, false],
    ['is not known to who looks', { from: null }, false],
  ] as const)('%s: %j is chained: %s', (_, over, is) => {
    expect(chained([there, ride('on', 200, { to: 'umc-utrecht', ...over })])).toEqual(is ? ['on'] : [])
  })

  it('is held against the one driven before it, whatever order they are told in', () => {
    const between = ride('between', 100, { from: 'radboudumc', to: 'radboudumc' })
    expect(chained([ride('on', 200, { from: 'olvg-oost' }), between, there])).toEqual([])
    expect(chained([ride('on', 200, { from: 'olvg-oost' }), there])).toEqual(['on'])
  })
})

describe.each(DIALECTS)('the hour at which tomorrow is planned, on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
  })
  afterEach(() => server.close())

  const board = async (): Promise<DayBoard> =>
    (await (
      await (await server.as(people.desk.id)).get(`/api/day-board?day=2026-11-21&scope=own`)
    ).json()) as DayBoard

  it('is fifteen until it is decided otherwise, from the day that decision is in force', async () => {
    expect(await board()).toMatchObject({ planHour: 15, day: '2026-11-21', scope: 'own' })
    expect((await board()).vehicles.every(({ org }) => org === places.desk)).toBe(true)
    const decided = {
      ...{ setting: anId(701), name: 'rides.plan-hour' as const, value: 13 },
      ...{ decidedBy: 'Landelijk beraad', reason: 'afgesproken', inForceFrom: plus(30) },
    }
    expect(await server.perform(people.desk, 'setting.decide', decided)).toMatchObject({
      refused: { code: 'role.refused' },
    })
    expect(await server.perform(aPerson('admin', 'brancard'), 'setting.decide', decided)).not.toHaveProperty(
      'refused',
    )
    expect((await board()).planHour).toBe(15)
    server.clock.now = plus(31)
    expect((await board()).planHour).toBe(13)
  })
})
