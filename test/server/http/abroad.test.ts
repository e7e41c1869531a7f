import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hospitals } from '#shared/reference/hospitals.ts'
import type { DayBoard } from '#shared/wire/day-board.ts'
import type { MatchView, TransferDetail, TransportView } from '#shared/wire/reads.ts'
import { anId, aPerson, aRequest, people, places, plus, someBeds, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

const [transfer, reservation, ride, partner] = [anId(7300), anId(7301), anId(7302), anId(7303)]
const admin = aPerson('admin', 'brancard')
const line = { role: 'Diensthabender Oberarzt', phone: '+49 251 830' }
const enschede = { name: 'Klinikum Gronau', city: 'Gronau', country: 'DE', lat: 52.21, lon: 7.02 } as const
const beds = hospitals.filter(({ hasIc }) => hasIc).map(({ id }) => someBeds(id, 'ic'))

describe.each(DIALECTS)('abroad on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect, { beds, phase: '2d' })
    await server.perform(admin, 'partner.enter', {
      ...{ partner, ...enschede, nearBorder: true, icBeds: 4, contact: line },
    })
    const request = aRequest({ readyFrom: T0 })
    await server.perform(people.intensivist, 'transfer.submit', { transfer, request })
    await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' })
  })
  afterEach(() => server.close())

  const read = async <T>(person: string, path: string): Promise<T> =>
    (await (await server.as(person)).get(path)).json() as Promise<T>
  const statusFor = async (person: string, path: string) => (await (await server.as(person)).get(path)).status
  const match = () => read<MatchView>('lcps@nl', `/api/transfers/${transfer}/match`)
  const open = () => server.perform(people.lcps, 'abroad.open', { abroad: anId(7304), reason: 'vol' })
  const offer = () =>
    server.perform(people.lcps, 'transfer.offer', {
      ...{ transfer, reservation, hospital: partner, reason: 'hier geen bed op tijd' },
    })
  const confirm = () =>
    server.perform(people.lcps, 'reservation.confirm', { reservation, acceptedBy: line, needs: [] })

  it('stands beside the match once it is open, nearest first, with what is promised there', async () => {
    expect((await match()).abroad).toBeNull()
    expect(await open()).not.toHaveProperty('refused')
    const { abroad, candidates } = await match()
    expect(candidates.length).toBeGreaterThan(0)
    expect(abroad?.map(({ id, taken, icBeds }) => [id, taken, icBeds])).toEqual([
      [partner, 0, 4],
      ['uk-muenster', 0, null],
    ])
    expect(abroad?.[0]).toMatchObject({ contact: line, declined: false, nearBorder: true })
    await offer()
    await server.perform(people.lcps, 'reservation.decline', { reservation, reason: 'no-bed' })
    expect((await match()).abroad?.map(({ id, declined }) => [id, declined])).toEqual([
      ['uk-muenster', false],
      [partner, true],
    ])
  })

  it('asks why one more than was agreed goes there, also when there is no bed here', async () => {
    await server.close()
    const full = beds.map((row) => ({ ...row, occupied: row.operational }))
    server = await startTestServer(dialect, { beds: full, phase: '2d' })
    await server.perform(admin, 'partner.enter', {
      ...{ partner, ...enschede, nearBorder: true, icBeds: 1, contact: line },
    })
    await open()
    const asked = async (one: number, said: { reason?: string } = {}) => {
      const next = { transfer: anId(7310 + one), reservation: anId(7320 + one), hospital: partner }
      const request = aRequest({ readyFrom: T0 })
      await server.perform(people.intensivist, 'transfer.submit', { transfer: next.transfer, request })
      await server.perform(people.rcps, 'transfer.hand-over', { transfer: next.transfer, note: 'vol' })
      return server.perform(people.lcps, 'transfer.offer', { ...next, ...said })
    }
    expect(await asked(0)).not.toHaveProperty('refused')
    expect(await asked(1)).toMatchObject({
      refused: { code: 'reason.required', facts: { why: 'beyond-agreed', agreed: 1 } },
    })
    expect(await asked(2, { reason: 'neemt er één meer' })).not.toHaveProperty('refused')
  })

  it('is a place like every other for who carries it out', async () => {
    await open()
    expect(await offer()).not.toHaveProperty('refused')
    expect(await confirm()).not.toHaveProperty('refused')
    const trip = await read<TransportView>(people.desk.id, `/api/transfers/${transfer}/transport`)
    // A short ride over the border: no helicopter.
    expect(trip.excluded.helicopter).toContain('short-border-transport')
    expect(trip.roadKm).toBeGreaterThan(trip.distanceKm)
    expect(trip.minutes.micu).toBeGreaterThan(60)
    const board = await read<DayBoard>(people.desk.id, '/api/day-board?day=2026-11-21&scope=own')
    expect(board.waiting).toMatchObject([
      { to: partner, toAt: { lat: 52.21, lon: 7.02 }, roadKm: trip.roadKm },
    ])
    expect(board.waiting[0]?.fits.map(({ vehicle }) => vehicle)).toContain(places.vehicle)
    const plan = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: plus(60) }
    expect(await server.perform(people.desk, 'ride.plan', plan)).not.toHaveProperty('refused')
    const detail = await read<TransferDetail>(people.crew.id, `/api/transfers/${transfer}`)
    expect(detail.transfer.abroad).toMatchObject(enschede)
    expect(detail.ride).toMatchObject({ to: partner, abroad: enschede })
    expect(detail.contacts?.acceptedBy).toEqual(line)
  })

  it('is known to nobody else', async () => {
    await open()
    await offer()
    await confirm()
    const strangers = [
      aPerson('rcps', 'azo'),
      aPerson('bed-desk', places.to),
      aPerson('transport-desk', 'rav-vr05'),
    ]
    for (const { id } of strangers)
      expect(`${id} ${await statusFor(id, `/api/transfers/${transfer}`)}`).toBe(`${id} 404`)
    expect(await statusFor('lcps@nl', `/api/transfers/${transfer}`)).toBe(200)
  })
})
