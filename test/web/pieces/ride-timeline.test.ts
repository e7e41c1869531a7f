import { expect, test } from 'vitest'
import { anId, aRide, places, plus, T0 } from '#test/support/builders.ts'
import { orderRides } from '#web/pieces/rides/ride-order.ts'
import { rideTimeline } from '#web/pieces/rides/ride-timeline.ts'

const on = (at: string, entered = at) => ({ at, entered })

test('steps done keep the time of the tap, with the entry time only where they differ', () => {
  const ride = aRide({
    state: 'departed',
    times: {
      accepted: on(plus(0)),
      'en-route': on(plus(1), plus(1)),
      'at-origin': on(plus(9)),
      departed: on(plus(20), plus(65)),
    },
    checked: 'override',
  })
  const steps = rideTimeline(ride, plus(70))
  expect(steps.slice(0, 4).map(({ state, time, note }) => [state, time, note])).toEqual([
    ['past', '11:00', undefined],
    ['past', '11:01', undefined],
    ['past', '11:09', undefined],
    ['past', '11:20', 'zonder codecontrole, met reden · bij de server 12:05 (45 min later)'],
  ])
})

test('the next step is now, the rest is still to come, and notes stand where they were told', () => {
  const ride = aRide({
    state: 'at-origin',
    times: { accepted: on(plus(0)), 'en-route': on(plus(5)), 'at-origin': on(plus(30)) },
    notes: [{ at: plus(10), note: 'traffic' }],
  })
  expect(rideTimeline(ride, plus(40)).map(({ state, act }) => [state, act])).toEqual([
    ['past', 'Geaccepteerd'],
    ['past', 'Onderweg naar patiënt'],
    ['past', 'File of omleiding'],
    ['past', 'Bij de patiënt'],
    ['now', 'Vertrokken met patiënt'],
    ['future', 'Aangekomen'],
    ['future', 'Overgedragen'],
    ['future', 'Weer beschikbaar'],
  ])
})

test('a step that a later one tells of has no time yet; one that came late, was moved or corrected says so', () => {
  const ride = aRide({
    state: 'at-destination',
    checked: 'unchecked',
    times: {
      planned: on(T0),
      accepted: { ...on(plus(5)), first: plus(9) },
      'en-route': { ...on(plus(10)), late: true },
      'at-origin': { ...on(plus(20)), corrected: true },
      'at-destination': { ...on(plus(60)), by: 'both', first: plus(70) },
    },
  })
  expect(rideTimeline(ride, plus(70)).map(({ time, note }) => [time, note])).toEqual([
    ['11:05', 'gecorrigeerd, eerst 11:09'],
    ['11:10', 'later ontvangen dan de stap erna'],
    ['11:20', 'tijd gecorrigeerd: klok van het toestel'],
    ['–', 'codecontrole nog niet ontvangen · tijd nog niet ontvangen'],
    ['12:00', 'de ontvanger meldde 12:10'],
    ['', undefined],
    ['', undefined],
  ])
})

test('an aborted ride ends with its reason and promises nothing more', () => {
  const ride = aRide({ state: 'aborted', since: plus(5), abortReason: 'vehicle-fault' })
  expect(rideTimeline(ride, T0)).toMatchObject([{ state: 'stopped', actor: 'Pech met de wagen' }])
})

test('the ride the crew is on comes first, then by departure; what ended is gone', () => {
  const ride = (number: number, over: Parameters<typeof aRide>[0]) =>
    aRide({ id: anId(number), vehicle: places.vehicle, ...over })
  const order = orderRides([
    ride(1, { departAt: plus(30) }),
    ride(2, { departAt: plus(24 * 60) }),
    ride(3, { state: 'en-route', departAt: plus(90) }),
    ride(4, { state: 'available' }),
    ride(5, { state: 'aborted' }),
    ride(6, { state: 'accepted', departAt: plus(60) }),
  ])
  expect(order.map(({ id }) => id)).toEqual([3, 6, 1, 2].map(anId))
})
