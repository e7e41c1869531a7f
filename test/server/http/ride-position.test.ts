import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PositionView } from '#shared/wire/ride-position.ts'
import { purgeAll } from '#server/retention/retention.ts'
import { aPerson, aRequest, ids, people, places, plus } from '#test/support/builders.ts'
import { cast, castNames } from '#test/support/cast.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { json, startTestServer, type TestServer } from '#test/support/server.ts'

const { transfer, reservation, ride } = ids
const PATH = `/api/transfers/${transfer}/position`
const relief = aPerson('crew', places.vehicle, `crew-relief@${places.vehicle}`)

describe.each(DIALECTS)('where the vehicle is, on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
    const acceptedBy = { role: 'intensivist van dienst', phone: '024-7654321' }
    const offer = { transfer, reservation, hospital: places.to, reason: 'afgesproken' }
    const plan = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: plus(0) }
    await must(server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() }))
    await must(server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' }))
    await must(server.perform(people.lcps, 'transfer.offer', offer))
    await must(server.perform(people.receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy }))
    await must(server.perform(people.desk, 'ride.plan', plan))
    await must(server.perform(people.crew, 'ride.accept', { ride }))
  })
  afterEach(() => server.close())

  const must = async (outcome: Promise<object>) => expect(await outcome).not.toHaveProperty('refused')
  const go = (to: 'en-route' | 'at-origin' | 'departed' | 'at-destination' | 'handed-over') =>
    must(
      server.perform(people.crew, 'ride.advance', {
        ride,
        to,
        ...(to === 'departed' ? { override: 'pols' } : {}),
      }),
    )
  const cookieOf = async (person: string) => (await server.as(person)).cookie
  const tell = async (person: string, body: unknown = { lat: 51.98765432, lon: 5.12345678 }) =>
    server.app.request(PATH, json(body, await cookieOf(person)))
  const takeBack = async (person: string) =>
    server.app.request(PATH, { method: 'DELETE', headers: { cookie: await cookieOf(person) } })
  const look = async (person: string) =>
    ((await (await (await server.as(person)).get(PATH)).json()) as PositionView).position
  const kept = () => server.parts.hinge.store.query.selectFrom('positions').selectAll().execute()

  it('is told by who drives, kept to three decimals, shown to both ends and the desk with its time', async () => {
    expect((await tell(people.crew.id)).status).toBe(204)
    const position = { lat: 51.988, lon: 5.123, at: plus(0) }
    expect(await kept()).toMatchObject([{ ride, ...position, person: people.crew.id }])
    for (const { id } of [people.intensivist, people.receiver, people.desk])
      expect(await look(id)).toEqual(position)
    server.clock.now = plus(1)
    await tell(people.crew.id, { lat: 52.0004, lon: 5.2 })
    expect(await kept()).toHaveLength(1)
    expect(await look(people.receiver.id)).toEqual({ lat: 52, lon: 5.2, at: plus(1) })
  })

  it('is in no event, and no line of the record holds it; looking leaves one line a session', async () => {
    await tell(people.crew.id)
    const receiver = await server.as(people.receiver.id)
    for (let time = 0; time < 3; time += 1) await receiver.get(PATH)
    const { query } = server.parts.hinge.store
    const events = JSON.stringify(await query.selectFrom('events').selectAll().execute())
    const record = await query.selectFrom('record_lines').selectAll().execute()
    expect(events + JSON.stringify(record)).not.toMatch(/51[.,]98|5[.,]123/)
    const named = (event: string) => record.filter((line) => line.event === event)
    expect(named('position.share')).toMatchObject([{ action: 'C', transfer, basis: 'crew' }])
    expect(named('position.read')).toMatchObject([{ action: 'R', transfer, basis: 'receiver' }])
  })

  it('everyone else finds nothing: parties by role, strangers as if it were not there', async () => {
    await tell(people.crew.id)
    const may: Record<string, number[]> = {
      intensivist: [200, 403, 403],
      wardStaff: [200, 403, 403],
      receiver: [200, 403, 403],
      desk: [200, 403, 403],
      crew: [403, 204, 204],
      ...Object.fromEntries(
        ['originDesk', 'rcps', 'lcps', 'receivingWard', 'receivingRcps'].map((name) => [
          name,
          [403, 403, 403],
        ]),
      ),
    }
    for (const name of castNames.filter((one) => one !== 'foreignLcps')) {
      const { id } = cast[name]
      const answers = [await (await server.as(id)).get(PATH), await tell(id), await takeBack(id)]
      const found = answers.map(({ status }) => status)
      expect({ name, found }).toEqual({ name, found: may[name] ?? [404, 404, 404] })
    }
  })

  it('refuses what is no place, a colleague who does not drive, and a ride that has not begun or is over', async () => {
    const answer = await tell(people.crew.id, { lat: 91, lon: '5', note: 'x' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      code: 'command.invalid',
      fields: [
        { field: 'lat', fault: 'range', max: 90 },
        { field: 'lon', fault: 'type' },
        { field: 'note', fault: 'unknown' },
      ],
    })
    expect(await (await tell(relief.id)).json()).toMatchObject({ code: 'role.refused' })
    for (const to of ['en-route', 'at-origin', 'departed', 'at-destination'] as const) {
      await go(to)
      expect((await tell(people.crew.id)).status).toBe(204)
    }
    await go('handed-over')
    expect(await (await tell(people.crew.id)).json()).toMatchObject({ code: 'step.refused' })
    expect(await look(people.receiver.id)).toBe(null)
  })

  it('is gone when the crew takes it back, and out of sight when another drives on', async () => {
    await tell(people.crew.id)
    expect((await takeBack(people.crew.id)).status).toBe(204)
    expect(await kept()).toEqual([])
    await tell(people.crew.id)
    await must(server.perform(relief, 'ride.take-over', { ride }))
    expect(await look(people.desk.id)).toBe(null)
    expect((await tell(people.crew.id)).status).toBe(403)
    // It went with the ride: nothing is left that its teller would have to take back.
    expect(await kept()).toEqual([])
    await tell(relief.id)
    expect(await look(people.desk.id)).not.toBe(null)
  })

  it('is erased when the ride goes on to the next shift or to another vehicle, and not by a step', async () => {
    await tell(people.crew.id)
    await go('en-route')
    expect(await kept()).toHaveLength(1)
    await must(server.perform(people.crew, 'ride.hand-on', { ride, why: 'end-of-shift' }))
    expect(await kept()).toEqual([])
    await must(server.perform(relief, 'ride.take-over', { ride }))
    await tell(relief.id)
    const onto = { ride, vehicle: 'micu-radboudumc-1', why: 'vehicle-fault' } as const
    await must(server.perform(relief, 'ride.hand-on', onto))
    expect(await kept()).toEqual([])
    // In a vehicle that is not on this ride any more it finds nothing, and nothing of it is left.
    expect((await takeBack(relief.id)).status).toBe(404)
  })

  it('is erased with the handing over of the patient', async () => {
    for (const to of ['en-route', 'at-origin', 'departed', 'at-destination'] as const) await go(to)
    await tell(people.crew.id)
    expect(await kept()).toHaveLength(1)
    await go('handed-over')
    expect(await kept()).toEqual([])
  })

  it('after a day nobody is shown it, and the hourly job erases it', async () => {
    await tell(people.crew.id)
    const run = (minutes: number) => {
      server.clock.now = plus(minutes)
      return purgeAll(server.parts.hinge.store, server.clock.now)
    }
    expect(await run(24 * 60 - 1)).toMatchObject({ positions: 0 })
    expect(await look(people.desk.id)).not.toBe(null)
    server.clock.now = plus(24 * 60)
    expect(await look(people.desk.id)).toBe(null)
    expect(await run(24 * 60)).toMatchObject({ positions: 1 })
    expect(await kept()).toEqual([])
  })
})
