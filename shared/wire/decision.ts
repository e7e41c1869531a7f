// The shape of every decision: facts in, changes or a refusal out. Pure, so the phone previews with it and the
// server decides with it. `server/perform.ts` loads what a decision names in `loads`, and saves what it returns.
import type { Person } from '#shared/access/parties.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Observation } from '#shared/beds/observation.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { CommandName, Payload } from './command.ts'
import type { By, Change } from './event.ts'
import type { Refusal } from './refusal.ts'
import type { ListName, RegisterRow } from './register.ts'

/** The facts a decision may ask for. What was not asked for, or is not there, is null or empty. */
export type World = {
  /** The command's transfer, or that of its reservation or ride. */
  transfer: Transfer | null
  clinical: Clinical | null
  contacts: Contacts | null
  /** The command's reservation, or the transfer's live one. */
  reservation: Reservation | null
  /** Every reservation the transfer ever had. */
  reservations: Reservation[]
  /** The command's ride, or the transfer's live one. */
  ride: Ride | null
  /** `own`: the figures of the hospitals this decision touches (origin, destination, payload); `all`: everyone's. */
  beds: Beds[]
  /** Rides that hold a vehicle now, the transfer's own included. */
  activeRides: Ride[]
  phases: PhaseEntry[]
  /** The lists asked for, rows that are over left out. */
  register: RegisterRow[]
  /** The command's alert, or the open one of its transfer. Always loaded: every act may settle it. */
  alert: Alert | null
  /** Where the command's hospital lies abroad: how many patients it holds or is asked for. */
  heldAbroad?: number
}
export type Load =
  | 'transfer'
  | 'private'
  | 'reservations'
  | 'ride'
  | 'own-beds'
  | 'all-beds'
  | 'active-rides'
  | 'phases'
  | 'held-abroad'
  | `register:${ListName}`

export type Context = {
  person: Person
  /** The deciding side's clock, UTC ISO. */
  now: string
  /** The act's own time: the phone's, by the server's clock (act-time.ts). */
  at: string
  /** `at` is not what the phone wrote. */
  corrected?: boolean
  /** A fresh code for a new transfer: the server draws it; the phone has none. */
  code: string
}

export type Decided = {
  /** In order; each applies to one row. */
  changes: Change[]
  /** In which capacity the person acted. */
  as: By
  /** The act's own time, where the rule moved it: a step cannot be before the step before it. */
  at?: string
  /** Beside the row, never in an event. */
  clinical?: Clinical
  contacts?: Contacts
  /** Bed figures as they were said: kept as history. */
  observation?: Observation
}
export type Decision = Decided | { refused: Refusal }

export type Decide<N extends CommandName> = (world: World, payload: Payload<N>, context: Context) => Decision
export type DecisionRow<N extends CommandName> = { loads: readonly Load[]; decide: Decide<N> }
