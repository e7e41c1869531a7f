import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import { LIMITS } from '#shared/transfers/acts-now.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Outcome } from '#server/perform.ts'
import { log } from '#server/log.ts'
import { openAlertOf } from '#server/store/alerts.ts'
import { eventsOf } from '#server/store/events.ts'
import { reservationsOf } from '#server/store/reservations.ts'
import { loadTransfer } from '#server/store/transfers.ts'
import { startTimers, type Timers } from '#server/timers/timers.ts'
import { aPerson, aRequest, anId, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS, emptyDatabase, type Place } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'
import { NEVER, neverOld } from '#test/support/timed.ts'

const transfer = ids.transfer
const reservation = ids.reservation

const rows = (server: TestServer) => server.parts.hinge.store.query
const alertNow = (server: TestServer) => openAlertOf(rows(server), transfer) as Promise<Alert>
const transferNow = (server: TestServer) => loadTransfer(rows(server), transfer) as Promise<Transfer>
const namesOf = async (server: TestServer) =>
  (await eventsOf(rows(server), transfer)).map(({ event }) => event.name)

async function must(outcome: Promise<Outcome>): Promise<void> {
  const said = await outcome
  if ('refused' in said) throw new Error(JSON.stringify(said.refused))
}

/** An IC request that the LCPS offered to another region's hospital. */
async function anOffer(server: TestServer, of = transfer, to = reservation): Promise<void> {
  await must(server.perform(people.intensivist, 'transfer.submit', { transfer: of, request: aRequest() }))
  await must(server.perform(people.rcps, 'transfer.hand-over', { transfer: of, note: 'vol' }))
  await must(
    server.perform(people.lcps, 'transfer.offer', {
      transfer: of,
      reservation: to,
      hospital: places.to,
      reason: 'daar is ruimte',
    }),
  )
}

describe.each(DIALECTS)('what falls due, on %s', (dialect) => {
  let server: TestServer
  let timers: Timers
  let place: Place
  beforeEach(async () => {
    place = await emptyDatabase(dialect)
    server = await startTestServer(dialect, { place, beds: neverOld })
    timers = startTimers(server.parts, NEVER)
    await anOffer(server)
  })
  afterEach(async () => {
    await timers.close()
    await server.close()
    await place.drop()
  })
  const letPass = async () => {
    server.clock.now = (await alertNow(server)).dueAt ?? server.clock.now
  }

  it('nothing before its time; then one level, once', async () => {
    server.clock.now = plus(LIMITS.acknowledge.planned - 1)
    expect(await timers.tick()).toBe(0)
    server.clock.now = plus(LIMITS.acknowledge.planned)
    expect(await timers.tick()).toBe(1)
    expect(await timers.tick()).toBe(0)
    expect(await alertNow(server)).toMatchObject({ level: 1, state: 'raised' })
    expect((await transferNow(server)).escalation).toMatchObject({ level: 1 })
    expect((await namesOf(server)).filter((name) => name === 'transfer.escalated')).toHaveLength(1)
  })

  it('goes on although one request stands badly: no other alert waits for it', async () => {
    const [other, offer] = [anId(21), anId(22)]
    await anOffer(server, other, offer)
    const { query } = server.parts.hinge.store
    await query.updateTable('transfers').set({ row: '{' }).where('id', '=', transfer).execute()
    server.clock.now = plus(LIMITS.acknowledge.planned)
    const level = log.level
    log.level = 'silent'
    expect(await timers.tick()).toBe(1)
    log.level = level
    expect(await openAlertOf(query, other)).toMatchObject({ level: 1, state: 'raised' })
  })

  it('all the way: deputy, coordinator, and the offer expires; the request is matched again', async () => {
    for (const level of [1, 2] as const) {
      await letPass()
      expect(await timers.tick()).toBe(1)
      expect((await alertNow(server)).level).toBe(level)
    }
    await letPass()
    expect(await timers.tick()).toBe(1)
    expect(await transferNow(server)).toMatchObject({ state: 'matching', to: null, escalation: null })
    expect((await reservationsOf(rows(server), transfer)).map(({ state }) => state)).toEqual(['expired'])
    expect(await alertNow(server)).toMatchObject({ act: 'match', who: 'lcps', level: 0 })
  })

  it('acknowledged by the coordinator it went to, nothing more happens by itself', async () => {
    await letPass()
    await timers.tick()
    await letPass()
    await timers.tick()
    const { id } = await alertNow(server)
    await must(server.perform(people.receivingRcps, 'alert.acknowledge', { alert: id }))
    server.clock.now = plus(60 * 24)
    expect(await timers.tick()).toBe(0)
    expect((await transferNow(server)).state).toBe('offered')
  })

  it('a limit that was set moves what is open at the next look, on every server once', async () => {
    const { raisedAt } = await alertNow(server)
    await must(
      server.perform(aPerson('admin', 'brancard'), 'setting.decide', {
        setting: anId(601),
        name: 'limit.acknowledge.planned',
        value: 7,
        decidedBy: 'Landelijk beraad',
        reason: 'afgesproken',
        inForceFrom: server.clock.now,
      }),
    )
    expect(await timers.tick()).toBe(1)
    expect(await timers.tick()).toBe(0)
    expect(await alertNow(server)).toMatchObject({ level: 0, dueAt: plus(7, raisedAt) })
    expect((await transferNow(server)).limit).toBe(7)
    server.clock.now = plus(7, raisedAt)
    expect(await timers.tick()).toBe(1)
    expect(await alertNow(server)).toMatchObject({ level: 1 })
  })

  it('a server started later finds it due: nothing rests on memory', async () => {
    await timers.close()
    await server.close()
    server = await startTestServer(dialect, { fill: false, place })
    timers = startTimers(server.parts, NEVER)
    server.clock.now = plus(LIMITS.acknowledge.planned)
    expect(await timers.tick()).toBe(1)
    expect(await alertNow(server)).toMatchObject({ level: 1 })
  })

  it('a turn from before there were alerts gets one', async () => {
    const { id } = await alertNow(server)
    await rows(server).deleteFrom('alerts').execute()
    expect(await timers.tick()).toBe(1)
    const raised = await alertNow(server)
    expect(raised).toMatchObject({ act: 'acknowledge', who: 'receiver', state: 'raised', raisedAt: T0 })
    expect(raised.id).not.toBe(id)
    expect(await timers.tick()).toBe(0)
  })

  it('a person cannot send what the server does by itself', async () => {
    const lcps = await server.as(people.lcps.id)
    for (const name of ['reservation.expire', 'alert.escalate', 'alert.raise'] as const) {
      const answer = await lcps.post(name, { reservation, alert: anId(1), level: 0, transfer } as never)
      expect(await answer.json()).toMatchObject({ code: 'command.unknown' })
    }
  })
})

