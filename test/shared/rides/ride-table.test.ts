import { describe, expect, test } from 'vitest'
import type { Party } from '#shared/access/parties.ts'
import { RIDE_STATES, type RideState } from '#shared/rides/ride.ts'
import { nextStep, placeOnLine, RIDE_LINE, type RideCommand, rideSteps } from '#shared/rides/ride-steps.ts'
import type { TransferState } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { DecisionRow } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import {
  aClinical,
  aContext,
  plus,
  aPerson,
  aReservation,
  aRide,
  aTransfer,
  aWorld,
  ids,
  inPhase,
  people,
  places,
  someBeds,
  T0,
} from '#test/support/builders.ts'
import { type CastName, cast, castNames, partiesAt, pointAt } from '#test/support/cast.ts'

type OnRide = Exclude<RideCommand, 'ride.plan'>
const commands = (Object.keys(rideSteps) as RideCommand[]).filter(
  (name): name is OnRide => name !== 'ride.plan',
)

/** Where the transfer stands while its ride is in this state. */
const transferAt: Record<RideState, TransferState> = {
  planned: 'planned',
  accepted: 'planned',
  'en-route': 'planned',
  'at-origin': 'planned',
  departed: 'in-transit',
  'at-destination': 'arrived',
  'handed-over': 'arrived',
  available: 'closed',
  aborted: 'reserved',
}

/** The step forward, or the one from `accepted` where there is none: it must not matter what is asked for. */
const payloadFor = (command: OnRide, state: RideState): Payload<OnRide> => {
  const ride = ids.ride
  const next = nextStep(state) ?? 'en-route'
  const line = next === 'planned' ? 'accepted' : next
  const all: { [N in OnRide]: Payload<N> } = {
    'ride.move': { ride, vehicle: places.vehicle, escorted: false, departAt: plus(90) },
    'ride.accept': { ride },
    'ride.advance': { ride, to: line === 'aborted' ? 'en-route' : line, check: '3TB' },
    'ride.arrive': { ride },
    'ride.undo': { ride, step: state === 'planned' || state === 'aborted' ? 'accepted' : state },
    'ride.correct': { ride, step: state === 'planned' || state === 'aborted' ? 'accepted' : state, at: T0 },
    'ride.note': { ride, note: 'traffic' },
    'ride.number': { ride, gms: '2611-7' },
    'ride.abort': { ride, reason: 'vehicle-fault' },
    'ride.divert': { ride, reservation: ids.other, hospital: places.sibling, reason: 'brug dicht' },
    'ride.decline': { ride, why: 'other-ride' },
    'ride.refuse-escort': { ride, why: 'patient-unstable' },
    'ride.hand-on': { ride, why: 'end-of-shift' },
    'ride.take-over': { ride },
    'ride.eta': { ride, at: plus(20) },
    'ride.incident': { ride, incident: 'oxygen-low' },
  }
  return all[command]
}

const rideParties = (name: CastName, state: RideState): readonly Party[] | null => {
  const parties = partiesAt(name, transferAt[state], 'region')
  // The vehicle's own crew and desk know of its ride whatever became of the transfer.
  if (state === 'aborted' && name === 'crew') return ['crew']
  return parties
}

function expected(command: OnRide, state: RideState, name: CastName): string {
  const { by, from } = rideSteps[command]
  const parties = rideParties(name, state)
  if (parties === null) return 'not-found'
  if (!parties.some((party) => (by as readonly string[]).includes(party))) return 'role.refused'
  // The step that the ride stands on is taken already.
  if (command === 'ride.accept' && state === 'accepted') return 'step.refused'
  // Theirs already.
  if (command === 'ride.take-over') return 'step.refused'
  return (from as readonly string[]).includes(state) ? 'allowed' : 'step.refused'
}

/** Every step up to this state but two, so that there is something to tell late. */
const timesUpTo = (state: RideState) =>
  Object.fromEntries(
    RIDE_LINE.slice(0, placeOnLine(state) + 1)
      .filter((step) => step === state || (step !== 'accepted' && step !== 'en-route'))
      .map((step) => [step, { at: T0, entered: T0 }]),
  )

