// Every write: one envelope, a closed list of named commands with their payloads. The command is the unit of
// offline replay, idempotency, audit and permission. Checked at the door (server/http/commands.ts) and by the form.
import * as z from 'zod/mini'
import { instant } from '#shared/transfers/request.ts'
import { MAX_SKEW_MS } from './act-time.ts'
import { abroadPayloads } from './payloads/abroad.ts'
import { alertPayloads } from './payloads/alerts.ts'
import { bedsPayloads } from './payloads/beds.ts'
import { crewPayloads } from './payloads/crew.ts'
import { emergencyPayloads } from './payloads/emergency.ts'
import { id } from './payloads/fields.ts'
import { fleetPayloads } from './payloads/fleet.ts'
import { fairSharePayloads } from './payloads/fair-share.ts'
import { helpPayloads } from './payloads/help.ts'
import { phasePayloads } from './payloads/phases.ts'
import { reservationPayloads } from './payloads/reservations.ts'
import { ridePayloads } from './payloads/rides.ts'
import { settingPayloads } from './payloads/settings.ts'
import { transferPayloads } from './payloads/transfers.ts'
import { wishPayloads } from './payloads/wishes.ts'

/** By noun, one file each in payloads/. */
export const payloads = {
  ...transferPayloads,
  ...reservationPayloads,
  ...ridePayloads,
  ...crewPayloads,
  ...alertPayloads,
  ...emergencyPayloads,
  ...bedsPayloads,
  ...phasePayloads,
  ...settingPayloads,
  ...fleetPayloads,
  ...helpPayloads,
  ...wishPayloads,
  ...fairSharePayloads,
  ...abroadPayloads,
} as const

export type CommandName = keyof typeof payloads
export type Payload<N extends CommandName> = z.infer<(typeof payloads)[N]>
/** The server's own acts, by its timers: the door knows none of them. */
export const SYSTEM_COMMANDS = [
  'alert.escalate',
  'alert.raise',
  'alert.retime',
  'beds.lapse',
  'beds.remind',
  'alert.remind',
  'emergency.end',
  'help.settle',
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
