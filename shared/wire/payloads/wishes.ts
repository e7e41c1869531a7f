// The wanted movements of a day: the payload of `wish.publish`. Listed in command.ts. Naming a patient for one is
// `transfer.name`, in transfers.ts.
import * as z from 'zod/mini'
import { regions } from '#shared/reference/regions.ts'
import { BEDS } from '#shared/terms.ts'
import { text } from '#shared/transfers/request.ts'
import { id } from './fields.ts'

export const regionId = z.enum(regions.map(({ id: name }) => name))
const patients = z.int().check(z.minimum(0), z.maximum(500))

export const wishPayloads = {
  'wish.publish': z.strictObject({
    wish: id,
    /** Amsterdam's calendar. */
    day: z.iso.date(),
    bed: z.enum(BEDS),
    /** The version that was looked at; 0: there was none. */
    base: z.int().check(z.minimum(0), z.maximum(999)),
    pairs: z
      .array(z.strictObject({ from: regionId, to: regionId, wanted: patients, proposed: patients }))
      .check(z.maxLength(110)),
    note: z.optional(text),
  }),
} as const
