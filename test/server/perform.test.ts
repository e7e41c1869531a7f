import { afterEach, describe, expect, it } from 'vitest'
import type { Receipt } from '#shared/wire/command.ts'
import { isCode } from '#shared/transfers/code.ts'
import { anId, aPerson, aRequest, ids, people, places, someBeds } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { eventsAfter } from '#server/store/events.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

const counts = async ({ parts }: TestServer) => {
  const tables = ['transfers', 'transfer_private', 'reservations', 'audience', 'events', 'commands'] as const
  const { query } = parts.hinge.store
  const count = async (table: (typeof tables)[number]) =>
    Number(
      (
        await query
          .selectFrom(table)
          .select((of) => of.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])))
}

describe.each(DIALECTS)('the hinge on %s', (dialect) => {
  let server: TestServer
  afterEach(() => server.close())

  const submit = (transfer = ids.transfer, id = anId(50)) =>
    server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() }, id)

  it('files a request: row, private part, audience, events and a code', async () => {
    server = await startTestServer(dialect)
    const receipt = (await submit()) as Receipt
    expect(receipt).toMatchObject({ id: anId(50), subject: ids.transfer, at: server.clock.now })
    expect(isCode(receipt.code ?? '')).toBe(true)
    expect(await counts(server)).toMatchObject({ transfers: 1, transfer_private: 1, events: 3, commands: 1 })
  })

  it('does the same command once, however often and together it comes, with one answer', async () => {
    server = await startTestServer(dialect)
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit()))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).not.toHaveProperty('refused')
    expect(await submit()).toEqual(answers[0])
    expect(await counts(server)).toMatchObject({ transfers: 1, events: 3, commands: 1 })
  })

  it('gives every one of 5 parallel claims the first answer, though the second would be refused', async () => {
    server = await startTestServer(dialect)
    await submit()
    const claim = () => server.perform(people.rcps, 'transfer.hold', { transfer: ids.transfer }, anId(51))
    const answers = await Promise.all([claim(), claim(), claim(), claim(), claim()])
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).not.toHaveProperty('refused')
  })

  it('refuses the same id with another body, and the first stands', async () => {
    server = await startTestServer(dialect)
    const first = await submit()
    expect(await submit(anId(8))).toEqual({ refused: { code: 'command.mismatch' } })
    expect(await submit()).toEqual(first)
    expect(await counts(server)).toMatchObject({ transfers: 1, commands: 1 })
  })

  it('writes nothing for a refusal but the no itself: a copy that comes late gets the same', async () => {
    server = await startTestServer(dialect)
    const empty = { ...(await counts(server)), commands: 1 }
    const verify = () => server.perform(people.rcps, 'transfer.claim', { transfer: ids.transfer }, anId(52))
    expect(await verify()).toEqual({ refused: { code: 'not-found' } })
    expect(await counts(server)).toEqual(empty)
    await submit()
    expect(await verify()).toEqual({ refused: { code: 'not-found' } })
    const anew = server.perform(people.rcps, 'transfer.claim', { transfer: ids.transfer }, anId(53))
    expect(await anew).toMatchObject({ id: anId(53) })
  })

  it('gives a second transfer with an id that exists a refusal, not a fault', async () => {
    server = await startTestServer(dialect)
    await submit()
    const again = await submit(ids.transfer, anId(53))
    expect(again).toMatchObject({ refused: { code: 'already-exists' } })
  })

  it('corrects an act that a fast clock puts in the future to now', async () => {
    server = await startTestServer(dialect)
    const { app } = server
    const { cookie } = await server.as('intensivist@umc-utrecht')
    const at = '2026-11-22T10:00:00.000Z'
    const payload = { transfer: ids.transfer, request: aRequest() }
    const answer = await app.request('/api/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ id: anId(54), name: 'transfer.submit', at, payload }),
    })
    expect(await answer.json()).toMatchObject({ at: server.clock.now })
  })
})

