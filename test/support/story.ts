// Whole stories without a server: rows in memory, the facts a decision asks for in `loads` and nothing more, its
// changes applied with `applyEvent`. A test acts as people do and reads the rows.
import type { Person } from '#shared/access/parties.ts'
import { type Alert, isOpenAlert } from '#shared/alerts/alert.ts'
import { followTurn } from '#shared/alerts/follow-turn.ts'
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { isLive, type Reservation } from '#shared/beds/reservation.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { isActive, type Ride } from '#shared/rides/ride.ts'
import { BEDS, type Phase } from '#shared/terms.ts'
import { makeCode } from '#shared/transfers/code.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { CommandName, Payload } from '#shared/wire/command.ts'
import type { Decided, Decision, DecisionRow, Load, World } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { applyEvent, type Change, type EventName } from '#shared/wire/event.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { RegisterRow } from '#shared/wire/register.ts'
import { anId, inPhase, someBeds, T0 } from './builders.ts'
import { outsideSteps } from './check-steps.ts'

type Private = { clinical: Clinical | null; contacts: Contacts | null }
type Ids = {
  transfer?: string
  reservation?: string
  ride?: string
  alert?: string
  hospital?: string
  code?: string
}

/** Every hospital at both levels: three beds free, one more for safety. */
export const roomEverywhere = (): Beds[] =>
  hospitals.flatMap(({ id }) => BEDS.map((bed) => someBeds(id, bed)))

export class Story {
  now = T0
  readonly transfers = new Map<string, Transfer>()
  readonly privates = new Map<string, Private>()
  readonly reservations = new Map<string, Reservation>()
  readonly rides = new Map<string, Ride>()
  readonly beds = new Map<string, Beds>()
  readonly phases: PhaseEntry[]
  readonly alerts = new Map<string, Alert>()
  readonly register = new Map<string, RegisterRow>()
  /** Names of all that happened, in order. */
  readonly events: EventName[] = []
  private codes = 0

  constructor({ phase = '2a', beds = roomEverywhere() }: { phase?: Phase; beds?: Beds[] } = {}) {
    this.phases = inPhase(phase)
    for (const row of beds) this.beds.set(row.id, row)
  }

  /** Decides and, unless refused, applies. `at`: the phone's own time, the story's clock when left out. */
  act<N extends CommandName>(person: Person, name: N, payload: Payload<N>, at = this.now): Decision {
    const row: DecisionRow<N> = decisions[name]
    const code = name === 'transfer.submit' ? this.nextCode() : ''
    const world = this.worldFor(name, payload, row.loads)
    const decision = row.decide(world, payload, { person, now: this.now, at, code })
    if ('refused' in decision) return decision
    if (this.meetsTakenId(decision, world)) return refuse('already-exists')
    this.apply(followTurn(world, decision, { now: this.now, alert: anId(9000 + this.alerts.size) }))
    return decision
  }

  /** A primary key: a new row under the id of one that the decision could not know of. */
  private meetsTakenId({ changes }: Decided, world: World): boolean {
    const known = [...world.reservations, world.ride].map((row) => row?.id)
    return changes.some(
      ({ id, data }) =>
        'id' in data &&
        !known.includes(id) &&
        (this.transfers.has(id) || this.reservations.has(id) || this.rides.has(id)),
    )
  }

  /** As `act`, for what must be allowed. */
  do<N extends CommandName>(person: Person, name: N, payload: Payload<N>, at = this.now): Decided {
    const decision = this.act(person, name, payload, at)
    if ('refused' in decision) throw new Error(`${name} refused: ${JSON.stringify(decision.refused)}`)
    return decision
  }

  /** As `act`, for what must be refused. */
  refusal<N extends CommandName>(person: Person, name: N, payload: Payload<N>, at = this.now): Refusal {
    const decision = this.act(person, name, payload, at)
    if (!('refused' in decision)) throw new Error(`${name} was allowed`)
    return decision.refused
  }

  transfer(id: string): Transfer {
    return found(this.transfers.get(id), id)
  }
  reservation(id: string): Reservation {
    return found(this.reservations.get(id), id)
  }
  ride(id: string): Ride {
    return found(this.rides.get(id), id)
  }
  bedsAt(where: string, bed: 'ic' | 'ward' = 'ic'): Beds {
    return found(this.beds.get(bedsId(where, bed)), where)
  }

