// What must hold after every act of every story. Each check returns the faults it sees, in words.
import { bedsId } from '#shared/beds/beds.ts'
import { isLive } from '#shared/beds/reservation.ts'
import { isActive } from '#shared/rides/ride.ts'
import { RIDE_LINE } from '#shared/rides/ride-steps.ts'
import { rideSpan } from '#shared/rides/ride-span.ts'
import { END_STATES, type TransferState } from '#shared/transfers/transfer.ts'
import { liveRides } from './moves.ts'
import type { Story } from './story.ts'

/** Patients brought here, less patients taken from here, as the rows tell. */
export const movedHere = (story: Story, id: string): number => {
  const brought = [...story.reservations.values()].filter(
    ({ state, hospital, bed }) => state === 'occupied' && bedsId(hospital, bed) === id,
  )
  const taken = [...story.rides.values()].filter(
    // A departure that only a later step tells of took the patient along too.
    ({ checked, from, transfer }) => checked !== null && bedsId(from, story.transfer(transfer).bed) === id,
  )
  const diedHere = [...story.transfers.values()].filter(
    ({ id: of, state, from, bed }) =>
      state === 'deceased' &&
      bedsId(from, bed) === id &&
      ![...story.rides.values()].some((ride) => ride.transfer === of && ride.checked !== null),
  )
  return brought.length - taken.length - diedHere.length
}

/** `base`: per hospital what was reported, less what had moved by then. */
export function bedFaults(story: Story, base: ReadonlyMap<string, number>): string[] {
  return [...story.beds.values()].flatMap(({ id, reserved, occupied, crisis }) => {
    const confirmed = [...story.reservations.values()].filter(
      ({ state, hospital, bed }) => state === 'confirmed' && bedsId(hospital, bed) === id,
    ).length
    const counted = (base.get(id) ?? 0) + movedHere(story, id)
    return [
      ...(reserved === confirmed ? [] : [`${id}: ${reserved} reserved, ${confirmed} confirmed`]),
      ...(occupied === counted ? [] : [`${id}: ${occupied} occupied, ${counted} counted`]),
      ...(occupied >= 0 && crisis >= 0 && reserved >= 0 ? [] : [`${id}: below nothing`]),
    ]
  })
}

const HOLDS: Partial<Record<TransferState, { reservation: string; ride: readonly string[] }>> = {
  submitted: { reservation: 'none', ride: [] },
  verifying: { reservation: 'none', ride: [] },
  matching: { reservation: 'none', ride: [] },
  offered: { reservation: 'offered', ride: [] },
  reserved: { reservation: 'confirmed', ride: [] },
  planned: { reservation: 'confirmed', ride: ['planned', 'accepted', 'en-route', 'at-origin'] },
  'in-transit': { reservation: 'confirmed', ride: ['departed'] },
  arrived: { reservation: 'occupied', ride: ['at-destination', 'handed-over', 'none'] },
  closed: { reservation: 'occupied', ride: ['handed-over', 'none'] },
}

/** One live reservation and one active ride at most, and those that go with the transfer's state. */
export function partFaults(story: Story): string[] {
  return [...story.transfers.values()].flatMap((transfer) => {
    const live = [...story.reservations.values()].filter((row) => row.transfer === transfer.id && isLive(row))
    const rides = [...story.rides.values()].filter((row) => row.transfer === transfer.id && isActive(row))
    const state = transfer.state === 'on-hold' ? (transfer.heldFrom ?? 'matching') : transfer.state
    const holds = HOLDS[state] ?? { reservation: 'none', ride: [] }
    const [reservation] = live
    const ride = rides[0]?.state ?? 'none'
    const where = `${transfer.state} ${state}`
    const faults: string[] = []
    if (live.length > 1) faults.push(`${where}: ${live.length} live reservations`)
    if (rides.length > 1) faults.push(`${where}: ${rides.length} active rides`)
    if ((reservation?.state ?? 'none') !== holds.reservation)
      faults.push(`${where}: reservation ${reservation?.state ?? 'none'}`)
    if (!(holds.ride.length === 0 ? ['none'] : holds.ride).includes(ride))
      faults.push(`${where}: ride ${ride}`)
    if (reservation && (transfer.reservation !== reservation.id || transfer.to !== reservation.hospital))
      faults.push(`${where}: points elsewhere than its reservation`)
    return faults
  })
}

/** Rides that hold a vehicle when a new one wants it too. A later diversion may lengthen one: that is a fact. */
export function vehicleFaults(story: Story, planned: string): string[] {
  const ride = story.ride(planned)
  const wanted = rideSpan(ride)
  return liveRides(story).flatMap((other) => {
    if (other.id === planned || other.vehicle !== ride.vehicle) return []
    const { from, until } = rideSpan(other)
    return from < wanted.until && wanted.from < until ? [`${ride.vehicle} drives twice from ${from}`] : []
  })
}

/** Outside its window only with a reason on record, and said so in its row. */
export function windowFaults(story: Story, planned: string, reason: string | undefined): string[] {
  const ride = story.ride(planned)
  const { window } = story.transfer(ride.transfer)
  if (window === null) return []
  const leaves = Date.parse(ride.departAt)
  const isOutside =
    leaves < Date.parse(window.from) - 300_000 ||
    (window.until !== null && leaves >= Date.parse(window.until))
  return [
    ...(isOutside && reason === undefined ? [`${planned} outside its window without a reason`] : []),
    ...(isOutside === ride.outsideWindow ? [] : [`${planned} does not say where its window is`]),
  ]
}

/** Handed on to another vehicle: one that nobody else drives now, with the transfer going along. */
export function handOnFaults(story: Story, handed: string): string[] {
  const ride = story.ride(handed)
  const last = ride.legs?.at(-1)
  if (last === undefined) return [`${handed}: handed on without a trace`]
  if (last.vehicle === ride.vehicle) return []
  const also = liveRides(story).filter(
    ({ id, vehicle, state }) =>
      id !== handed && vehicle === ride.vehicle && state !== 'planned' && state !== 'accepted',
  )
  return [
    ...also.map(() => `${ride.vehicle} drives twice after a hand-over`),
    ...(story.transfer(ride.transfer).vehicle === ride.vehicle ? [] : ['the transfer went elsewhere']),
  ]
}

/** The head is the furthest step told of, no step is before the one before it, and who departed was checked or is told not to be. */
export const rideFaults = (story: Story): string[] =>
  [...story.rides.values()].flatMap(({ state, times, checked }) => {
    const told = RIDE_LINE.filter((step) => times[step] !== undefined)
    const instants = told.map((step) => Date.parse(times[step]?.at ?? ''))
    const head = told.at(-1) ?? 'planned'
    const gone = RIDE_LINE.indexOf(head) >= RIDE_LINE.indexOf('departed')
    const faults: string[] = []
    if (state !== 'aborted' && state !== head) faults.push(`ride ${state}: told up to ${head}`)
    if (instants.some((at, index) => at < (instants[index - 1] ?? 0)))
      faults.push(`ride ${state}: time goes back`)
    if (gone !== (checked !== null)) faults.push(`ride ${state}: checked ${checked}`)
    return faults
  })

/** Transfers that left an end state since. */
export const revived = (before: ReadonlyMap<string, TransferState>, story: Story): string[] =>
  [...before].flatMap(([id, state]) =>
    END_STATES.includes(state) && story.transfer(id).state !== state ? [`${id} left ${state}`] : [],
  )