describe.each(DIALECTS)('a phone whose clock is wrong, on %s', (dialect) => {
  let server: TestServer
  afterEach(() => server.close())
  const DAY_MS = 86_400_000
  const later = (ms: number) => new Date(Date.parse(server.clock.now) + ms).toISOString()
  const payload = { transfer: ids.transfer, request: aRequest() }

  const eventsSeen = async () => {
    const rows = await eventsAfter(server.parts.hinge.store.query, 0, 100)
    return rows.map(({ event: { at, entered, corrected } }) => ({ at, entered, corrected }))
  }

  it.each([-DAY_MS, DAY_MS])('by %i ms: the event has the time it was, and is marked', async (off) => {
    server = await startTestServer(dialect)
    const caller = await server.as('intensivist@umc-utrecht')
    // Filed two hours ago without signal.
    const happened = later(-2 * 3_600_000)
    const at = later(-2 * 3_600_000 + off)
    const answer = await caller.post('transfer.submit', payload, { id: anId(54), at, skew: -off })
    expect(await answer.json()).toMatchObject({ at: happened })
    for (const event of await eventsSeen())
      expect(event).toEqual({ at: happened, entered: server.clock.now, corrected: true })
  })

  it('tells nothing where the clock is right, and what cannot be is put at now', async () => {
    server = await startTestServer(dialect)
    const caller = await server.as('intensivist@umc-utrecht')
    await caller.post('transfer.submit', payload)
    expect((await eventsSeen())[0]).toEqual({ at: server.clock.now, entered: server.clock.now })
    const answer = await caller.post('transfer.hold', { transfer: ids.transfer }, { at: later(DAY_MS) })
    expect(await answer.json()).toMatchObject({ at: server.clock.now })
    expect((await eventsSeen()).at(-1)).toMatchObject({ at: server.clock.now, corrected: true })
  })

  it('sent again with its offset is the same command; another offset is another body', async () => {
    server = await startTestServer(dialect)
    const caller = await server.as('intensivist@umc-utrecht')
    const first = { id: anId(54), at: server.clock.now, skew: -5000 }
    const receipt = await (await caller.post('transfer.submit', payload, first)).json()
    expect(await (await caller.post('transfer.submit', payload, first)).json()).toEqual(receipt)
    const other = await caller.post('transfer.submit', payload, { ...first, skew: -4000 })
    expect(await other.json()).toMatchObject({ code: 'command.mismatch' })
    const wild = await caller.post('transfer.submit', payload, { id: anId(55), skew: 4e11 })
    expect(await wild.json()).toMatchObject({ code: 'command.invalid', fields: [{ field: 'skew' }] })
  })
})

describe.each(DIALECTS)('races on %s', (dialect) => {
  let server: TestServer
  afterEach(() => server.close())

  /** Transfers of one hospital, each offered to the same other one. */
  async function offered(count: number): Promise<{ transfer: string; reservation: string }[]> {
    const made: { transfer: string; reservation: string }[] = []
    for (let n = 0; n < count; n += 1) {
      const transfer = anId(100 + n)
      const reservation = anId(200 + n)
      const request = aRequest({
        purpose: 'specialist-care',
        directedTo: places.to,
        admissionReason: 'other',
      })
      const answer = await server.perform(people.intensivist, 'transfer.submit', {
        transfer,
        reservation,
        request,
      })
      expect(answer).not.toHaveProperty('refused')
      made.push({ transfer, reservation })
    }
    return made
  }

  const acceptedBy = { role: 'intensivist', phone: '024-7654321' }

  it('gives the last bed to exactly one of 8 who confirm at once', async () => {
    const beds = roomEverywhere().map((row) =>
      row.id === `${places.to}:ic`
        ? someBeds(places.to, 'ic', { operational: 10, occupied: 8, boss: 1 })
        : row,
    )
    server = await startTestServer(dialect, { beds })
    const offers = await offered(8)
    const answers = await Promise.all(
      offers.map(({ reservation }) =>
        server.perform(people.receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy }),
      ),
    )
    expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1)
    for (const answer of answers)
      if ('refused' in answer) expect(answer.refused.code).toBe('bed.only-boss-left')
    const caller = await server.as(people.receiver.id)
    const { beds: seen } = await (await caller.get('/api/snapshot')).json()
    expect(seen).toContainEqual(expect.objectContaining({ id: `${places.to}:ic`, reserved: 1, occupied: 8 }))
  })

  it('gives a vehicle to exactly one of 6 who plan it at once, and tells the others', async () => {
    server = await startTestServer(dialect)
    const offers = await offered(3)
    for (const { reservation } of offers)
      await server.perform(people.receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy })
    const answers = await Promise.all(
      [...offers, ...offers].map(({ transfer }, n) =>
        server.perform(people.desk, 'ride.plan', {
          ride: anId(300 + n),
          transfer,
          vehicle: places.vehicle,
          escorted: false,
          departAt: server.clock.now,
        }),
      ),
    )
    expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1)
    const codes = answers.flatMap((answer) => ('refused' in answer ? [answer.refused.code] : []))
    expect(codes).toContain('vehicle.taken')
    const rides = await server.parts.hinge.store.query.selectFrom('rides').selectAll().execute()
    expect(rides).toHaveLength(1)
  })

  it('lets one of two coordinators claim, and tells the other whose it is', async () => {
    server = await startTestServer(dialect)
    await server.perform(people.intensivist, 'transfer.submit', {
      transfer: ids.transfer,
      request: aRequest(),
    })
    const colleague = aPerson('rcps', places.region, 'second-rcps')
    const claims = await Promise.all(
      [people.rcps, colleague].map((person) =>
        server.perform(person, 'transfer.claim', { transfer: ids.transfer }),
      ),
    )
    const refused = claims.filter((answer) => 'refused' in answer)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ refused: { code: 'claim.taken', facts: { org: places.region } } })
  })
})
