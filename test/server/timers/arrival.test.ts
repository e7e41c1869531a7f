import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Alert } from '#shared/alerts/alert.ts'
import type { Person } from '#shared/access/parties.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { CommandName, Payload } from '#shared/wire/command.ts'
import { openAlertOf } from '#server/store/alerts.ts'
import { loadRide } from '#server/store/rides.ts'
import { loadTransfer } from '#server/store/transfers.ts'
import type { Timers } from '#server/timers/timers.ts'
import { aPerson, aRequest, anId, people, places, plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import type { TestServer } from '#test/support/server.ts'
import { startTimed, type Timed } from '#test/support/timed.ts'

const OTHER = 'micu-radboudumc-1'
const [transfer, reservation, ride] = [anId(1), anId(2), anId(3)]

describe.each(DIALECTS)('a patient on the way, on %s', (dialect) => {
  let server: TestServer
  let timers: Timers
  let timed: Timed
  const must = async <N extends CommandName>(by: Person, name: N, payload: Payload<N>) => {
    const said = await server.perform(by, name, payload)
    if ('refused' in said) throw new Error(`${name}: ${JSON.stringify(said.refused)}`)
  }
  const alertNow = async () => (await openAlertOf(server.parts.hinge.store.query, transfer)) as Alert
  const rideNow = async () => (await loadRide(server.parts.hinge.store.query, ride)) as Ride
  beforeEach(async () => {
    timed = await startTimed(dialect)
    ;({ server, timers } = timed)
    await must(people.intensivist, 'transfer.submit', { transfer, request: aRequest() })
    await must(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' })
    const hospital = places.to
    await must(people.lcps, 'transfer.offer', { transfer, reservation, hospital, reason: 'daar' })
    const acceptedBy = { role: 'intensivist', phone: '088-7654321' }
    await must(people.receiver, 'reservation.confirm', { reservation, acceptedBy, needs: [] })
    const plan = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: plus(30) }
    await must(people.desk, 'ride.plan', plan)
    await must(people.crew, 'ride.accept', { ride })
    await must(people.crew, 'ride.advance', { ride, to: 'departed', override: 'proef' })
  })
  afterEach(() => timed.close())

  it('the receiver is told at departure, and by the timers once more before it is there', async () => {
    const told = await alertNow()
    expect(told).toMatchObject({ act: 'prepare', state: 'raised', told: { why: 'departed' } })
    await must(people.receiver, 'alert.acknowledge', { alert: told.id })
    expect(await timers.tick()).toBe(0)
    server.clock.now = told.dueAt ?? ''
    expect(await timers.tick()).toBe(1)
    expect(await timers.tick()).toBe(0)
    expect(await alertNow()).toMatchObject({ state: 'raised', dueAt: null, told: { why: 'near' } })
  })

  it('handed on to another vehicle, that one is taken and the first is free', async () => {
    await must(people.crew, 'ride.hand-on', { ride, vehicle: OTHER, why: 'vehicle-fault' })
    expect(await rideNow()).toMatchObject({ vehicle: OTHER, crew: null, state: 'departed' })
    const second = { transfer: anId(11), reservation: anId(12), ride: anId(13) }
    await must(people.intensivist, 'transfer.submit', { transfer: second.transfer, request: aRequest() })
    await must(people.rcps, 'transfer.hand-over', { transfer: second.transfer, note: 'vol' })
    const offer = { transfer: second.transfer, reservation: second.reservation, hospital: places.to }
    await must(people.lcps, 'transfer.offer', { ...offer, reason: 'daar' })
    const acceptedBy = { role: 'intensivist', phone: '088-7654321' }
    await must(people.receiver, 'reservation.confirm', { reservation: anId(12), acceptedBy, needs: [] })
    const plan = { ride: anId(13), transfer: anId(11), escorted: false, departAt: plus(20) }
    expect(await server.perform(people.desk, 'ride.plan', { ...plan, vehicle: OTHER })).toMatchObject({
      refused: { code: 'vehicle.taken' },
    })
    await must(people.desk, 'ride.plan', { ...plan, vehicle: places.vehicle })
    await must(aPerson('crew', OTHER), 'ride.advance', { ride, to: 'at-destination' })
    const row = await loadTransfer(server.parts.hinge.store.query, transfer)
    expect(row).toMatchObject({ state: 'arrived', vehicle: OTHER })
  })
})
