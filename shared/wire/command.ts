// Every write: one envelope, a closed list of named commands with their payloads. The command is the unit of
// offline replay, idempotency, audit and permission. Checked at the door (server/http/commands.ts) and by the form.
import * as z from 'zod/mini'
import { INTAKE_STOP_REASONS } from '#shared/beds/beds.ts'
import { DECLINE_REASONS } from '#shared/beds/reservation.ts'
import { ADVISERS } from '#shared/phases/phase-entry.ts'
import { region } from '#shared/reference/regions.ts'
import { ABORT_REASONS, RIDE_LINE_STATES, RIDE_NOTES } from '#shared/rides/ride.ts'
import { BEDS, BODIES, PHASES } from '#shared/terms.ts'
import { isCode } from '#shared/transfers/code.ts'
import { hospitalId, instant, phoneLine, requestSchema, text } from '#shared/transfers/request.ts'
import { CANCEL_REASONS, REJECT_REASONS } from '#shared/transfers/transfer.ts'
import { MAX_SKEW_MS } from './act-time.ts'

const id = z.uuid()
const transfer = z.strictObject({ transfer: id })
const because = z.strictObject({ transfer: id, reason: z.enum(CANCEL_REASONS), note: z.optional(text) })
const reservation = z.strictObject({ reservation: id })
/** `national`, or `region:<id>`. */
const isScope = (scope: string): boolean =>
  scope === 'national' || (scope.startsWith('region:') && region(scope.slice('region:'.length)) !== undefined)
const beds = z.int().check(z.minimum(0), z.maximum(2000))
/** How a hospital says yes: for IC, who accepted medically, and a tick per special need. */
const acceptance = {
  reservation: id,
  acceptedBy: z.optional(phoneLine),
  needs: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(12)),
}