  /** The facts `loads` names: as the server's store gives them, but nothing beyond. */
  worldFor(name: CommandName, payload: Ids | object, loads: readonly Load[]): World {
    const ids: Ids = payload
    const wants = (load: Load) => loads.includes(load)
    const reservationId = name.startsWith('reservation.') ? ids.reservation : undefined
    const rideId = name === 'ride.plan' ? undefined : ids.ride
    const ofReservation = reservationId ? this.reservations.get(reservationId)?.transfer : undefined
    const ofRide = rideId ? this.rides.get(rideId)?.transfer : undefined
    const named = this.alerts.get(ids.alert ?? '')
    const ofAlert = named?.transfer
    const byCode = [...this.transfers.values()].find(({ code }) => code === ids.code)?.id
    const id = ids.transfer ?? ofReservation ?? ofRide ?? ofAlert ?? byCode ?? ''
    const transfer = this.transfers.get(id) ?? null
    const reservations = [...this.reservations.values()].filter((row) => row.transfer === transfer?.id)
    const rides = [...this.rides.values()]
    const secret = wants('private') ? this.privates.get(transfer?.id ?? '') : undefined
    const reservation = reservations.find((row) => (reservationId ? row.id === reservationId : isLive(row)))
    const ride = rides.find((row) =>
      rideId ? row.id === rideId : row.transfer === transfer?.id && isActive(row),
    )
    const places = [transfer?.from, transfer?.to, reservation?.hospital, ids.hospital]
    const beds = [...this.beds.values()].filter(
      ({ hospital }) => wants('all-beds') || places.includes(hospital),
    )
    return {
      transfer,
      clinical: secret?.clinical ?? null,
      contacts: secret?.contacts ?? null,
      reservation: (wants('reservations') && reservation) || null,
      reservations: wants('reservations') ? reservations : [],
      ride: (wants('ride') && ride) || null,
      beds: wants('all-beds') || wants('own-beds') ? beds : [],
      activeRides: wants('active-rides') ? rides.filter(isActive) : [],
      phases: wants('phases') ? this.phases : [],
      register: [...this.register.values()].filter(
        ({ list }) => list === 'setting' || wants(`register:${list}`),
      ),
      alert: named ?? this.openAlertOf(transfer?.id) ?? null,
      ...(wants('held-abroad') ? { heldAbroad: this.heldAt(ids.hospital) } : {}),
    }
  }

  /** How many live reservations a place has. */
  private heldAt(place: string | undefined): number {
    return [...this.reservations.values()].filter((row) => row.hospital === place && isLive(row)).length
  }

  /** The alert of a transfer's present turn. */
  openAlertOf(transfer: string | undefined): Alert | undefined {
    return [...this.alerts.values()].find((row) => row.transfer === transfer && isOpenAlert(row))
  }

  private apply({ changes, clinical, contacts }: Decided): void {
    for (const change of changes) {
      this.applyOne(change)
      this.events.push(change.name)
    }
    const transfer = changes.find(({ subject }) => subject === 'transfer')?.id
    if (transfer === undefined) return
    const known = this.privates.get(transfer) ?? { clinical: null, contacts: null }
    this.privates.set(transfer, { ...known, ...(clinical && { clinical }), ...(contacts && { contacts }) })
  }

  private applyOne(change: Change): void {
    if (change.subject === 'phase') {
      this.phases.push(applyEvent<PhaseEntry>(undefined, { data: change.data, rev: 1 }))
      return
    }
    const stores = {
      transfer: this.transfers,
      reservation: this.reservations,
      ride: this.rides,
      beds: this.beds,
      alert: this.alerts,
      register: this.register,
    }
    const store = stores[change.subject] as Map<string, { rev: number; state: string }>
    const before = store.get(change.id)
    const fault = outsideSteps(change, before)
    if (fault !== null) throw new Error(`outside the steps table: ${fault}`)
    if (before !== undefined && 'id' in change.data) throw new Error(`a second first event: ${change.name}`)
    store.set(change.id, applyEvent(before, { data: change.data, rev: (before?.rev ?? 0) + 1 }))
  }

  private nextCode(): string {
    this.codes += 1
    return makeCode(String(this.codes).padStart(5, '0'))
  }
}

function found<R>(row: R | undefined, id: string): R {
  if (row === undefined) throw new Error(`no such row in this story: ${id}`)
  return row
}
