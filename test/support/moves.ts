// Acts for random stories: per state of a transfer what is likely next, beside it anything by anyone. Twelve patients,
// two asking hospitals, two receiving ones, two vehicles: small enough that beds and vehicles run out.
import { reservationSteps } from '#shared/beds/reservation-steps.ts'
import type { Person } from '#shared/access/parties.ts'
import { nextStep, rideSteps } from '#shared/rides/ride-steps.ts'
import { isActive, RIDE_LINE_STATES, type Ride } from '#shared/rides/ride.ts'
import { END_STATES, type TransferState } from '#shared/transfers/transfer.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import type { CommandName, Payload } from '#shared/wire/command.ts'
import { anId, aPerson, aRequest, people, places, plus } from './builders.ts'
import { line } from './stories.ts'
import type { Story } from './story.ts'

export const TRANSFERS = Array.from({ length: 12 }, (_, index) => anId(index + 1))
const ORIGINS = [places.from, places.near] as const
const DESTINATIONS = [places.to, places.sibling] as const
export const HOSPITALS = [...ORIGINS, ...DESTINATIONS] as const
const VEHICLES = [places.vehicle, 'micu-radboudumc-1'] as const

export type Move = { [N in CommandName]: { person: Person; name: N; payload: Payload<N> } }[CommandName]

/** Draws from the numbers of one step, so that shrinking stays simple. */
export type Pick = <T>(choices: readonly [T, ...T[]] | readonly T[]) => T

const anyone = (): Person[] => [
  people.rcps,
  people.lcps,
  people.receivingRcps,
  people.desk,
  ...ORIGINS.map((org) => aPerson('intensivist', org)),
  ...DESTINATIONS.map((org) => aPerson('bed-desk', org)),
  ...VEHICLES.map((org) => aPerson('crew', org)),
]

/** Mostly a new id, now and then one that is taken. */
const idFor = (used: Iterable<string>, pick: Pick, from: number): string => {
  const taken = [...used]
  return pick([0, 1, 2, 3, 4, 5]) === 0 && taken.length > 0 ? pick(taken) : anId(from + taken.length)
}

/** The command's payload for this transfer, as far as it makes sense. */
function payloadOf(story: Story, name: CommandName, transfer: string, pick: Pick): Move['payload'] {
  const row = story.transfers.get(transfer)
  const ride = [...story.rides.values()].filter((one) => one.transfer === transfer).at(-1)
  const reservation = row?.reservation ?? [...story.reservations.keys()].at(-1) ?? anId(200)
  const hospital = pick(DESTINATIONS)
  const fresh = idFor(story.reservations.keys(), pick, 200)
  if (name === 'ride.plan') return planOf(story, transfer, pick)
  if (name.startsWith('ride.')) return ridePayload(name, { story, ride, fresh }, pick)
  if (name === 'reservation.move') return { reservation, to: fresh, hospital, reason: 'ruimte' }
  if (name.startsWith('reservation.'))
    return {
      reservation,
      ...(name.endsWith('confirm') || name.endsWith('.counter') ? { acceptedBy: line, needs: [] } : {}),
      ...(name.endsWith('.counter') ? { from: plus(60, story.now) } : {}),
      ...(name.endsWith('decline') ? { reason: 'no-bed' } : {}),
    } as Payload<'reservation.confirm'>
  return {
    transfer,
    ...(name === 'transfer.withdraw' ? { reason: 'no-longer-needed' } : {}),
    ...(name === 'transfer.reject' ? { reason: 'not-urgent' } : {}),
    ...(name === 'transfer.hand-over' ? { note: 'vol' } : {}),
    ...(name === 'transfer.offer' || name === 'transfer.direct' ? { reservation: fresh, hospital } : {}),
    ...(name === 'transfer.offer' ? { reason: 'afgesproken' } : {}),
  } as Payload<'transfer.withdraw'>
}

const planOf = (story: Story, transfer: string, pick: Pick): Payload<'ride.plan'> => ({
  ride: idFor(story.rides.keys(), pick, 600),
  transfer,
  vehicle: pick(VEHICLES),
  escorted: false,
  departAt: plus(pick([0, 30, 60, 180, 600]), story.now),
  ...pick([{ windowReason: 'kan niet anders' }, {}]),
})

