import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LetterLine } from '#shared/wire/letters.ts'
import { seal } from '#server/record/seal.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { purgeAll } from '#server/retention/retention.ts'
import { loadPrivate, loadTransfer } from '#server/store/transfers.ts'
import { saveHold } from '#server/store/retention.ts'
import { anId, aRequest, ids, people, places, plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'
import { signIn } from '#test/support/server.ts'
import { openStream } from '#test/support/sse.ts'

const HOUR = 60
const DAY = 24 * HOUR

describe.each(DIALECTS)('old data goes, on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
  })
  afterEach(() => server.close())

  const store = () => server.parts.hinge.store
  const run = (minutes: number) => {
    server.clock.now = plus(minutes)
    return purgeAll(store(), server.clock.now)
  }
  const must = async (outcome: Promise<object>) => {
    const said = await outcome
    if ('refused' in said) throw new Error(JSON.stringify(said))
  }
  const file = (transfer: string = ids.transfer) =>
    must(
      server.perform(people.intensivist, 'transfer.submit', {
        transfer,
        request: aRequest({ readyFrom: server.clock.now }),
      }),
    )
  const withdraw = (transfer: string = ids.transfer) =>
    must(
      server.perform(people.intensivist, 'transfer.withdraw', {
        transfer,
        reason: 'filed-in-error',
        note: 'dubbel ingevoerd',
      }),
    )
  const moved = async () => {
    const { transfer, reservation, ride } = ids
    await file()
    const to = { transfer, reservation, hospital: places.to, reason: 'afgesproken' }
    const acceptedBy = { role: 'intensivist van dienst', phone: '024-7654321' }
    const planned = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: plus(0) }
    await must(server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' }))
    await must(server.perform(people.lcps, 'transfer.offer', to))
    await must(server.perform(people.receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy }))
    await must(server.perform(people.desk, 'ride.plan', planned))
    await must(server.perform(people.crew, 'ride.accept', { ride }))
    for (const step of ['en-route', 'at-origin'] as const)
      await must(server.perform(people.crew, 'ride.advance', { ride, to: step }))
    await must(server.perform(people.crew, 'ride.advance', { ride, to: 'departed', override: 'pols' }))
    for (const step of ['at-destination', 'handed-over', 'available'] as const)
      await must(server.perform(people.crew, 'ride.advance', { ride, to: step }))
    await must(server.perform(people.receiver, 'transfer.close', { transfer }))
  }
  const notes = () =>
    store().query.selectFrom('events').select('note').where('note', 'is not', null).execute()
  const count = async (table: 'transfers' | 'reservations' | 'rides' | 'audience' | 'commands' | 'alerts') =>
    (await store().query.selectFrom(table).selectAll().execute()).length

  it('a cancelled request’s clinical fields, phone lines and words after 72 hours, and not before', async () => {
    await file()
    await withdraw()
    expect(await run(72 * HOUR - 1)).toMatchObject({ clinical: 0, oldestClinicalHours: 71 })
    expect(await run(72 * HOUR)).toMatchObject({ clinical: 1, waiting: 0, oldestClinicalHours: null })
    expect(await loadPrivate(store().query, ids.transfer)).toEqual({ clinical: null, contacts: null })
    expect(await notes()).toEqual([])
    expect(await loadTransfer(store().query, ids.transfer)).toMatchObject({ state: 'withdrawn' })
    expect(await run(73 * HOUR)).toMatchObject({ clinical: 0 })
  })

  it('a moved patient’s once both hospitals took over the letter, by the record; else after 14 days', async () => {
    await moved()
    const asks = [people.intensivist, people.receiver] as const
    expect(await run(72 * HOUR)).toMatchObject({ clinical: 0, waiting: 1 })
    for (const [n, { id }] of asks.entries()) {
      const letter = await (await server.as(id)).get(`/api/transfers/${ids.transfer}/letter?as=print`)
      expect(letter.status).toBe(200)
      expect((await letter.json()).clinical).toMatchObject({ fio2: 45 })
      expect(await run(73 * HOUR + n), id).toMatchObject({ clinical: n, waiting: 1 - n })
    }
    expect(await loadPrivate(store().query, ids.transfer)).toEqual({ clinical: null, contacts: null })
  })

  it('a hospital that has not is reminded from 72 hours on, once a day, and sees which letters wait', async () => {
    await moved()
    const reminded: string[][] = []
    const look = async (minutes: number) => {
      server.clock.now = plus(minutes)
      reminded.length = 0
      await purgeAll(store(), server.clock.now, async (missing) => void reminded.push([...missing]))
      return reminded
    }
    const waitsAt = async ({ id }: { id: string }) => {
      const { letters } = await (await (await server.as(id)).get('/api/letters')).json()
      return letters as LetterLine[]
    }
    expect(await look(72 * HOUR - 1)).toEqual([])
    const waits = { transfer: ids.transfer, remindFrom: plus(72 * HOUR), goesAt: plus(14 * DAY) }
    for (const one of [people.intensivist, people.receiver])
      expect(await waitsAt(one), one.id).toMatchObject([waits])
    expect(await look(72 * HOUR)).toEqual([[places.from, places.to]])
    expect(await look(73 * HOUR)).toEqual([])
    await (await server.as(people.receiver.id)).get(`/api/transfers/${ids.transfer}/letter?as=print`)
    expect(await waitsAt(people.receiver)).toEqual([])
    expect(await waitsAt(people.intensivist)).toHaveLength(1)
    expect(await look(96 * HOUR)).toEqual([[places.from]])
    // By hand there is nobody to tell, and nobody counts as told.
    await purgeAll(store(), plus(121 * HOUR))
    expect(await look(122 * HOUR)).toEqual([[places.from]])
    const lines = await store()
      .query.selectFrom('record_lines')
      .select(['event', 'action', 'role'])
      .where('event', '=', 'retention.remind')
      .execute()
    expect(lines).toHaveLength(3)
    expect(lines[0]).toEqual({ event: 'retention.remind', action: 'E', role: 'system' })
    expect(await look(14 * DAY)).toEqual([])
    expect(await waitsAt(people.intensivist)).toEqual([])
  })

  it('at most 14 days, also where nobody took it over', async () => {
    await moved()
    expect(await run(14 * DAY - 1)).toMatchObject({ clinical: 0, waiting: 1 })
    expect(await run(14 * DAY)).toMatchObject({ clinical: 1 })
  })

  it('after 90 days the timeline goes; figures stay, and the rows leave a phone that still holds them', async () => {
    await moved()
    const { url } = await server.listen()
    const cookie = await signIn(server.app, people.rcps.id)
    const stream = await openStream(url, cookie)
    server.clock.now = plus(0)
    const purged = await run(90 * DAY)
    expect(purged).toMatchObject({ timeline: 1 })
    const gone = [await stream.next(), await stream.next(), await stream.next()].map(({ data }) => data)
    expect(gone).toEqual(
      expect.arrayContaining([
        { kind: 'gone', subject: 'transfer', id: ids.transfer },
        { kind: 'gone', subject: 'reservation', id: ids.reservation },
        { kind: 'gone', subject: 'ride', id: ids.ride },
      ]),
    )
    stream.close()
    for (const table of ['transfers', 'reservations', 'rides', 'alerts'] as const)
      expect(await count(table), table).toBe(0)
    // The bed reports' and the phase's audiences stay.
    const left = await store().query.selectFrom('audience').selectAll().execute()
    expect(left.filter(({ subject }) => subject !== 'beds' && subject !== 'phase')).toEqual([])
    expect(await count('commands')).toBe(0)
    const events = await store().query.selectFrom('events').select(['name', 'data']).execute()
    expect(JSON.stringify(events)).not.toContain('fio2')
    expect(events.filter(({ name }) => name !== 'beds.counted').map(({ name }) => name)).toEqual([
      'transfer.purged',
    ])
    const figures = await store().query.selectFrom('figures').selectAll().orderBy('measure').execute()
    expect(figures.find(({ measure }) => measure === 'moved')).toEqual({
      day: plus(0).slice(0, 10),
      from_region: places.region,
      to_region: places.toRegion,
      bed: 'ic',
      kind: 'planned',
      ended: '',
      measure: 'moved',
      count: 1,
      minutes: 0,
    })
    // The record stays, with the code.
    const lines = await store()
      .query.selectFrom('record_lines')
      .select(['code', 'event'])
      .where('transfer', '=', ids.transfer)
      .execute()
    expect(lines.length).toBeGreaterThan(8)
    expect(lines.at(-1)).toMatchObject({ event: 'retention.timeline', code: lines[0]?.code })
    expect((await run(181 * DAY)).timeline).toBe(0)
    expect(
      await store().query.selectFrom('events').select('seq').where('name', '=', 'transfer.purged').execute(),
    ).toEqual([])
  })

  it('two transfers of a day add up', async () => {
    for (const id of [ids.transfer, ids.other]) {
      await file(id)
      await withdraw(id)
    }
    expect((await run(90 * DAY)).timeline).toBe(2)
    const figures = await store().query.selectFrom('figures').select(['measure', 'count']).execute()
    expect(figures).toContainEqual({ measure: 'filed', count: 2 })
  })

  it('a legal hold keeps it all', async () => {
    await file()
    await withdraw()
    const hold = { id: anId(77), transfer: ids.transfer, reason: 'vordering', person: 'admin', at: plus(1) }
    await saveHold(store().query, hold)
    expect(await run(100 * DAY)).toMatchObject({ clinical: 0, timeline: 0 })
    expect((await loadPrivate(store().query, ids.transfer)).clinical).not.toBeNull()
  })

  it('lines of the record leave after five years by whole days, and the chain goes on', async () => {
    await file()
    await seal(store(), plus(1))
    server.clock.now = plus(2 * DAY)
    await file(ids.other)
    await seal(store(), plus(2 * DAY))
    const five = '2031-11-22T00:00:00.000Z'
    expect((await purgeAll(store(), '2031-11-21T23:59:59.000Z')).lines).toBe(0)
    expect((await purgeAll(store(), five)).lines).toBe(1)
    await seal(store(), five)
    const verified = await verifyRecord(store().query)
    expect(verified.faults).toEqual([])
    expect(verified.lines).toBe(2)
    const left = await store()
      .query.selectFrom('record_lines')
      .select(['event', 'transfer'])
      .orderBy('id')
      .execute()
    expect(left).toEqual([
      { event: 'transfer.submit', transfer: ids.other },
      { event: 'record.sealed-days', transfer: null },
    ])
    expect(await store().query.selectFrom('record_checkpoints').selectAll().execute()).toMatchObject([
      { n: 1, through: '2026-11-21', lines: 1, at: five },
    ])
  })
})
