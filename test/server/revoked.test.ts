// F16: a role is taken away while a phone is offline with a queue.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Command, CommandName, Payload } from '#shared/wire/command.ts'
import { perform } from '#server/perform.ts'
import { loadTransfer } from '#server/store/transfers.ts'
import { anId, aRequest, people } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { fill } from '#test/support/fill.ts'
import { aPhone, noSignal, outboxOn, type Phone, statesOn } from '#test/support/outbox.ts'
import {
  firstAdmin,
  type OwnServer,
  type Seat,
  show,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'
import { roomEverywhere } from '#test/support/story.ts'
import type { Outbox } from '#web/sync/outbox.ts'

const [first, second] = [anId(1), anId(2)]

describe.each(DIALECTS)('a role revoked while a phone is offline with a queue, on %s', (dialect) => {
  let server: OwnServer
  let admin: Seat
  let seat: Seat
  let phone: Phone
  let outbox: Outbox
  let before: Transfer[]
  beforeEach(async () => {
    server = await startOwnServer(dialect)
    await fill(server.parts.hinge.store, roomEverywhere(), '2a')
    admin = await firstAdmin(server)
    seat = await welcome(server, admin, 'rcps', 'nazmn')
    for (const transfer of [first, second]) await file(transfer)
    before = await transfers()
    phone = aPhone()
    phone.answer = noSignal
    outbox = outboxOn(phone, seat.session.person)
    for (const transfer of [first, second])
      await outbox.enqueue(act('transfer.claim', { transfer }), transfer)
    await outbox.enqueue(act('transfer.hand-over', { transfer: first, note: 'regio vol' }), first)
    await phone.clock.pass(60_000)
    expect(await statesOn(phone)).toEqual(['waiting', 'waiting', 'waiting'])
  })
  afterEach(async () => {
    outbox.stop()
    expect(phone.faults).toEqual([])
    await server.close()
  })

  const act = <N extends CommandName>(name: N, payload: Payload<N>): Command =>
    ({ id: randomUUID(), name, at: server.clock.now, payload }) as Command

  async function file(transfer: string): Promise<void> {
    const command = act('transfer.submit', { transfer, request: aRequest() })
    const person: Person = people.intensivist
    expect(await perform(server.parts.hinge, { person, command, hash: transfer })).not.toHaveProperty(
      'refused',
    )
  }

  const change = async (what: string, body?: unknown) => {
    const answer = await admin.browser.ask('POST', `/api/admin/people/${seat.session.person}/${what}`, body)
    expect(answer.status).toBe(204)
  }
  const gives = (role: string, org: string) => change('roles', { memberships: [{ role, org }] })

  /** The queue goes until nothing of it is under way. */
  async function withSignal(): Promise<void> {
    phone.answer = (command) => seat.browser.ask('POST', '/api/commands', command)
    await outbox.hurry()
    for (let turn = 0; turn < 20; turn += 1) await phone.clock.pass(2_000)
  }

  async function signInAgain(): Promise<void> {
    expect((await show(seat)).ok).toBe(true)
    outbox.stop()
    outbox = outboxOn(phone, seat.session.person)
    await outbox.start()
    await withSignal()
  }

  const transfers = () =>
    Promise.all(
      [first, second].map((id) => loadTransfer(server.parts.hinge.store.query, id) as Promise<Transfer>),
    )
  const refusals = async () =>
    (await phone.db.outbox.orderBy('seq').toArray()).map(({ refusal }) => refusal?.code)
  const recorded = () =>
    server.parts.hinge.store.query
      .selectFrom('record_lines')
      .select(['event', 'outcome', 'reason', 'transfer'])
      .where('person', '=', seat.session.person)
      .where('event', 'like', 'transfer.%')
      .orderBy('id')
      .execute()

  const nothingHappened = async () => expect(await transfers()).toEqual(before)

  it.each([
    ['another region’s', 'rcps', 'azo', 'not-found'],
    ['another role in the same region', 'bed-desk', 'umc-utrecht', 'role.refused'],
  ])(
    '%s: each act is refused with its reason, recorded, and kept until it was seen',
    async (_, role, org, code) => {
      await gives(role, org)
      await withSignal()
      expect(phone.onSessionLost).toHaveBeenCalled()
      expect(await statesOn(phone)).toEqual(['waiting', 'waiting', 'waiting'])

      await signInAgain()
      expect(await statesOn(phone)).toEqual(['refused', 'refused', 'refused'])
      expect(await refusals()).toEqual([code, code, code])
      await nothingHappened()
      const line = (event: string, transfer: string) => ({
        event,
        outcome: 'refused',
        reason: code,
        transfer,
      })
      expect(new Set(await recorded())).toEqual(
        new Set([
          line('transfer.claim', first),
          line('transfer.claim', second),
          line('transfer.hand-over', first),
        ]),
      )

      // A phone that starts anew still shows them; only having seen one takes it away.
      outbox.stop()
      outbox = outboxOn(phone, seat.session.person)
      await outbox.start()
      await phone.clock.pass(24 * 3_600_000)
      expect(await statesOn(phone)).toEqual(['refused', 'refused', 'refused'])
      const [oldest] = await phone.db.outbox.orderBy('seq').toArray()
      await outbox.dismiss(oldest?.id ?? '')
      expect(await statesOn(phone)).toEqual(['refused', 'refused'])
    },
  )

  it('who was disabled gets nothing in, and keeps what waits', async () => {
    await change('disable')
    await withSignal()
    expect((await show(seat)).ok).toBe(false)
    await withSignal()
    expect(await statesOn(phone)).toEqual(['waiting', 'waiting', 'waiting'])
    await nothingHappened()
  })

  it('with the role it had, all of it goes through', async () => {
    await withSignal()
    expect(await statesOn(phone)).toEqual(['received', 'received', 'received'])
    expect((await transfers()).map(({ level }) => level)).toEqual(['national', 'region'])
  })
})