const SIX = [0, 1, 2, 3, 4, 5] as const

type RideFacts = { story: Story; ride: Ride | undefined; fresh: string }

/** Mostly the next step; now and then one that is told too early or too late. */
function ridePayload(name: CommandName, { story, ride, fresh }: RideFacts, pick: Pick): Move['payload'] {
  const id = ride?.id ?? anId(600)
  const next = ride === undefined ? null : nextStep(ride.state)
  if (name === 'ride.advance')
    return {
      ride: id,
      to: next === null || next === 'planned' || pick(SIX) === 0 ? pick(RIDE_LINE_STATES) : next,
      override: 'proef',
    } as Payload<'ride.advance'>
  if (name === 'ride.undo') return { ride: id, step: ride?.state ?? 'accepted' } as Payload<'ride.undo'>
  if (name === 'ride.correct')
    return { ride: id, step: pick(RIDE_LINE_STATES), at: plus(pick([-5, -1, 0, 1]), story.now) }
  if (name === 'ride.note') return { ride: id, note: 'traffic' }
  if (name === 'ride.abort') return { ride: id, reason: 'other' }
  if (name === 'ride.refuse-escort') return { ride: id, why: 'other' }
  if (name === 'ride.decline') return { ride: id, why: 'other-ride' }
  if (name === 'ride.hand-on')
    return { ride: id, why: 'end-of-shift', ...pick([{}, { vehicle: pick(VEHICLES) }]) }
  if (name === 'ride.move') {
    const { ride: _ride, transfer: _transfer, ...spot } = planOf(story, '', pick)
    return { ride: id, ...spot }
  }
  if (name === 'ride.eta') return { ride: id, at: plus(pick([-10, 5, 40, 900]), story.now) }
  if (name === 'ride.incident') return { ride: id, incident: 'oxygen-low' }
  if (name === 'ride.divert')
    return { ride: id, reservation: fresh, hospital: pick(HOSPITALS), reason: 'brug dicht' }
  return { ride: id }
}

const LIKELY: Partial<Record<TransferState, readonly CommandName[]>> = {
  verifying: ['transfer.verify', 'transfer.verify', 'transfer.verify', 'transfer.reject', 'transfer.claim'],
  matching: ['transfer.hand-over', 'transfer.offer', 'transfer.offer', 'transfer.offer', 'transfer.direct'],
  offered: [
    'reservation.confirm',
    'reservation.confirm',
    'reservation.confirm',
    'reservation.confirm',
    'reservation.acknowledge',
    'reservation.counter',
    'reservation.accept-counter',
    'reservation.accept-counter',
    'reservation.decline',
    'reservation.retract',
    'reservation.move',
  ],
  reserved: ['ride.plan', 'ride.plan', 'ride.plan', 'ride.plan', 'ride.plan', 'transfer.hold'],
  'in-transit': [
    'ride.advance',
    'ride.advance',
    'ride.undo',
    'ride.correct',
    'ride.divert',
    'ride.hand-on',
    'ride.take-over',
    'ride.eta',
    'ride.incident',
  ],
  arrived: ['ride.advance', 'ride.advance', 'ride.undo', 'ride.correct', 'transfer.close'],
  'on-hold': ['transfer.resume'],
  closed: ['ride.advance', 'ride.undo', 'transfer.withdraw'],
}
const ACCEPT: readonly CommandName[] = [
  'ride.accept',
  'ride.accept',
  'ride.accept',
  'ride.accept',
  'ride.move',
  'ride.abort',
  'ride.decline',
]
const DRIVE: readonly CommandName[] = [
  ...Array<CommandName>(8).fill('ride.advance'),
  'ride.undo',
  'ride.correct',
  'ride.abort',
  'ride.note',
  'ride.hand-on',
  'ride.take-over',
  'ride.eta',
]

/** What would come next by rights. */
function likelyFor(story: Story, transfer: string, state: TransferState): readonly CommandName[] {
  if (state !== 'planned') return LIKELY[state] ?? EVERY
  const accepted = liveRides(story).some((ride) => ride.transfer === transfer && ride.state !== 'planned')
  return accepted ? DRIVE : ACCEPT
}

