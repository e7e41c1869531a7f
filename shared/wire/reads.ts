// What the GETs answer (types) and the closed list of read routes: server/http fills them, web/state reads them,
// the OpenAPI document names them.
import type { Destination } from '#shared/abroad/partner-row.ts'
import type { Membership } from '#shared/access/parties.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Observation } from '#shared/beds/observation.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { OrgLine } from '#shared/transfers/lines-for.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { ActOutcome } from '#shared/record/act.ts'
import type { Bed, Phase, Role, VehicleKind } from '#shared/terms.ts'
import type { Event } from './event.ts'
import type { RegisterRow } from './register.ts'
import type { FieldFault, RefusalCode } from './refusal.ts'

/** RFC 9457 problem details with a refusal code. */
export type Problem = {
  type: string
  title: string
  status: number
  code: RefusalCode
  request: string
  fields?: FieldFault[]
  reasons?: string[]
  facts?: Record<string, string | number | null>
}

/** GET /api/session: who is signed in. `label` is a function and a place, in Dutch: "Intensivist, UMC Utrecht". */
export type Session = {
  person: string
  label: string
  memberships: Membership[]
  demo: boolean
  expires: string
  /** After so many minutes without a sign of the person the session locks; absent: it never does. */
  idleMinutes?: number
  /** Nothing to read or do until a passkey was shown. */
  locked?: true
  /** Until when what asks for a passkey may be done without another. */
  freshUntil?: string
}

/** GET /api/session/demo (demo mode only): whom one can sign in as. */
export type DemoPerson = {
  person: string
  label: string
  membership: Membership
  place: string
  region: string | null
}

/**
 * GET /api/snapshot: every row this person may see, and the cursor from which the stream goes on. Ended transfers
 * stay in it for a day. GET /api/events?since=<cursor> (or Last-Event-ID) then sends `data:` News (event.ts);
 * `event: beat` is a sign of life that carries the cursor forward, `event: reset` asks to fetch a new snapshot.
 */
export type Snapshot = {
  cursor: string
  epoch: string
  at: string
  transfers: Transfer[]
  reservations: Reservation[]
  rides: Ride[]
  beds: Beds[]
  phases: PhaseEntry[]
  /** Open ones. */
  alerts: Alert[]
  /** Not those that are over. */
  register: RegisterRow[]
}

/** GET /api/transfers/:id. Clinical and contacts are null where this person may not see them. */
export type TransferDetail = {
  transfer: Transfer
  clinical: Clinical | null
  contacts: Contacts | null
  reservations: Reservation[]
  /** Of functions that may be called about it, where an administrator gave them. */
  lines?: OrgLine[]
  ride: Ride | null
  /** Oldest first; only what this person could see happen. */
  timeline: Event[]
}

/** GET /api/transfers/:id/letter?as=print|export (both hospitals): what goes along; recorded as taken over. */
export type Letter = TransferDetail

/** One thing that somebody did with a transfer, or saw of it; repeated looks are one entry. */
export type RecordEntry = {
  at: string
  /** The last of `times`. */
  until: string
  times: number
  /** An act's name (shared/record/act.ts). */
  event: string
  outcome: ActOutcome
  role: Role | 'system' | null
  org: string | null
  /** In whose place: `bed-desk@umc-utrecht`. */
  behalf: string | null
  basis: string | null
  emergency: boolean
}

/** GET /api/transfers/:id/record (its parties): newest first. */
export type RecordView = {
  entries: RecordEntry[]
  /** False where older lines are left out. */
  isWhole: boolean
  at: string
}

/** A hospital abroad beside a match: what was agreed, and how many of it lie there, are promised or asked for. */
export type AbroadChoice = Destination & {
  taken: number
  declined: boolean
  distanceKm: number
  roadKm: number
  minutes: { micu: number; ambulance: number }
}

/** GET /api/transfers/:id/match (coordinators; a referrer for a directed request). */
export type MatchView = {
  phase: Phase
  level: 'region' | 'national' | 'none'
  coordinator: 'rcps' | 'lcps'
  error: string | null
  candidates: {
    hospital: string
    group: string
    free: number
    usesBoss: boolean
    distanceKm: number
    roadKm: number
    beds: Beds
    freshness: 'fresh' | 'stale' | 'expired'
  }[]
  /** Hospital → reason codes of R8. */
  excluded: Record<string, string[]>
  /** Hospitals abroad, after every one here; null where none may be asked. Nearest first. */
  abroad: AbroadChoice[] | null
  /** R7 at this care level, for the groups that take part. */
  share: { group: string; present: number; target: number; deficit: number }[]
  eligibility: { eligible: boolean; notMet: string[]; missing: string[] }
  /** The figures of the origin itself: what a shortage is verified against. */
  origin: { beds: Beds; free: number; freeInclBoss: number } | null
  regionFree: { free: number; freeInclBoss: number; reportedAt: string | null }
  at: string
}

/** GET /api/hfno: how many ambulance+ are free now; with none, when and where the first one frees. */
export type HfnoView = {
  free: number
  /** `phone`: the line of its desk, where one is known. */
  next: { vehicle: string; org: string; freeFrom: string; phone?: string } | null
  at: string
}

/**
 * GET /api/counts (observers, secretaries, coordinators, administrators): figures without patients. `open` now, `moved`
 * and closed since `since`, by region of origin. null: fewer than five, or what would tell of fewer than five.
 */
export type CountsView = {
  at: string
  since: string
  counts: {
    bed: Bed
    measure: 'open' | 'moved'
    total: number | null
    regions: { region: string; count: number | null }[]
  }[]
}

/** GET /api/transfers/:id/transport (transport desks, coordinators, the referrer). */
export type TransportView = {
  /** R4's vehicle words (with `ambulance-escorted`), best first. */
  allowed: string[]
  excluded: Record<string, string[]>
  distanceKm: number
  roadKm: number
  minutes: { micu: number; ambulance: number }
  vehicles: {
    id: string
    kind: VehicleKind
    name: string
    org: string
    distanceKm: number
    /** `next`: the first departure with this patient that it makes then. */
    busy: { transfer: string | null; until: string | null; next?: string | null } | null
    /** Out of service then; `until` null: not known till when. */
    out?: { until: string | null; reason: string } | null
    /** Why it does not fit this patient, beside R4. */
    unfit?: string[]
  }[]
  /** HFNO and nothing free: when and where an ambulance+ frees, and whom to call. */
  hfnoNext: HfnoView['next']
  at: string
}

/** GET /api/push: the server's public key (VAPID), with which a device subscribes. */
export type PushKey = { key: string }

export type Health = {
  status: 'ok' | 'unavailable'
  store: 'sqlite' | 'postgres'
  version: string
  demo: boolean
}

/** Beds of one hospital at one level, with what R6 makes of them. */
export type BedsView = Beds & { free: number; freeInclBoss: number; overbooked: number }
export type BedsOf = { hospital: string; levels: Partial<Record<Bed, BedsView>> }

/** GET /api/beds/:id/history (whoever sees the figures): newest first, two weeks. */
export type BedHistory = { id: string; lines: Observation[]; at: string }