function tryStep(command: OnRide, state: RideState, name: CastName, held = false) {
  const { transfer } = pointAt(transferAt[state])
  const crew = state === 'planned' || state === 'aborted' ? null : people.crew.id
  const ride = aRide({ state, crew, escorted: true, times: timesUpTo(state) })
  const isThere = state === 'at-destination' || state === 'handed-over'
  const reservation = aReservation({ state: isThere ? 'occupied' : 'confirmed' })
  const world = aWorld({
    transfer: held ? { ...transfer, state: 'on-hold', heldFrom: 'planned' } : transfer,
    clinical: aClinical(),
    ride,
    reservation,
    reservations: [reservation],
    beds: [places.from, places.to, places.sibling].map((at) => someBeds(at)),
    activeRides: [ride],
    phases: inPhase('2a'),
  })
  const row = decisions[command] as DecisionRow<OnRide>
  return row.decide(world, payloadFor(command, state), aContext(cast[name]))
}

describe('every command on a ride, in every state, by everyone', () => {
  const others = commands.filter((name) => name !== 'ride.take-over')
  test.each(others)('%s is allowed exactly where its row says', (command) => {
    let allowed = 0
    for (const state of RIDE_STATES)
      for (const name of castNames) {
        const decision = tryStep(command, state, name)
        const said = 'refused' in decision ? decision.refused.code : 'allowed'
        expect(`${state} ${name}: ${said}`).toBe(`${state} ${name}: ${expected(command, state, name)}`)
        if (said === 'allowed') allowed += 1
      }
    expect(allowed).toBeGreaterThan(0)
  })

  test.each(['ride.accept', 'ride.advance', 'ride.note', 'ride.abort'] as const)(
    '%s waits while the transfer is on hold',
    (command) => {
      const state = command === 'ride.accept' ? 'planned' : 'accepted'
      expect(tryStep(command, state, 'crew', true)).toEqual({ refused: { code: 'on-hold' } })
    },
  )

  test.each(['ride.advance', 'ride.undo', 'ride.note', 'ride.abort'] as const)(
    '%s is for who accepted, not for a colleague on the same vehicle',
    (command) => {
      const { transfer } = pointAt('planned')
      const ride = aRide({
        state: 'accepted',
        crew: people.crew.id,
        times: { accepted: { at: T0, entered: T0 } },
      })
      const row = decisions[command] as DecisionRow<OnRide>
      const colleague = aPerson('crew', places.vehicle, 'colleague')
      const said = row.decide(
        aWorld({ transfer, ride }),
        payloadFor(command, 'accepted'),
        aContext(colleague),
      )
      expect(said).toEqual({ refused: { code: 'role.refused', facts: { crew: 'other' } } })
    },
  )

  test('a vehicle’s own desk may act on its ride, also where it is no desk of the transfer', () => {
    const { transfer } = pointAt('planned')
    const ride = aRide({ vehicle: 'micu-radboudumc-1' })
    const world = aWorld({ transfer: { ...transfer, vehicle: ride.vehicle }, ride })
    const abort = (org: string) =>
      decisions['ride.abort'].decide(
        world,
        { ride: ids.ride, reason: 'crew-unavailable' },
        aContext(aPerson('transport-desk', org)),
      )
    expect(abort('micu-radboudumc')).not.toHaveProperty('refused')
    expect(abort(places.desk)).not.toHaveProperty('refused')
    expect(abort('micu-isala-zwolle')).toEqual({ refused: { code: 'not-found' } })
  })

  test('after a new plan the former crew neither sees the transfer nor moves its ride', () => {
    const former = aRide({ id: ids.other, vehicle: 'micu-isala-zwolle-1', state: 'aborted' })
    const crew = aPerson('crew', 'micu-isala-zwolle-1')
    const transfer = aTransfer({ ...pointAt('planned').transfer, desks: [places.desk], since: plus(1) })
    const act = (ride: typeof former) =>
      decisions['ride.accept'].decide(aWorld({ transfer, ride }), { ride: ride.id }, aContext(crew))
    expect(act(aRide())).toEqual({ refused: { code: 'not-found' } })
    expect(act(former)).toEqual({ refused: { code: 'step.refused', facts: { state: 'aborted' } } })
  })
})