describe('several servers on one PostgreSQL', () => {
  it.runIf(DIALECTS.includes('postgres'))('do each due thing once between them', async () => {
    const first = await startTestServer('postgres')
    const second = await startTestServer('postgres', { fill: false, place: first.place })
    const timers = [first, second].map(({ parts }) => startTimers(parts, NEVER))
    const count = 12
    for (let n = 0; n < count; n += 1)
      await must(
        first.perform(people.intensivist, 'transfer.submit', {
          transfer: anId(100 + n),
          request: aRequest(),
        }),
      )
    for (const server of [first, second]) server.clock.now = plus(LIMITS.match.planned)
    const done = await Promise.all(timers.map((one) => one.tick()))
    // Both may have performed the same command: it is the same, and happened once.
    expect((done[0] ?? 0) + (done[1] ?? 0)).toBeGreaterThanOrEqual(count)
    const levels = await first.parts.hinge.store.query
      .selectFrom('events')
      .select(['subject_id', 'name'])
      .where('name', '=', 'alert.escalated')
      .execute()
    expect(levels).toHaveLength(count)
    expect(new Set(levels.map((row) => row.subject_id)).size).toBe(count)
    for (const one of timers) await one.close()
    await second.close()
    await first.close()
  })
})

describe.each(DIALECTS)('an offer that expires while it is confirmed, on %s (F8)', (dialect) => {
  it('one order that all agree on', async () => {
    const server = await startTestServer(dialect)
    const races = 20
    const tally = { confirmed: 0, expired: 0 }
    for (let n = 0; n < races; n += 1) {
      server.clock.now = T0
      const [of, to] = [randomUUID(), randomUUID()]
      await anOffer(server, of, to)
      const timers = startTimers(server.parts, NEVER)
      const open = () => openAlertOf(rows(server), of) as Promise<Alert>
      for (let level = 0; level < 2; level += 1) {
        server.clock.now = (await open()).dueAt ?? ''
        await timers.tick()
      }
      server.clock.now = (await open()).dueAt ?? ''
      const acceptedBy = { role: 'dienstdoend intensivist', phone: '088 5550 200' }
      const confirm = () =>
        server.perform(people.receiver, 'reservation.confirm', { reservation: to, needs: [], acceptedBy })
      const expire = () => server.perform(SYSTEM, 'reservation.expire', { reservation: to })
      const said =
        n % 2 === 0
          ? (await Promise.all([expire(), confirm()]))[1]
          : (await Promise.all([confirm(), expire()]))[0]
      const [row] = await reservationsOf(rows(server), of)
      const state = row?.state
      if (state === 'confirmed') expect(said).not.toHaveProperty('refused')
      else expect(said).toEqual({ refused: { code: 'step.refused', facts: { state: 'expired' } } })
      expect((await loadTransfer(rows(server), of))?.state).toBe(
        state === 'confirmed' ? 'reserved' : 'matching',
      )
      tally[state === 'confirmed' ? 'confirmed' : 'expired'] += 1
      await timers.close()
      await must(
        server.perform(people.intensivist, 'transfer.withdraw', { transfer: of, reason: 'filed-in-error' }),
      )
    }
    expect(tally.confirmed).toBeGreaterThan(0)
    expect(tally.expired).toBeGreaterThan(0)
    await server.close()
  })
})
