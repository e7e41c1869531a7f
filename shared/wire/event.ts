// What happened, as it is stored, streamed and shown in the timeline. Events carry the changed fields of one
// subject's row (state included, clinical fields never), so both shores apply them with `applyEvent`.
import type { Role } from '#shared/terms.ts'

export const SUBJECTS = ['transfer', 'reservation', 'ride', 'beds', 'phase', 'alert', 'register'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Where the rows of a subject are kept: in the database, in the snapshot, on the phone. */
export const TABLE_OF = {
  transfer: 'transfers',
  reservation: 'reservations',
  ride: 'rides',
  beds: 'beds',
  phase: 'phases',
  alert: 'alerts',
  register: 'register',
} as const satisfies Record<Subject, string>
export type RowTable = (typeof TABLE_OF)[Subject]

/** Whether a subject's rows belong to a transfer. */
export const isOfTransfer = (subject: Subject): boolean =>
  subject !== 'beds' && subject !== 'phase' && subject !== 'register'

/** Who did it, as the parties may know it: a function at an organisation, never a name. */
export type By = { role: Role | 'system'; org: string }
/** The server itself, by its timers. */
export const BY_SYSTEM: By = { role: 'system', org: '' }

export const EVENT_NAMES = [
  'transfer.submitted',
  'transfer.routed',
  'transfer.claimed',
  'transfer.unclaimed',
  'transfer.verified',
  'transfer.rejected',
  'transfer.handed-over',
  'transfer.handed-back',
  'transfer.offered',
  'transfer.acknowledged',
  'transfer.countered',
  'transfer.declined',
  'transfer.retracted',
  'transfer.offer-expired',
  'transfer.escalated', // nobody acknowledged in time: to the deputy, to the next coordinator
  'transfer.retimed', // the limit of its present step was set anew
  'transfer.taken-up', // acknowledged by whom it was escalated to
  'transfer.moved',
  'transfer.reserved',
  'transfer.indicated', // given, refused, or first to be stabilised
  'transfer.planned',
  'transfer.unplanned',
  'transfer.departed',
  'transfer.arrived',
  'transfer.undone',
  'transfer.held',
  'transfer.resumed',
  'transfer.withdrawn',
  'transfer.solved-elsewhere',
  'transfer.deceased',
  'transfer.diverted',
  'transfer.vehicle-changed', // another vehicle drives on with it
  'transfer.corrected', // since when it is on its way, or there
  'transfer.closed',
  'transfer.named', // for a wanted movement of the day, to a region
  'transfer.unnamed',
  'transfer.purged', // old enough to go: told to nobody, its rows leave
  'transfer.opened-in-emergency', // by who is no party, with a reason, for an hour
  'transfer.emergency-ended',
  'reservation.offered',
  'reservation.acknowledged',
  'reservation.confirmed',
  'reservation.countered',
  'reservation.declined',
  'reservation.expired',
  'reservation.occupied',
  'reservation.vacated', // arrival undone
  'reservation.released',
  'ride.planned',
  'ride.moved', // another vehicle or time, before a crew has it
  'ride.accepted',
  'ride.advanced',
  'ride.undone',
  'ride.corrected',
  'ride.numbered', // the control room's number
  'ride.noted',
  'ride.aborted',
  'ride.declined', // the crew does not take it
  'ride.escort-refused', // the accompanying doctor does not go along
  'ride.handed-on', // to the next shift or another vehicle
  'ride.taken-over',
  'ride.expected', // when it will be there, as the crew or the desk says
  'ride.incident',
  'beds.reported',
  'beds.observed', // by a feed or a file
  'beds.disputed', // a feed contradicts the desk: shown beside, not taken over
  'beds.corrected', // by a coordinator, with a reason, for a while
  'beds.lifted', // the correction ended
  'beds.reminded', // the figures grew stale, or expired
  'beds.counted', // reserved or occupied moved by a reservation, a departure, an arrival
  'phase.announced',
  'wish.published', // a line of the register: the wanted movements of a day, a version
  'wish.lapsed',
  'setting.decided', // a line of the register: from when, by whom, why
  'vehicle.set',
  'vehicle.taken-out',
  'vehicle.put-back',
  'team.started', // an extra MICU team
  'team.ended',
  'help.asked', // a MICU centre asks others for a vehicle
  'help.answered',
  'help.moved-on', // to the next step: the clock ran out, or who asked did not wait
  'help.ended',
  'exemption.granted',
  'exemption.ended',
  'key-set.recorded',
  'region-key.set',
  'abroad.opened',
  'abroad.closed',
  'partner.entered',
  'partner.withdrawn',
  'alert.raised',
  'alert.acknowledged',
  'alert.escalated',
  'alert.reminded', // the patient is nearly there, or comes at another time
  'alert.retimed', // its step has another limit from now on
  'alert.settled',
] as const
export type EventName = (typeof EVENT_NAMES)[number]

/** A decided change of one row. `data` holds the fields that change; for a first event, the whole row. */
export type Change = {
  name: EventName
  subject: Subject
  id: string
  data: Record<string, unknown>
  /** What the actor wrote with it. In the timeline only: rows, and so phones' stores, hold no free text. */
  note?: string
}

/** A change as stored and streamed. `at`: event time (the phone's); `entered`: the server's time. Instants UTC. */
export type Event = Change & {
  rev: number
  transfer: string | null
  at: string
  entered: string
  /** The phone's clock was off: `at` is not what it wrote. */
  corrected?: true
  by: By
}

/** What the stream sends: news, a row that has just become visible, or one that no longer is. */
export type News =
  | { kind: 'event'; event: Event }
  | { kind: 'row'; subject: Subject; id: string; row: Record<string, unknown> }
  | { kind: 'gone'; subject: Subject; id: string }

type Row = { rev: number }

/** The row after the event: the same on the server and on the phone. A row already past it stays as it is. */
export function applyEvent<R extends Row>(row: R | undefined, event: Pick<Event, 'data' | 'rev'>): R {
  if (row !== undefined && row.rev >= event.rev) return row
  return { ...row, ...event.data, rev: event.rev } as R
}
