import { afterEach, beforeEach, expect, it } from 'vitest'
import { EXPORT_FIELDS } from '#shared/rides/ride-export.ts'
import type { DayBoard, DaySuggestion } from '#shared/wire/day-board.ts'
import { aRequest, ids, people, places, T0 } from '#test/support/builders.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer('sqlite')
  const { transfer, reservation } = ids
  const acceptedBy = { role: 'intensivist van dienst', phone: '024-7654321' }
  const done = (outcome: object) => expect(outcome).not.toHaveProperty('refused')
  done(await server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() }))
  done(await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' }))
  const choice = { transfer, reservation, hospital: places.to, reason: 'afgesproken' }
  done(await server.perform(people.lcps, 'transfer.offer', choice))
  done(await server.perform(people.receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy }))
})
afterEach(() => server.close())

const get = async (person: string, path: string) => (await server.as(person)).get(path)
const desk = people.desk.id
const path = `/api/transfers/${ids.transfer}/ride`
const plan = {
  ride: ids.ride,
  transfer: ids.transfer,
  vehicle: places.vehicle,
  escorted: false,
  departAt: T0,
}

it('a ride is taken out by its desk only, as JSON and as CSV; without one there is none', async () => {
  expect((await get(desk, path)).status).toBe(404)
  await server.perform(people.desk, 'ride.plan', { ...plan, gms: '2611-7' })
  expect(await (await get(desk, path)).json()).toMatchObject({ gms: '2611-7', indication: 'given' })
  const csv = await get(desk, `${path}?as=csv`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect((await csv.text()).startsWith(EXPORT_FIELDS.join(';'))).toBe(true)
  expect((await get(desk, `${path}?as=xml`)).status).toBe(422)
  expect((await get(people.lcps.id, path)).status).toBe(403)
  expect((await get('transport-desk@rav-vr16', path)).status).toBe(404)
})

it('the day board shows what waits, then the ride; a stranger sees that the vehicle is held', async () => {
  const board = async (person: string, query = ''): Promise<DayBoard> =>
    (await get(person, `/api/day-board${query}`)).json()
  const before = await board(desk)
  expect(before.waiting).toMatchObject([{ transfer: ids.transfer }])
  const found: DaySuggestion = await (await get(desk, '/api/day-board/suggestion')).json()
  expect(found).toMatchObject({ rides: [{ vehicle: places.vehicle, transfer: ids.transfer }] })
  const { departAt, vehicle } = found.rides[0] ?? plan
  const outcome = await server.perform(people.desk, 'ride.plan', { ...plan, departAt, vehicle })
  expect(outcome).not.toHaveProperty('refused')
  expect(await board(desk)).toMatchObject({
    waiting: [],
    rides: [{ transfer: ids.transfer, move: { fits: expect.anything() } }],
  })
  const strange = await board('transport-desk@rav-vr16', '?scope=nation')
  expect(strange.rides).toMatchObject([{ vehicle: places.vehicle, transfer: null, code: null, from: null }])
  expect((await get(desk, '/api/day-board?day=2031-01-01')).status).toBe(422)
  expect((await get(desk, '/api/day-board?scope=all')).status).toBe(422)
  expect((await get(`intensivist@${places.from}`, '/api/day-board')).status).toBe(403)
})
