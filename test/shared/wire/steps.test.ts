import { describe, expect, it } from 'vitest'
import { PARTIES } from '#shared/access/parties.ts'
import { alertFollows, alertSteps } from '#shared/alerts/alert-steps.ts'
import { RESERVATION_STATES } from '#shared/beds/reservation.ts'
import { bedCounts, reservationFollows, reservationSteps } from '#shared/beds/reservation-steps.ts'
import { RIDE_STATES } from '#shared/rides/ride.ts'
import { nextStep, placeOnLine, RIDE_LINE, rideFollows, rideSteps } from '#shared/rides/ride-steps.ts'
import { END_STATES, isOpen, TRANSFER_STATES } from '#shared/transfers/transfer.ts'
import { transferFollows, transferSteps } from '#shared/transfers/transfer-steps.ts'

type Step = { from: readonly string[]; to: string; by?: readonly string[] }
const written = (steps: Record<string, Step>) =>
  Object.fromEntries(
    Object.entries(steps).map(([name, { from, to, by }]) => [
      name,
      `${from.join(' ')} → ${to}${by === undefined ? '' : ` · ${by.join(' ')}`}`,
    ]),
  )

const WAITING = 'verifying matching offered reserved planned'
const BEFORE_DEPARTURE = 'planned accepted en-route at-origin'

describe('the steps are those of the rulebook', () => {
  it('of a transfer', () => {
    expect(written(transferSteps)).toEqual({
      'transfer.claim': 'verifying matching → same · coordinator',
      'transfer.unclaim': 'verifying matching → same · coordinator',
      'transfer.verify': 'verifying → matching · origin-rcps',
      'transfer.reject': 'verifying → rejected · origin-rcps',
      'transfer.hand-over': 'matching → same · origin-rcps',
      'transfer.hand-back': 'matching → same · coordinator',
      'transfer.offer': 'matching → offered · coordinator',
      'transfer.direct': 'matching → offered · referrer',
      'transfer.name': 'matching offered reserved planned → same · origin-rcps coordinator',
      'transfer.unname': 'matching offered reserved planned → same · origin-rcps coordinator',
      'transfer.indicate': 'offered reserved → same · transport-desk',
      'transfer.hold': `verifying matching reserved → on-hold · referrer coordinator`,
      'transfer.resume': 'on-hold → held · referrer coordinator',
      'transfer.withdraw': `${WAITING} on-hold → withdrawn · referrer coordinator`,
      'transfer.solve-elsewhere': `${WAITING} on-hold → solved-elsewhere · referrer coordinator`,
      'transfer.decease': `${WAITING} on-hold in-transit arrived → deceased · referrer coordinator receiver crew`,
      'transfer.close': 'arrived → closed · receiver referrer coordinator',
    })
    expect(written(transferFollows)).toEqual({
      routedToVerifying: 'submitted → verifying',
      routedToMatching: 'submitted → matching',
      offerDirected: 'matching → offered',
      reserve: 'offered → reserved',
      decline: 'offered → matching',
      retract: 'offered → matching',
      expire: 'offered → matching',
      escalate: 'verifying matching offered reserved → same',
      takeUp: 'verifying matching offered reserved → same',
      moveOffer: 'offered → same',
      plan: 'reserved → planned',
      unplan: 'planned → reserved',
      depart: 'planned → in-transit',
      undoDepart: 'in-transit → planned',
      arrive: 'in-transit → arrived',
      undoArrive: 'arrived → in-transit',
      divert: 'in-transit → arrived',
      changeVehicle: 'planned in-transit arrived → same',
      correct: 'in-transit arrived → same',
    })
  })

  it('of a reservation', () => {
    expect(written(reservationSteps)).toEqual({
      'reservation.acknowledge': 'offered → same · receiver',
      'reservation.confirm': 'offered → confirmed · receiver',
      'reservation.counter': 'offered → same · receiver',
      'reservation.accept-counter': 'offered → confirmed · coordinator referrer',
      'reservation.decline': 'offered → declined · receiver',
      'reservation.retract': 'offered → released · coordinator referrer',
      'reservation.move': 'offered → released · receiving-rcps',
      'reservation.expire': 'offered → expired · system',
    })
    expect(written(reservationFollows)).toEqual({
      occupy: 'confirmed → occupied',
      vacate: 'occupied → confirmed',
      release: 'offered confirmed → released',
      discharge: 'occupied → released',
    })
  })

  it('of an alert', () => {
    expect(written(alertSteps)).toEqual({
      'alert.acknowledge': 'raised → acknowledged · alerted',
      'alert.escalate': 'raised acknowledged → raised · system',
      'alert.remind': 'raised acknowledged → raised · system',
      'alert.retime': 'raised acknowledged → same · system',
      'alert.raise': ' → raised · system',
    })
    expect(written(alertFollows)).toEqual({
      raise: ' → raised',
      settle: 'raised acknowledged → settled',
    })
  })

  it('of a ride', () => {
    expect(written(rideSteps)).toEqual({
      'ride.plan': ' → planned · transport-desk',
      'ride.move': 'planned → same · transport-desk',
      'ride.accept': `${RIDE_LINE.join(' ')} → furthest · crew`,
      'ride.advance': `${RIDE_LINE.join(' ')} → furthest · crew`,
      'ride.arrive': 'departed → at-destination · receiver',
      'ride.undo':
        'accepted en-route at-origin departed at-destination handed-over available → earlier · crew',
      'ride.correct':
        'accepted en-route at-origin departed at-destination handed-over available → same · crew',
      'ride.note': `${BEFORE_DEPARTURE} departed at-destination handed-over → same · crew transport-desk`,
      'ride.number': `${BEFORE_DEPARTURE} departed at-destination handed-over → same · transport-desk`,
      'ride.abort': `${BEFORE_DEPARTURE} → aborted · crew transport-desk`,
      'ride.divert': 'departed → at-destination · crew transport-desk',
      'ride.decline': 'planned → aborted · crew',
      'ride.refuse-escort': `${BEFORE_DEPARTURE} → aborted · crew referrer`,
      'ride.hand-on':
        'accepted en-route at-origin departed at-destination handed-over → same · crew transport-desk',
      'ride.take-over': 'accepted en-route at-origin departed at-destination handed-over → same · crew',
      'ride.eta': 'accepted en-route at-origin departed → same · crew transport-desk',
      'ride.incident': 'at-origin departed at-destination handed-over available → same · crew',
    })
    expect(written(rideFollows)).toEqual({
      end: `${BEFORE_DEPARTURE} departed at-destination handed-over → aborted`,
    })
  })
})

