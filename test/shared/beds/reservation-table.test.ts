import { describe, expect, test } from 'vitest'
import { type ReservationCommand, reservationSteps } from '#shared/beds/reservation-steps.ts'
import { RESERVATION_STATES, type ReservationState } from '#shared/beds/reservation.ts'
import type { Party } from '#shared/access/parties.ts'
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
  aWorld,
  ids,
  inPhase,
  places,
  someBeds,
  someContacts,
} from '#test/support/builders.ts'
import { type CastName, cast, castNames, type Level, partiesAt, pointAt } from '#test/support/cast.ts'

const line = { role: 'intensivist van dienst', phone: '088-7654321' }
const reservation = ids.reservation
const payloads: { [N in ReservationCommand]: Payload<N> } = {
  'reservation.acknowledge': { reservation },
  'reservation.confirm': { reservation, acceptedBy: line, needs: [] },
  'reservation.counter': { reservation, acceptedBy: line, needs: [], from: plus(120) },
  'reservation.accept-counter': { reservation },
  'reservation.decline': { reservation, reason: 'no-staff' },
  'reservation.retract': { reservation },
  'reservation.move': { reservation, to: ids.other, hospital: places.sibling, reason: 'daar is ruimte' },
  'reservation.expire': { reservation },
}
const commands = Object.keys(reservationSteps) as ReservationCommand[]

/** Where the transfer stands while one of its reservations is in this state. */
const transferAt: Record<ReservationState, TransferState> = {
  offered: 'offered',
  confirmed: 'reserved',
  occupied: 'arrived',
  released: 'matching',
  declined: 'matching',
  expired: 'matching',
}

/** The answering hospital knows its own answer for ever; the coordinators and the origin know every answer. */
function partiesFor(name: CastName, state: ReservationState, level: Level): readonly Party[] | null {
  const parties = partiesAt(name, transferAt[state], level)
  if (name === 'receiver' || name === 'receivingWard') return parties ?? []
  return name === 'desk' || name === 'crew' ? null : parties
}

function expected(command: ReservationCommand, state: ReservationState, level: Level, name: CastName) {
  const { by, from } = reservationSteps[command]
  const parties = partiesFor(name, state, level)
  if (parties === null) return 'not-found'
  if (!(from as readonly string[]).includes(state)) return 'step.refused'
  if (!parties.some((party) => (by as readonly string[]).includes(party))) return 'role.refused'
  const isReferrer = name === 'intensivist' || name === 'wardStaff'
  // An offer that the referrer did not direct is the coordinator's.
  if (['reservation.retract', 'reservation.accept-counter'].includes(command) && isReferrer)
    return 'role.refused'
  return command === 'reservation.move' && level === 'region' ? 'role.refused' : 'allowed'
}

function tryStep(command: ReservationCommand, state: ReservationState, level: Level, name: CastName) {
  const { transfer } = pointAt(transferAt[state], level)
  const row = aReservation({ state, counterFrom: command.endsWith('accept-counter') ? plus(120) : null })
  const world = aWorld({
    transfer,
    clinical: aClinical(),
    contacts: someContacts(),
    reservation: row,
    reservations: [row],
    beds: [places.from, places.to, places.sibling].map((at) => someBeds(at)),
    phases: inPhase('2a'),
  })
  const decision = decisions[command] as DecisionRow<ReservationCommand>
  return decision.decide(world, payloads[command], aContext(cast[name]))
}

describe('every answer to an offer, in every state of the reservation, by everyone', () => {
  test.each(commands)('%s is allowed exactly where its row says', (command) => {
    let allowed = 0
    for (const state of RESERVATION_STATES)
      for (const level of ['region', 'national'] as const)
        for (const name of castNames) {
          const decision = tryStep(command, state, level, name)
          const said = 'refused' in decision ? decision.refused.code : 'allowed'
          const must = expected(command, state, level, name)
          expect(`${state} ${level} ${name}: ${said}`).toBe(`${state} ${level} ${name}: ${must}`)
          if (said === 'allowed') allowed += 1
        }
    expect(allowed > 0).toBe(command !== 'reservation.expire')
  })

  test.each(commands.filter((name) => name !== 'reservation.expire'))(
    '%s waits while the transfer is on hold',
    (command) => {
      const { transfer } = pointAt('offered', 'national')
      const row = aReservation({ counterFrom: plus(120) })
      const decision = decisions[command] as DecisionRow<ReservationCommand>
      const by = reservationSteps[command].by as readonly Party[]
      const name = castNames.find((one) =>
        partiesFor(one, 'offered', 'national')?.some((party) => by.includes(party)),
      )
      const held = { ...transfer, state: 'on-hold' as const, heldFrom: 'offered' as const }
      const world = aWorld({ transfer: held, clinical: aClinical(), reservation: row, reservations: [row] })
      expect(decision.decide(world, payloads[command], aContext(cast[name ?? 'admin']))).toEqual({
        refused: { code: 'on-hold' },
      })
    },
  )

  test('a hospital that declined hears the state, whoever was asked after it', () => {
    const declined = aReservation({ hospital: places.elsewhere, state: 'declined' })
    const { transfer } = pointAt('offered', 'national')
    const world = aWorld({ transfer, clinical: aClinical(), reservation: declined, reservations: [declined] })
    const desk = aPerson('bed-desk', places.elsewhere)
    expect(
      decisions['reservation.confirm'].decide(world, payloads['reservation.confirm'], aContext(desk)),
    ).toEqual({
      refused: { code: 'step.refused', facts: { state: 'declined' } },
    })
  })
})