export const payloads = {
  'transfer.submit': z.strictObject({
    transfer: id,
    /** The id its directed offer gets, where it is directed. */
    reservation: z.optional(id),
    /** The rejected request this one was filed again from. */
    refiledFrom: z.optional(id),
    request: requestSchema,
  }),
  'transfer.claim': transfer,
  'transfer.unclaim': transfer,
  'transfer.verify': transfer,
  'transfer.reject': z.strictObject({ transfer: id, reason: z.enum(REJECT_REASONS), note: z.optional(text) }),
  'transfer.hand-over': z.strictObject({ transfer: id, note: z.optional(text) }),
  'transfer.hand-back': z.strictObject({ transfer: id, note: text }),
  'transfer.offer': z.strictObject({
    transfer: id,
    reservation: id,
    hospital: hospitalId,
    reason: z.optional(text),
  }),
  'transfer.direct': z.strictObject({ transfer: id, reservation: id, hospital: hospitalId }),
  'transfer.hold': z.strictObject({ transfer: id, note: z.optional(text) }),
  'transfer.resume': transfer,
  'transfer.withdraw': because,
  'transfer.solve-elsewhere': z.strictObject({ transfer: id, note: z.optional(text) }),
  'transfer.decease': transfer,
  'transfer.close': transfer,
  'reservation.acknowledge': reservation,
  'reservation.confirm': z.strictObject(acceptance),
  'reservation.counter': z.strictObject({ ...acceptance, from: instant }),
  'reservation.accept-counter': reservation,
  'reservation.decline': z.strictObject({
    reservation: id,
    reason: z.enum(DECLINE_REASONS),
    note: z.optional(text),
  }),
  'reservation.retract': z.strictObject({ reservation: id, note: z.optional(text) }),
  'reservation.move': z.strictObject({ reservation: id, to: id, hospital: hospitalId, reason: text }),
  'reservation.expire': reservation,
  'ride.plan': z.strictObject({
    ride: id,
    transfer: id,
    vehicle: z.string().check(z.maxLength(60)),
    escorted: z.boolean(),
    departAt: instant,
    /** Required when `departAt` lies outside the window (R5). */
    windowReason: z.optional(text),
    gms: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,20}$/))),
  }),
  'ride.accept': z.strictObject({ ride: id }),
  'ride.advance': z.strictObject({
    ride: id,
    to: z.enum(RIDE_LINE_STATES),
    /** The last three characters of the patient's code: asked for on departure. */
    check: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{3}$/))),
    override: z.optional(text),
  }),
  /** The receiver records what the crew has not: the patient is here. */
  'ride.arrive': z.strictObject({ ride: id }),
  'ride.undo': z.strictObject({ ride: id, step: z.enum(RIDE_LINE_STATES) }),
  /** `at`: when the step really was, by the server's clock. */
  'ride.correct': z.strictObject({ ride: id, step: z.enum(RIDE_LINE_STATES), at: instant }),
  'ride.note': z.strictObject({ ride: id, note: z.enum(RIDE_NOTES) }),
  'ride.abort': z.strictObject({ ride: id, reason: z.enum(ABORT_REASONS), note: z.optional(text) }),
  'ride.divert': z.strictObject({ ride: id, reservation: id, hospital: hospitalId, reason: text }),
  'alert.acknowledge': z.strictObject({ alert: id }),
  /** `level`: the one it leaves, so that it leaves each once. `lapsed`: when the last session it rang in ran out. */
  'alert.escalate': z.strictObject({
    alert: id,
    level: z.int().check(z.minimum(0), z.maximum(2)),
    lapsed: z.optional(instant),
  }),
  'alert.raise': z.strictObject({ alert: id, transfer: id }),
  /** The whole code, as on the papers at the bed. */
  'emergency.open': z.strictObject({
    code: z.string().check(z.refine(isCode, { error: 'format' })),
    reason: text,
  }),
  'emergency.end': transfer,
  'beds.report': z.strictObject({
    hospital: hospitalId,
    bed: z.enum(BEDS),
    operational: beds,
    occupied: beds,
    crisis: beds,
    boss: beds,
    addable24h: beds,
    intakeStop: z.nullable(
      z.strictObject({ reason: z.enum(INTAKE_STOP_REASONS), until: z.nullable(instant) }),
    ),
  }),
  'phase.announce': z.strictObject({
    phase: id,
    scope: z.string().check(z.refine(isScope, { error: 'enum' })),
    to: z.enum(PHASES),
    decidedBy: z.enum(BODIES),
    advice: z.array(z.enum(ADVISERS)).check(z.maxLength(ADVISERS.length)),
    reason: text,
    inForceFrom: instant,
  }),
} as const

export type CommandName = keyof typeof payloads
export type Payload<N extends CommandName> = z.infer<(typeof payloads)[N]>
/** The server's own acts, by its timers: the door knows none of them. */
export const SYSTEM_COMMANDS = [
  'alert.escalate',
  'alert.raise',
  'emergency.end',
  'reservation.expire',
] as const
export type SystemCommand = (typeof SYSTEM_COMMANDS)[number]
export const COMMAND_NAMES = Object.keys(payloads) as CommandName[]
/** What a person may send. */
export const DOOR_COMMANDS = COMMAND_NAMES.filter((name) => !SYSTEM_COMMANDS.some((own) => own === name))

/**
 * `at` is the phone's own time of the act; `id` makes it happen at most once. `skew`: what to add to the phone's clock
 * to get the server's, ms, as estimated at the act; absent where it is not known or nothing.
 */
export type Command<N extends CommandName = CommandName> = {
  [K in N]: { id: string; name: K; at: string; skew?: number; payload: Payload<K> }
}[N]

export const envelope = z.strictObject({
  id,
  name: z.string().check(z.maxLength(60)),
  at: instant,
  skew: z.optional(z.int().check(z.minimum(-MAX_SKEW_MS), z.maximum(MAX_SKEW_MS))),
  payload: z.record(z.string(), z.unknown()),
})

/** What the server answers, also to the same command sent again. */
export type Receipt = {
  id: string
  at: string
  /** What a submit issued. */
  code?: string
  subject: string
}
