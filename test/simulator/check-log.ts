// Reads a server's log from its first event on and asks of every act whether it could be: one patient to a bed, one
// ride to a vehicle, steps that go on. It reckons by itself: no rule of the product is asked.
import type Database from 'better-sqlite3'
import { rideSpan } from '#shared/rides/ride-span.ts'
import { RIDE_LINE } from '#shared/rides/ride-steps.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { beds } from './cast.ts'
import type { ViolationName } from './history.ts'

type Stored = {
  seq: number
  name: string
  subject: string
  subject_id: string
  rev: number
  command: string
  data: string
}
type Row = { id: string; rev: number }
type Tell = (name: ViolationName, what: string) => void

const LIVE = ['offered', 'confirmed', 'occupied']
const line: readonly string[] = RIDE_LINE
const TABLES = { transfer: 'transfers', reservation: 'reservations', ride: 'rides', beds: 'beds' } as const
type Kept = keyof typeof TABLES
const isKept = (subject: string): subject is Kept => Object.hasOwn(TABLES, subject)

class Replay {
  readonly rows: Record<Kept, Map<string, Row>> = {
    transfer: new Map(),
    reservation: new Map(),
    ride: new Map(),
    beds: new Map<string, Row>(beds().map((row) => [row.id, row])),
  }
  private readonly tell: Tell

  constructor(tell: Tell) {
    this.tell = tell
  }

  all<R>(kept: Kept): R[] {
    return [...this.rows[kept].values()] as R[]
  }

  /** One command's events, together. */
  act(events: readonly Stored[]): void {
    const bedsBefore = new Map(this.rows.beds) as Map<string, Beds>
    const seen = new Set<string>()
    for (const event of events) {
      const { name, subject, subject_id: id, rev, seq } = event
      if (!isKept(subject)) continue
      const once = `${name} ${id}`
      // Beds are counted per move; one undo may take back an arrival and the departure it implied.
      if (seen.has(once) && subject !== 'beds' && name !== 'transfer.undone')
        this.tell('double-effect', `${seq} ${once} twice in one act`)
      seen.add(once)
      const before = this.rows[subject].get(id)
      if (rev !== (before?.rev ?? 0) + 1)
        this.tell('row-differs', `${seq} ${name}: rev ${rev} on ${before?.rev ?? 0}`)
      const after = { ...before, ...JSON.parse(event.data), id, rev } as Row
      this.rows[subject].set(id, after)
      if (subject === 'ride') this.rideGoesOn(event, before as Ride | undefined, after as Ride)
      this.timeGoesOn(event, before, after)
      if (name === 'reservation.confirmed') this.bedWasFree(event, after as Reservation, bedsBefore)
      if (name === 'ride.planned') this.vehicleWasFree(event, after as Ride)
    }
    this.bedsAddUp(events)
    this.oneOfEach(events)
  }

  private bedWasFree(
    { seq }: Stored,
    { transfer, hospital, bed }: Reservation,
    before: Map<string, Beds>,
  ): void {
    const row = before.get(`${hospital}:${bed}`)
    if (row === undefined) {
      this.tell('double-bed', `${seq}: no such bed ${hospital}`)
      return
    }
    const isUrgent = (this.rows.transfer.get(transfer) as Transfer | undefined)?.kind === 'urgent'
    const free = row.operational - row.occupied - row.reserved - (isUrgent ? 0 : row.boss)
    if (free < 1)
      this.tell('double-bed', `${seq}: ${hospital} had ${free} free when it confirmed ${transfer}`)
  }

  private vehicleWasFree({ seq }: Stored, ride: Ride): void {
    const wanted = rideSpan(ride)
    for (const other of this.all<Ride>('ride')) {
      if (other.id === ride.id || other.vehicle !== ride.vehicle || !isActive(other)) continue
      const { from, until } = rideSpan(other)
      if (from < wanted.until && wanted.from < until)
        this.tell('double-vehicle', `${seq}: ${ride.vehicle} drives ${other.id} and ${ride.id}`)
    }
  }