/** Every pair of states that some step joins; `on-hold` goes back to wherever it came from. */
const edges = (steps: readonly Step[]): [string, string][] => {
  const held = steps.filter(({ to }) => to === 'on-hold').flatMap(({ from }) => from)
  return steps.flatMap(({ from, to }) =>
    from.flatMap((state): [string, string][] => {
      if (to === 'same') return []
      if (to === 'held') return held.map((back) => [state, back])
      const place = placeOnLine(state as never)
      if (to === 'furthest') return RIDE_LINE.slice(place + 1).map((further) => [state, further])
      if (to === 'earlier') return RIDE_LINE.slice(0, place).map((earlier) => [state, earlier])
      return [[state, to]]
    }),
  )
}
const reachable = (start: string, along: [string, string][]): string[] => {
  const seen = new Set([start])
  for (const state of seen) for (const [from, to] of along) if (from === state) seen.add(to)
  return [...seen].sort()
}

const transferEdges = edges([...Object.values(transferSteps), ...Object.values(transferFollows)])
const reservationEdges = edges([...Object.values(reservationSteps), ...Object.values(reservationFollows)])
const rideEdges = edges([...Object.values(rideSteps), ...Object.values(rideFollows)])

describe('the steps hang together', () => {
  it('every state can be reached from the first', () => {
    expect(reachable('submitted', transferEdges)).toEqual(TRANSFER_STATES.toSorted())
    expect(reachable('offered', reservationEdges)).toEqual(RESERVATION_STATES.toSorted())
    expect(reachable('planned', rideEdges)).toEqual(RIDE_STATES.toSorted())
  })

  it('nothing leaves an end state, and every other state has a way out', () => {
    const leaves = (states: readonly string[], along: [string, string][]) =>
      states.filter((state) => !along.some(([from]) => from === state))
    expect(leaves(TRANSFER_STATES, transferEdges).sort()).toEqual(END_STATES.toSorted())
    expect(leaves(RESERVATION_STATES, reservationEdges).sort()).toEqual(['declined', 'expired', 'released'])
    // `available` is left by undo only, within its ten seconds.
    expect(leaves(RIDE_STATES, rideEdges)).toEqual(['aborted'])
    const back = RIDE_LINE.slice(0, -1).map((earlier) => ['available', earlier])
    expect(rideEdges.filter(([from]) => from === 'available')).toEqual(back)
    for (const state of TRANSFER_STATES) expect(isOpen({ state })).toBe(!END_STATES.includes(state))
  })

  it('from every open state the end can be reached: the patient may die, or be brought', () => {
    for (const state of TRANSFER_STATES.filter((one) => !END_STATES.includes(one))) {
      expect(reachable(state, transferEdges)).toContain('closed')
      expect(reachable(state, transferEdges)).toContain('deceased')
    }
  })

  it('every party acts somewhere', () => {
    const acting = [transferSteps, reservationSteps, rideSteps].flatMap((steps) =>
      Object.values(steps).flatMap(({ by }) => by as readonly string[]),
    )
    expect(PARTIES.filter((party) => !acting.includes(party))).toEqual([])
  })

  it('a crew is offered one step at a time', () => {
    for (const [index, state] of RIDE_LINE.entries())
      expect(nextStep(state)).toBe(RIDE_LINE[index + 1] ?? null)
    expect(nextStep('aborted')).toBe(null)
  })

  it('a reservation holds a bed exactly from its confirming to its release', () => {
    const holding = RESERVATION_STATES.filter(
      (state) => bedCounts[state].reserved + bedCounts[state].occupied > 0,
    )
    expect(holding).toEqual(['confirmed', 'occupied'])
    expect(bedCounts.confirmed).toEqual({ reserved: 1, occupied: 0 })
    expect(bedCounts.occupied).toEqual({ reserved: 0, occupied: 1 })
  })
})
