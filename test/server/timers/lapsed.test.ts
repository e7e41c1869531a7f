import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Alert, EXPIRE_MINUTES } from '#shared/alerts/alert.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { perform } from '#server/perform.ts'
import { openAlertOf } from '#server/store/alerts.ts'
import { loadTransfer } from '#server/store/transfers.ts'
import { startTimers, type Timers } from '#server/timers/timers.ts'
import { aRequest, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS, emptyDatabase, type Place } from '#test/support/databases.ts'
import { fill } from '#test/support/fill.ts'
import { firstAdmin, startOwnServer, welcome } from '#test/support/own-server.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'
import { NEVER } from '#test/support/timed.ts'

const HOURS_12 = 12 * 60
const { transfer, reservation } = ids
const deputyId = `bed-desk-deputy@${places.to}`
const query = (server: TestServer) => server.parts.hinge.store.query

describe.each(DIALECTS)('a desk’s session that runs out while an alert rings in it, on %s', (dialect) => {
  let server: TestServer
  let timers: Timers
  let place: Place
  beforeEach(async () => {
    place = await emptyDatabase(dialect)
    server = await startTestServer(dialect, { place })
    timers = startTimers(server.parts, NEVER)
  })
  afterEach(async () => {
    await timers.close()
    await server.close()
    await place.drop()
  })

  const at = (minutes: number) => {
    server.clock.now = plus(minutes)
  }
  /** Signs in so that twelve hours later is so many minutes after T0. */
  const untilAfter = (minutes: number, person: string = people.receiver.id) => {
    at(minutes - HOURS_12)
    return server.as(person)
  }
  /** An offer by the LCPS, at T0: the receiving hospital's desk is to answer. */
  async function anOffer(): Promise<void> {
    at(0)
    for (const done of [
      await server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() }),
      await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' }),
      await server.perform(people.lcps, 'transfer.offer', {
        transfer,
        reservation,
        hospital: places.to,
        reason: 'daar is ruimte',
      }),
    ])
      expect(done).not.toHaveProperty('refused')
  }
  const alert = () => openAlertOf(query(server), transfer) as Promise<Alert>
  const stays = async (level = 0) => {
    expect(await timers.tick()).toBe(0)
    expect((await alert()).level).toBe(level)
  }

  it('the alert goes on at once, one level, once; the parties see it', async () => {
    await untilAfter(7)
    await anOffer()
    at(6)
    await stays()
    at(7)
    expect(await timers.tick()).toBe(1)
    expect(await alert()).toMatchObject({ level: 1, state: 'raised' })
    const moved = (await loadTransfer(query(server), transfer)) as Transfer
    expect(moved.escalation).toMatchObject({ act: 'acknowledge', level: 1, at: plus(7) })
    await stays(1)
  })

  it('a colleague still there hears it; when that session ends too, by signing out or not, it goes on', async () => {
    await untilAfter(7)
    const colleague = await untilAfter(9)
    await anOffer()
    at(8)
    await stays()
    await server.app.request('/api/session', { method: 'DELETE', headers: { cookie: colleague.cookie } })
    expect(await timers.tick()).toBe(1)
    expect((await alert()).level).toBe(1)
  })

  it('while the deputy whom it rings for too is there, it waits', async () => {
    await untilAfter(35)
    await untilAfter(38, deputyId)
    await anOffer()
    at(30)
    expect(await timers.tick()).toBe(1)
    at(36)
    await stays(1)
    at(38)
    expect(await timers.tick()).toBe(1)
    expect((await alert()).level).toBe(2)
  })

  it('who signs in again before the look hears it', async () => {
    await untilAfter(7)
    await anOffer()
    at(7)
    await server.as(people.receiver.id)
    await stays()
  })

  it.each([
    ['nobody was signed in', async () => undefined],
    ['the session ran out before it rang', () => untilAfter(0)],
    ['it was another hospital’s desk', () => untilAfter(7, `bed-desk@${places.sibling}`)],
    ['it was the deputy’s, whom it did not ring for yet', () => untilAfter(7, deputyId)],
  ])('%s: the step’s own limit holds', async (_, before) => {
    await before()
    await anOffer()
    at(8)
    await stays()
  })

  it('who signed out chose to: the step’s own limit holds', async () => {
    const desk = await untilAfter(7)
    await anOffer()
    await server.app.request('/api/session', { method: 'DELETE', headers: { cookie: desk.cookie } })
    at(8)
    await stays()
  })

  it('who acknowledged it is trusted with it', async () => {
    await untilAfter(7)
    await anOffer()
    await server.perform(people.receiver, 'alert.acknowledge', { alert: (await alert()).id })
    at(8)
    await stays()
  })

  it('the deputy’s lapse moves it on to the coordinator; the coordinator’s never ends an offer early', async () => {
    await untilAfter(7)
    await untilAfter(8, deputyId)
    await untilAfter(9, people.receivingRcps.id)
    await anOffer()
    at(7)
    // The deputy hears from level 1 only: the first level has nobody left.
    expect(await timers.tick()).toBe(1)
    await stays(1)
    at(8)
    expect(await timers.tick()).toBe(1)
    expect(await alert()).toMatchObject({ level: 2, above: { who: 'rcps', org: places.toRegion } })
    at(9)
    await stays(2)
    expect((await alert()).dueAt).toBe(plus(8 + (EXPIRE_MINUTES.acknowledge?.planned ?? 0)))
  })

  it('another sign-in does not forget it; a server started later finds it', async () => {
    await untilAfter(7)
    await anOffer()
    at(7)
    await timers.close()
    await server.close()
    server = await startTestServer(dialect, { fill: false, place })
    timers = startTimers(server.parts, NEVER)
    at(10)
    await server.as(people.desk.id)
    expect(await timers.tick()).toBe(1)
    expect((await alert()).level).toBe(1)
  })
})

describe.each(DIALECTS)('with people of its own, on %s', (dialect) => {
  it('the roles are those of the database', async () => {
    const server = await startOwnServer(dialect)
    const { hinge } = server.parts
    await fill(hinge.store, roomEverywhere(), '2a')
    server.clock.now = plus(7 - HOURS_12)
    const admin = await firstAdmin(server)
    await welcome(server, admin, 'rcps', places.region)
    server.clock.now = T0
    const timers = startTimers(server.parts, NEVER)
    const payload = { transfer, request: aRequest() }
    const command = { id: ids.other, name: 'transfer.submit' as const, at: T0, payload }
    await perform(hinge, { person: people.intensivist, command, hash: 'x' })
    expect(await timers.tick()).toBe(0)
    server.clock.now = plus(7)
    expect(await timers.tick()).toBe(1)
    expect(await openAlertOf(hinge.store.query, transfer)).toMatchObject({ who: 'rcps', level: 1 })
    await timers.close()
    await server.close()
  })
})
