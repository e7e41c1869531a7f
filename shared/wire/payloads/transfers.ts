// What a person may do to a transfer as a whole: the payloads of the commands `transfer.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { hospital } from '#shared/reference/hospitals.ts'
import { partner } from '#shared/reference/partners.ts'
import { hospitalId, requestSchema, text } from '#shared/transfers/request.ts'
import { CANCEL_REASONS, REJECT_REASONS } from '#shared/transfers/transfer.ts'
import { ALL_INDICATION_REASONS, INDICATION_ANSWERS, SIDES } from '#shared/transport/indication.ts'
import { id, transfer } from './fields.ts'
import { regionId } from './wishes.ts'

const isDestination = (said: string): boolean =>
  hospital(said) !== undefined || partner(said) !== undefined || id.safeParse(said).success
const destination = z.string().check(z.refine(isDestination, { error: 'enum' }))

const because = z.strictObject({ transfer: id, reason: z.enum(CANCEL_REASONS), note: z.optional(text) })

export const transferPayloads = {
  'transfer.submit': z.strictObject({
    transfer: id,
    /** The id its directed offer gets, where it is directed. */
    reservation: z.optional(id),
    /** The rejected request this one was filed again from. */
    refiledFrom: z.optional(id),
    /** The transfer whose patient goes back to the own region. */
    returnOf: z.optional(id),
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
    /** Or a hospital abroad, which the register knows. */
    hospital: destination,
    reason: z.optional(text),
  }),
  'transfer.direct': z.strictObject({ transfer: id, reservation: id, hospital: hospitalId }),
  'transfer.indicate': z.strictObject({
    transfer: id,
    answer: z.enum(INDICATION_ANSWERS),
    reason: z.optional(z.enum(ALL_INDICATION_REASONS)),
    side: z.optional(z.enum(SIDES)),
    note: z.optional(text),
  }),
  /** For a wanted movement of today to this region. */
  'transfer.name': z.strictObject({ transfer: id, to: regionId }),
  'transfer.unname': transfer,
  'transfer.hold': z.strictObject({ transfer: id, note: z.optional(text) }),
  'transfer.resume': transfer,
  'transfer.withdraw': because,
  'transfer.solve-elsewhere': z.strictObject({ transfer: id, note: z.optional(text) }),
  'transfer.decease': transfer,
  'transfer.close': transfer,
} as const
