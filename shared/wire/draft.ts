// Collects the changes of one decision, each applied to the row it changes, so that a decision that touches a row
// twice (release here, reserve there) counts right. Used by the decide functions only.
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { countMove } from '#shared/beds/observe.ts'
import type { Reservation, ReservationState } from '#shared/beds/reservation.ts'
import { bedCounts } from '#shared/beds/reservation-steps.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { later } from '#shared/rides/ride-span.ts'
import type { Bed } from '#shared/terms.ts'
import type { Transfer, TransferState } from '#shared/transfers/transfer.ts'
import type { World } from './decision.ts'
import type { Change, EventName } from './event.ts'
import type { RegisterRow } from './register.ts'

/** What a move of one patient may count at a hospital. */
type Counted = 'reserved' | 'occupied' | 'crisis'

type Moved<S> = { event: EventName; to: S | 'same' }

export const makeDraft = (world: World, at: string): Draft => new Draft(world, at)

export class Draft {
  readonly changes: Change[] = []
  private readonly at: string
  private readonly beds: Map<string, Beds>
  /** One for a patient admitted because of the crisis' disease: moves the count that feeds R7. */
  private readonly crisis: 0 | 1

  constructor(world: World, at: string) {
    this.at = at
    this.beds = new Map(world.beds.map((row) => [row.id, row]))
    this.crisis = world.clinical?.admissionReason === 'covid' ? 1 : 0
  }

  transfer(row: Transfer, step: Moved<TransferState>, data: Partial<Transfer> = {}, note?: string): Transfer {
    const change = { ...this.moved(row, step.to), ...data }
    this.push({ name: step.event, subject: 'transfer', id: row.id, data: change }, note)
    return { ...row, ...change }
  }

  /** Moves the reservation and, symmetrically, what it holds at its hospital (`bedCounts`). */
  reservation(
    row: Reservation,
    step: Moved<ReservationState>,
    data: Partial<Reservation> = {},
    note?: string,
  ): Reservation {
    const change = { ...this.moved(row, step.to), ...data }
    this.push({ name: step.event, subject: 'reservation', id: row.id, data: change }, note)
    const after: Reservation = { ...row, ...change }
    const was = bedCounts[row.state]
    const is = bedCounts[after.state]
    const by = {
      reserved: is.reserved - was.reserved,
      occupied: is.occupied - was.occupied,
      crisis: this.crisis * (is.occupied - was.occupied),
    }
    this.count(row.hospital, row.bed, by, row.state === 'occupied' && after.state === 'confirmed')
    return after
  }

  ride(row: Ride, event: EventName, data: Partial<Ride>, note?: string): Ride {
    const state = data.state ?? row.state
    const change = state === row.state ? data : { since: this.at, ...data }
    this.push({ name: event, subject: 'ride', id: row.id, data: change }, note)
    return { ...row, ...change }
  }

  first(
    name: EventName,
    subject: Change['subject'],
    row: Transfer | Reservation | Ride | PhaseEntry | RegisterRow,
    note?: string,
  ): void {
    const { rev: _, ...data } = row
    this.push({ name, subject, id: row.id, data }, note)
  }

  /** A line of the register that is there already. */
  listed<R extends RegisterRow>(name: EventName, row: R, data: Partial<R> & { over?: boolean }): void {
    this.push({ name, subject: 'register', id: row.id, data })
  }

  /** The patient leaves (−1) or returns to (+1) the origin's bed. */
  origin(row: Transfer, by: 1 | -1): void {
    this.count(row.from, row.bed, { occupied: by, crisis: by * this.crisis }, by === 1)
  }

  /** A diverted patient's bed: occupied from its first moment, even where full. */
  arriveAt(row: Reservation, note: string): void {
    this.first('reservation.occupied', 'reservation', { ...row, state: 'occupied' }, note)
    this.count(row.hospital, row.bed, { occupied: 1, crisis: this.crisis })
  }

  /** The state and since only where the state changes; by whatever clock, it never begins before the one it ends. */
  private moved<S extends string>(row: { state: S; since: string }, to: S | 'same') {
    return to === 'same' || to === row.state ? {} : { state: to, since: later(row.since, this.at) }
  }

  /** `undone`: what it takes back was counted before. */
  private count(hospital: string, bed: Bed, by: Partial<Record<Counted, number>>, undone = false): void {
    const row = this.beds.get(bedsId(hospital, bed))
    if (row === undefined) return
    const { reserved = 0, occupied = 0, crisis = 0 } = by
    if (reserved === 0 && occupied === 0) return
    const data: Partial<Beds> = {
      ...(reserved === 0 ? {} : { reserved: Math.max(0, row.reserved + reserved) }),
      ...(occupied === 0 ? {} : countMove(row, { at: this.at, occupied, crisis }, undone)),
    }
    this.beds.set(row.id, { ...row, ...data })
    this.push({ name: 'beds.counted', subject: 'beds', id: row.id, data })
  }

  private push(change: Change, note?: string): void {
    this.changes.push(note === undefined ? change : { ...change, note })
  }
}
