// What a person may think of doing with what stands on their screen: by role, weighted by how often it happens.
import type { Person } from '#shared/access/parties.ts'
import type { Bed } from '#shared/terms.ts'
import { isLive } from '#shared/beds/reservation.ts'
import { nextStep } from '#shared/rides/ride-steps.ts'
import { isActive, type Ride } from '#shared/rides/ride.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import type { CommandName, Payload } from '#shared/wire/command.ts'
import type { Mirror } from '#web/state/mirror.ts'
import { aRequest, plus } from '#test/support/builders.ts'
import { RECEIVING, VEHICLES } from './cast.ts'
import type { Chance } from './chance.ts'

export type Choice = { name: CommandName; payload: object; subject: string; weight: number }
type Facts = { mirror: Mirror; person: Person; now: string; chance: Chance; newId: () => string }

const acceptedBy = { role: 'dienstdoend intensivist', phone: '088 5550 200' }

/** Empty when there is nothing for this person to do. */
export function choicesFor(facts: Facts): Choice[] {
  const [membership] = facts.person.memberships
  if (membership === undefined) return []
  const { role, org } = membership
  if (role === 'lcps') return coordinator(facts)
  if (role === 'rcps') return receivingRegion(facts)
  if (role === 'bed-desk') return desk(facts, org)
  if (role === 'transport-desk') return transport(facts)
  if (role === 'crew') return crew(facts, org)
  return referrer(facts, org)
}

const make = <N extends CommandName>(name: N, payload: Payload<N>, subject: string, weight = 1): Choice => ({
  name,
  payload,
  subject,
  weight,
})

const transfers = ({ mirror }: Facts): Transfer[] => [...mirror.transfers.values()]
const rides = ({ mirror }: Facts): Ride[] => [...mirror.rides.values()]

function coordinator(facts: Facts): Choice[] {
  const { chance, newId } = facts
  return transfers(facts).flatMap(({ id, state, level, reservation }) => {
    if (level !== 'national') return []
    const transfer = { transfer: id }
    const hospital = chance.pick(RECEIVING)
    if (state === 'matching')
      return [
        make('transfer.claim', transfer, id, 4),
        make('transfer.unclaim', transfer, id, 0.7),
        make('transfer.offer', { ...transfer, reservation: newId(), hospital, reason: 'afspraak' }, id, 3),
      ]
    if (state === 'offered' && reservation !== null)
      return [
        make('reservation.retract', { reservation }, id, 0.5),
        make('reservation.accept-counter', { reservation }, id, 0.5),
      ]
    return isOpen({ state }) ? [make('transfer.withdraw', { ...transfer, reason: 'other' }, id, 0.1)] : []
  })
}

function receivingRegion(facts: Facts): Choice[] {
  const { chance, newId } = facts
  return transfers(facts).flatMap(({ id, state, reservation }) => {
    if (state !== 'offered' || reservation === null) return []
    const hospital = chance.pick(RECEIVING)
    return [make('reservation.move', { reservation, to: newId(), hospital, reason: 'ruimte' }, id)]
  })
}

function desk(facts: Facts, org: string): Choice[] {
  const { mirror, chance, now } = facts
  const answers = [...mirror.reservations.values()].flatMap((row) => {
    if (row.hospital !== org || !isLive(row) || row.state !== 'offered') return []
    const [reservation, subject] = [row.id, row.transfer]
    return [
      make('reservation.confirm', { reservation, acceptedBy, needs: [] }, subject, 5),
      make('reservation.acknowledge', { reservation }, subject, 1),
      make('reservation.decline', { reservation, reason: 'no-bed' }, subject, 0.6),
      make('reservation.counter', { reservation, acceptedBy, needs: [], from: plus(60, now) }, subject, 0.4),
    ]
  })
  const arrivals = rides(facts).flatMap((ride) => {
    if (ride.to !== org) return []
    if (ride.state === 'departed') return [make('ride.arrive', { ride: ride.id }, ride.transfer, 0.7)]
    return ride.state === 'handed-over'
      ? [make('transfer.close', { transfer: ride.transfer }, ride.transfer)]
      : []
  })
  const row = mirror.beds.get(`${org}:ic`)
  const report = {
    hospital: org,
    bed: 'ic' as Bed,
    operational: (row?.operational ?? 10) + chance.between(-1, 1),
    occupied: row?.occupied ?? 6,
    crisis: row?.crisis ?? 4,
    boss: chance.between(0, 1),
    addable24h: 0,
    intakeStop: chance.odds(0.2) ? { reason: 'staff' as const, until: plus(3, now) } : null,
  }
  return [...answers, ...arrivals, make('beds.report', report, `${org}:ic`, 0.5)]
}

