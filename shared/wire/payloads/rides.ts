// Planning and driving: the payloads of the commands `ride.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { ABORT_REASONS, RIDE_LINE_STATES, RIDE_NOTES } from '#shared/rides/ride.ts'
import { hospitalId, instant, text } from '#shared/transfers/request.ts'
import { id } from './fields.ts'

const gms = z.string().check(z.regex(/^[A-Za-z0-9-]{1,20}$/))

export const ridePayloads = {
  'ride.plan': z.strictObject({
    ride: id,
    transfer: id,
    vehicle: z.string().check(z.maxLength(60)),
    escorted: z.boolean(),
    departAt: instant,
    /** Required when `departAt` lies outside the window (R5). */
    windowReason: z.optional(text),
    gms: z.optional(gms),
    /** Required where the indication was refused or the patient is to be stabilised first. */
    indicationReason: z.optional(text),
  }),
  'ride.move': z.strictObject({
    ride: id,
    vehicle: z.string().check(z.maxLength(60)),
    escorted: z.boolean(),
    departAt: instant,
    windowReason: z.optional(text),
  }),
  'ride.number': z.strictObject({ ride: id, gms }),
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
} as const