const ENDS = ['transfer.withdraw', 'transfer.solve-elsewhere', 'transfer.decease', 'transfer.hold'] as const
const EVERY = Object.keys({ ...transferSteps, ...reservationSteps, ...rideSteps }) as CommandName[]

/** Who would do it: somebody whom the step's row names, or for wild moves just anybody. */
function personFor(story: Story, name: CommandName, transfer: string, wild: boolean, pick: Pick): Person {
  const row = story.transfers.get(transfer)
  if (wild || row === undefined) return pick(anyone())
  const ride = [...story.rides.values()].filter((one) => one.transfer === transfer).at(-1)
  if (name === 'ride.plan' || name === 'ride.move' || name === 'ride.abort') return people.desk
  if (name === 'ride.take-over') return aPerson('crew', ride?.vehicle ?? places.vehicle, pick(SHIFTS))
  if (name.startsWith('ride.')) return crewOf(ride)
  if (name === 'reservation.move') return people.receivingRcps
  if (name === 'reservation.retract' || name === 'reservation.accept-counter' || name === 'transfer.offer')
    return row.level === 'national' ? people.lcps : people.rcps
  if (name.startsWith('reservation.')) return aPerson('bed-desk', row.to ?? places.to)
  const byRcps = ['transfer.verify', 'transfer.reject', 'transfer.claim', 'transfer.hand-over']
  return byRcps.includes(name) ? people.rcps : aPerson('intensivist', row.from)
}

/** Two shifts on a vehicle; mostly the one that has the ride. */
const SHIFTS = ['day', 'night'] as const
const crewOf = (ride: Ride | undefined): Person =>
  aPerson('crew', ride?.vehicle ?? places.vehicle, ride?.crew ?? 'day')

const report = (story: Story, pick: Pick): Move => {
  const hospital = pick(HOSPITALS)
  const payload: Payload<'beds.report'> = {
    hospital,
    bed: 'ic',
    // More lie there than ever leave in a story: fewer than nobody cannot be counted.
    operational: pick([105, 106, 107, 108]),
    occupied: pick([104, 105, 106]),
    crisis: 104,
    boss: pick([0, 1]),
    addable24h: 0,
    intakeStop: pick([null, null, null, { reason: 'staff' as const, until: plus(30, story.now) }]),
  }
  return { person: aPerson('bed-desk', hospital), name: 'beds.report', payload }
}

const submit = (story: Story, transfer: string, pick: Pick): Move => {
  const kinds = [
    {},
    { admissionReason: 'other', purpose: 'specialist-care' },
    { kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' },
  ] as const
  const person = aPerson('intensivist', pick(ORIGINS))
  return {
    person,
    name: 'transfer.submit',
    payload: { transfer, request: aRequest({ ...pick(kinds), readyFrom: story.now }) },
  }
}

const FORTY = Array.from({ length: 40 }, (_, index) => index)
/** Of forty acts one ends a story, three are wild, three are reports; the rest is what is likely. */
const KINDS_OF_MOVE = ['end', 'wild', 'wild', 'wild', 'report', 'report', 'report'] as const

/** One of the first three that are open (or not yet filed), now and then one that has ended. */
export function patientFor(story: Story, pick: Pick): string {
  const ended = TRANSFERS.filter((id) => END_STATES.includes(story.transfers.get(id)?.state ?? 'matching'))
  const open = TRANSFERS.filter((id) => !ended.includes(id))
  const some = pick([0, 1, 2, 3, 4, 5, 6, 7]) === 0 ? ended : open.slice(0, 3)
  return pick(some.length > 0 ? some : TRANSFERS)
}

/** One act on one of the patients; `wild` ones are mostly refused. */
export function moveOn(story: Story, transfer: string, pick: Pick): Move {
  const row = story.transfers.get(transfer)
  if (row === undefined) return submit(story, transfer, pick)
  const kind = KINDS_OF_MOVE[pick(FORTY)] ?? 'likely'
  if (kind === 'report') return report(story, pick)
  const likely = kind === 'likely' ? likelyFor(story, transfer, row.state) : EVERY
  const name = pick(kind === 'end' ? ENDS : likely)
  const person = personFor(story, name, transfer, kind === 'wild', pick)
  return { person, name, payload: payloadOf(story, name, transfer, pick) } as Move
}

export const liveRides = (story: Story): Ride[] => [...story.rides.values()].filter(isActive)
