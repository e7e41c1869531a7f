// An offer and its answers: the payloads of the commands `reservation.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { DECLINE_REASONS } from '#shared/beds/reservation.ts'
import { hospitalId, instant, phoneLine, placeText, text } from '#shared/transfers/request.ts'
import { id } from './fields.ts'

const reservation = z.strictObject({ reservation: id })
/** How a hospital says yes: for IC, who accepted medically, and a tick per special need. */
const acceptance = {
  reservation: id,
  acceptedBy: z.optional(phoneLine),
  /** Ward and entrance where the patient is to be brought. */
  place: z.optional(placeText),
  needs: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(12)),
}

export const reservationPayloads = {
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
} as const