function transport(facts: Facts): Choice[] {
  const { chance, newId, now } = facts
  const plans = transfers(facts).flatMap(({ id, state }) => {
    if (state !== 'reserved') return []
    const departAt = plus(chance.between(30, 50), now)
    const vehicle = chance.pick(VEHICLES)
    const plan = { ride: newId(), transfer: id, vehicle, escorted: false, departAt, windowReason: 'afspraak' }
    return [make('ride.plan', plan, id, 4)]
  })
  const running = rides(facts).flatMap((ride) => {
    if (ride.state !== 'planned' && ride.state !== 'accepted') return []
    return [
      make('ride.abort', { ride: ride.id, reason: 'replanned' }, ride.transfer, 0.3),
      make('ride.note', { ride: ride.id, note: 'traffic' }, ride.transfer, 0.2),
    ]
  })
  return [...plans, ...running]
}

function crew(facts: Facts, org: string): Choice[] {
  const { chance, newId, mirror } = facts
  return rides(facts).flatMap((ride): Choice[] => {
    const { id, state, transfer } = ride
    if (ride.vehicle !== org || !isActive(ride)) return []
    const next = nextStep(state)
    const check = mirror.transfers.get(transfer)?.code.slice(-3) ?? 'XXX'
    const undo =
      state === 'planned' || state === 'aborted'
        ? []
        : [make('ride.undo', { ride: id, step: state }, transfer, 0.4)]
    const divert = { ride: id, reservation: newId(), hospital: chance.pick(RECEIVING), reason: 'brug dicht' }
    return [
      ...(state === 'planned' ? [make('ride.accept', { ride: id }, transfer, 6)] : []),
      ...(next === null || next === 'planned' || next === 'accepted'
        ? []
        : [
            make(
              'ride.advance',
              {
                ride: id,
                to: next as Payload<'ride.advance'>['to'],
                ...(next === 'departed' ? { check } : {}),
              },
              transfer,
              6,
            ),
          ]),
      ...undo,
      make('ride.note', { ride: id, note: 'traffic' }, transfer, 0.3),
      ...(state === 'departed' ? [make('ride.divert', divert, transfer, 0.2)] : []),
      ...(state === 'accepted' ? [make('ride.abort', { ride: id, reason: 'other' }, transfer, 0.1)] : []),
    ]
  })
}

function referrer(facts: Facts, org: string): Choice[] {
  const { newId, now } = facts
  const own = transfers(facts).flatMap(({ id, from, state }) => {
    if (from !== org || !isOpen({ state })) return []
    const transfer = { transfer: id }
    if (state === 'on-hold') return [make('transfer.resume', transfer, id, 3)]
    if (state === 'arrived') return [make('transfer.close', transfer, id, 1)]
    return [
      make('transfer.withdraw', { ...transfer, reason: 'no-longer-needed' }, id, 0.3),
      make('transfer.hold', transfer, id, 0.3),
      make('transfer.decease', transfer, id, 0.05),
    ]
  })
  const transfer = newId()
  const request = aRequest({ readyFrom: now, purpose: 'capacity', kind: 'urgent', ground: 'bed-shortage' })
  return [...own, make('transfer.submit', { transfer, request }, transfer, 2)]
}