  /** The head goes back by an undo only; no step is earlier than the one before it. */
  private rideGoesOn({ seq, name }: Stored, before: Ride | undefined, after: Ride): void {
    const [was, is] = [line.indexOf(before?.state ?? 'planned'), line.indexOf(after.state)]
    if (name !== 'ride.undone' && after.state !== 'aborted' && is < was)
      this.tell('step-back', `${seq} ${name}: ${before?.state} → ${after.state}`)
    if (before?.state === 'aborted' && after.state !== 'aborted')
      this.tell('step-back', `${seq} ${name}: an aborted ride went on to ${after.state}`)
    let last = ''
    for (const state of RIDE_LINE) {
      const at = after.times[state]?.at
      if (at === undefined) continue
      if (at < last)
        this.tell('negative-duration', `${seq} ${name}: ${state} at ${at}, the step before at ${last}`)
      last = at
    }
  }

  /** A state begins no earlier than the one before it, unless that is taken back or put right. */
  private timeGoesOn({ seq, name, subject }: Stored, before: Row | undefined, after: Row): void {
    if (subject !== 'transfer' && subject !== 'reservation') return
    if (before === undefined || /undone|vacated|corrected/.test(name)) return
    const [was, is] = [(before as Transfer).since, (after as Transfer).since]
    if (is < was) this.tell('negative-duration', `${seq} ${name}: since ${is}, the state before since ${was}`)
  }

  private bedsAddUp(events: readonly Stored[]): void {
    const touched = events.filter(({ subject }) => subject === 'beds').map(({ subject_id }) => subject_id)
    for (const id of new Set(touched)) {
      const row = this.rows.beds.get(id) as Beds
      const held = this.all<Reservation>('reservation').filter(
        ({ state, hospital, bed }) => state === 'confirmed' && `${hospital}:${bed}` === id,
      ).length
      if (row.reserved !== held)
        this.tell('bed-count', `${events[0]?.seq}: ${id} reserved ${row.reserved}, confirmed ${held}`)
    }
  }

  private oneOfEach(events: readonly Stored[]): void {
    const count = (kept: 'reservation' | 'ride', isHeld: (state: string) => boolean) => {
      const per = new Map<string, number>()
      for (const { transfer, state } of this.all<Reservation | Ride>(kept))
        if (isHeld(state)) per.set(transfer, (per.get(transfer) ?? 0) + 1)
      for (const [transfer, held] of per)
        if (held > 1) this.tell('two-reservations', `${events[0]?.seq}: ${transfer} holds ${held} ${kept}s`)
    }
    const names = events.map(({ subject }) => subject)
    if (names.includes('reservation')) count('reservation', (state) => LIVE.includes(state))
    if (names.includes('ride')) count('ride', (state) => state !== 'available' && state !== 'aborted')
  }

  /** What the tables hold is what the log tells. */
  compare(database: Database.Database): void {
    for (const [subject, table] of Object.entries(TABLES) as [Kept, string][]) {
      const stored = database.prepare(`select id, row from ${table}`).all() as { id: string; row: string }[]
      for (const { id, row } of stored) {
        const told = this.rows[subject].get(id)
        if (canonical(told) !== canonical(JSON.parse(row)))
          this.tell('row-differs', `${subject} ${id}: ${canonical(told)} in the log, ${row} in the table`)
      }
    }
  }
}

const isActive = ({ state }: Ride): boolean => state !== 'available' && state !== 'aborted'

/** The same facts give the same text, in whatever order their fields stand. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${name}:${canonical(inner)}`)
    .join(',')}}`
}

export function checkLog(database: Database.Database, tell: Tell): void {
  const events = database.prepare('select * from events order by seq').all() as Stored[]
  const replay = new Replay(tell)
  for (let at = 0; at < events.length; ) {
    const { command } = events[at] as Stored
    let end = at
    while (events[end]?.command === command) end += 1
    replay.act(events.slice(at, end))
    at = end
  }
  replay.compare(database)
}
