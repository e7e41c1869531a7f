import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MatchView, Snapshot, TransferDetail, TransportView } from '#shared/wire/reads.ts'
import { anId, aRequest, aWardRequest, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

const acceptedBy = { role: 'intensivist van dienst', phone: '024-7654321' }

describe.each(DIALECTS)('reading a transfer on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
  })
  afterEach(() => server.close())

  const read = async <V>(person: string, tail = ''): Promise<V> => {
    const answer = await (await server.as(person)).get(`/api/transfers/${ids.transfer}${tail}`)
    expect(answer.status).toBe(200)
    return answer.json()
  }
  const statusFor = async (person: string, tail = '') =>
    (await (await server.as(person)).get(`/api/transfers/${ids.transfer}${tail}`)).status
  const done = (outcome: object) => expect(outcome).not.toHaveProperty('refused')

  const submit = async (request = aRequest()) =>
    done(await server.perform(people.intensivist, 'transfer.submit', { transfer: ids.transfer, request }))
  const offer = async () => {
    const { transfer, reservation } = ids
    done(await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'boven ons aandeel' }))
    const choice = { transfer, reservation, hospital: places.to, reason: 'afgesproken' }
    done(await server.perform(people.lcps, 'transfer.offer', choice))
  }
  const confirm = async () => {
    const answer = { reservation: ids.reservation, needs: [], acceptedBy }
    done(await server.perform(people.receiver, 'reservation.confirm', answer))
  }
  const plan = async () => {
    const ride = {
      ride: ids.ride,
      transfer: ids.transfer,
      vehicle: places.vehicle,
      escorted: false,
      departAt: T0,
    }
    done(await server.perform(people.desk, 'ride.plan', ride))
  }

  it('gives the origin everything it filed, and the timeline with the notes', async () => {
    await submit()
    await offer()
    const detail = await read<TransferDetail>(people.intensivist.id)
    expect(detail.clinical).toMatchObject({ fio2: 45, escortBy: null })
    expect(detail.contacts?.callback).toEqual(aRequest().callback)
    expect(detail.timeline.map(({ name }) => name)).toEqual([
      'transfer.submitted',
      'transfer.routed',
      'transfer.handed-over',
      'transfer.offered',
      'reservation.offered',
    ])
    expect(detail.timeline[2]).toMatchObject({
      note: 'boven ons aandeel',
      by: { role: 'rcps', org: 'nazmn' },
    })
    expect(JSON.stringify(detail.timeline)).not.toContain('fio2')
    expect(JSON.stringify(detail.transfer)).not.toContain('boven ons aandeel')
  })

  it('gives a hospital the clinical fields with the offer, the phone lines once it said yes, never what was before', async () => {
    await submit()
    expect(await statusFor(people.receiver.id)).toBe(404)
    await offer()
    const offered = await read<TransferDetail>(people.receiver.id)
    expect(offered.clinical).not.toBeNull()
    expect(offered.contacts).toBeNull()
    expect(offered.timeline.map(({ name }) => name)).toEqual(['transfer.offered', 'reservation.offered'])
    await confirm()
    const reserved = await read<TransferDetail>(people.receiver.id)
    expect(reserved.contacts).toEqual({ callback: aRequest().callback, acceptedBy })
  })

  it('lets a hospital that declined keep its answer, and nothing else', async () => {
    await submit()
    await offer()
    const answer = { reservation: ids.reservation, reason: 'no-staff' as const }
    done(await server.perform(people.receiver, 'reservation.decline', answer))
    for (const tail of ['', '/match', '/transport'])
      expect(await statusFor(people.receiver.id, tail)).toBe(404)
    const snapshot: Snapshot = await (await (await server.as(people.receiver.id)).get('/api/snapshot')).json()
    expect(snapshot.transfers).toEqual([])
    expect(snapshot.reservations).toMatchObject([{ id: ids.reservation, state: 'declined' }])
  })

  it('gives the crew its ride, with what it needs, from the plan on', async () => {
    await submit()
    await offer()
    await confirm()
    expect(await statusFor(people.crew.id)).toBe(404)
    await plan()
    const detail = await read<TransferDetail>(people.crew.id)
    expect(detail.ride).toMatchObject({ id: ids.ride, state: 'planned', vehicle: places.vehicle })
    expect(detail.clinical).not.toBeNull()
    expect(detail.contacts?.acceptedBy).toEqual(acceptedBy)
    expect(detail.reservations).toEqual([])
  })

  it('shows coordinators whom it could go to, with the figures beside it', async () => {
    await submit()
    const view = await read<MatchView>(people.rcps.id, '/match')
    expect(view).toMatchObject({ phase: '2a', level: 'region', coordinator: 'rcps', error: null })
    expect(view.candidates[0]).toMatchObject({
      free: 3,
      usesBoss: false,
      freshness: 'fresh',
      group: 'nazmn',
      beds: { operational: 10, boss: 1 },
    })
    expect(view.candidates[0]?.roadKm).toBeGreaterThan(0)
    expect(view.excluded[places.from]).toEqual(['origin'])
    expect(view.share).toHaveLength(10)
    const targets = view.share.reduce((sum, { target }) => sum + target, 0)
    expect(targets).toBe(view.share.reduce((sum, { present }) => sum + present, 0))
    expect(view.origin).toMatchObject({ free: 3, freeInclBoss: 4 })
    expect(view.regionFree.free).toBeGreaterThanOrEqual(view.candidates.length * 3)
    expect(view.regionFree.reportedAt).toBe(plus(-30))
    expect(view.eligibility).toEqual({ eligible: true, notMet: [], missing: [] })
  })

  it('shows transport desks what may drive, and nobody else', async () => {
    await submit()
    await offer()
    await confirm()
    const view = await read<TransportView>(people.desk.id, '/transport')
    expect(view.allowed[0]).toBe('micu')
    expect(view.excluded.ambulance).toEqual(['ic-patient', 'ventilated'])
    expect(view.vehicles[0]).toMatchObject({ id: places.vehicle, busy: null })
    expect(view.roadKm).toBeGreaterThan(view.distanceKm)
    expect(view.minutes.micu).toBeGreaterThan(0)
    expect(view.hfnoNext).toBeNull()
    for (const [person, tail] of [
      [people.receiver.id, '/match'],
      [people.desk.id, '/match'],
      [people.receiver.id, '/transport'],
    ] as const)
      expect(await statusFor(person, tail), `${person} ${tail}`).toBe(403)
  })

  it('says whose ride a vehicle is on only to who may know of it, and when an ambulance+ frees', async () => {
    const hfno = aWardRequest({
      support: 'hfno',
      flow: 50,
      fio2: 50,
      purpose: 'specialist-care',
      directedTo: places.to,
    })
    const carrier = {
      id: 'transport-desk@carrier-4b',
      memberships: [{ role: 'transport-desk', org: 'carrier-4b' }],
    } as const
    for (const [n, vehicle] of ['ambplus-1', 'ambplus-2', null].entries()) {
      const [transfer, reservation] = [n === 2 ? ids.transfer : anId(600 + n), anId(610 + n)]
      const filed = { transfer, reservation, request: hfno }
      done(await server.perform(people.wardStaff, 'transfer.submit', filed))
      done(await server.perform(people.receiver, 'reservation.confirm', { reservation, needs: ['hfno'] }))
      if (vehicle === null) continue
      const ride = { ride: anId(620 + n), transfer, vehicle, escorted: false, departAt: T0 }
      done(await server.perform({ ...carrier, memberships: [...carrier.memberships] }, 'ride.plan', ride))
    }
    const known = await read<TransportView>(carrier.id, '/transport')
    const busy = known.vehicles.filter(({ kind }) => kind === 'ambulance-plus').map((one) => one.busy)
    expect(busy.map((one) => one?.transfer).sort()).toEqual([anId(600), anId(601)])
    expect(known.excluded['ambulance-plus']).toEqual(['none-available'])
    expect(known.hfnoNext).toMatchObject({ org: 'carrier-4b', freeFrom: busy[0]?.until })
    expect(Date.parse(known.hfnoNext?.freeFrom ?? T0)).toBeGreaterThan(Date.parse(T0))
  })
})
