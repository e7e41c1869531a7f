// Collects the changes of one decision, each applied to the row it changes, so that a decision that touches a row
// twice (release here, reserve there) counts right. Used by the decide functions only.
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import type { Reservation, ReservationState } from '#shared/beds/reservation.ts'
import { bedCounts } from '#shared/beds/reservation-steps.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Bed } from '#shared/terms.ts'
import type { Transfer, TransferState } from '#shared/transfers/transfer.ts'
import type { World } from './decision.ts'
import type { Change, EventName } from './event.ts'

/** What a move of one patient may count at a hospital. */
const COUNTED = ['reserved', 'occupied', 'crisis'] as const
type Counted = (typeof COUNTED)[number]

type Moved<S> = { event: EventName; to: S | 'same' }

export type Draft = ReturnType<typeof makeDraft>

export function makeDraft(world: World, at: string) {
  const changes: Change[] = []
  const beds = new Map(world.beds.map((row) => [row.id, row]))
  /** Admitted because of the crisis' disease: moves the count that feeds R7. */
  const crisis = world.clinical?.admissionReason === 'covid' ? 1 : 0

  const push = (change: Change, note?: string): void => {
    changes.push(note === undefined ? change : { ...change, note })
  }

  /** The state and since only where the state changes. */
  const moved = <S extends string>(row: { state: S }, to: S | 'same') =>
    to === 'same' || to === row.state ? {} : { state: to, since: at }

  function count(hospital: string, bed: Bed, by: Partial<Record<Counted, number>>): void {
    const row = beds.get(bedsId(hospital, bed))
    if (row === undefined) return
    const data: Partial<Beds> = {}
    for (const field of COUNTED) if (by[field]) data[field] = Math.max(0, row[field] + by[field])
    if (Object.keys(data).length === 0) return
    beds.set(row.id, { ...row, ...data })
    push({ name: 'beds.counted', subject: 'beds', id: row.id, data })
  }

  function transfer(
    row: Transfer,
    step: Moved<TransferState>,
    data: Partial<Transfer> = {},
    note?: string,
  ): Transfer {
    const change = { ...moved(row, step.to), ...data }
    push({ name: step.event, subject: 'transfer', id: row.id, data: change }, note)
    return { ...row, ...change }
  }

  /** Moves the reservation and, symmetrically, what it holds at its hospital (`bedCounts`). */
  function reservation(
    row: Reservation,
    step: Moved<ReservationState>,
    data: Partial<Reservation> = {},
    note?: string,
  ): Reservation {
    const change = { ...moved(row, step.to), ...data }
    push({ name: step.event, subject: 'reservation', id: row.id, data: change }, note)
    const after: Reservation = { ...row, ...change }
    const was = bedCounts[row.state]
    const is = bedCounts[after.state]
    count(row.hospital, row.bed, {
      reserved: is.reserved - was.reserved,
      occupied: is.occupied - was.occupied,
      crisis: crisis * (is.occupied - was.occupied),
    })
    return after
  }

  function ride(row: Ride, event: EventName, data: Partial<Ride>, note?: string): Ride {
    const state = data.state ?? row.state
    const change = state === row.state ? data : { since: at, ...data }
    push({ name: event, subject: 'ride', id: row.id, data: change }, note)
    return { ...row, ...change }
  }

  /** The patient leaves (−1) or returns to (+1) the origin's bed. */
  const origin = (row: Transfer, by: 1 | -1): void =>
    count(row.from, row.bed, { occupied: by, crisis: by * crisis })

  const first = (
    name: EventName,
    subject: Change['subject'],
    row: Transfer | Reservation | Ride | PhaseEntry,
    note?: string,
  ): void => {
    const { rev: _, ...data } = row
    push({ name, subject, id: row.id, data }, note)
  }

  /** A diverted patient's bed: occupied from its first moment, even where full. */
  const arriveAt = (row: Reservation, note: string): void => {
    first('reservation.occupied', 'reservation', { ...row, state: 'occupied' }, note)
    count(row.hospital, row.bed, { occupied: 1, crisis })
  }

  return { changes, beds, arriveAt, origin, transfer, reservation, ride, first }
}
