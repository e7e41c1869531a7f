// Hospitals abroad: the payloads of the commands `abroad.…` and `partner.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { phoneLine, text } from '#shared/transfers/request.ts'
import { id } from './fields.ts'

const turn = z.strictObject({ abroad: id, reason: text })
const place = z.string().check(z.trim(), z.minLength(2), z.maxLength(80), z.regex(/^[^0-9@]*$/))

export const abroadPayloads = {
  'abroad.open': turn,
  'abroad.close': turn,
  'partner.enter': z.strictObject({
    partner: id,
    /** Letters only: no line and no address stands in a name. */
    name: place,
    city: place,
    /** Neighbours whose hospitals may take part; the Netherlands is not abroad. */
    country: z.enum(['DE', 'BE', 'FR', 'LU']),
    lat: z.number().check(z.minimum(47), z.maximum(56)),
    lon: z.number().check(z.minimum(1), z.maximum(16)),
    nearBorder: z.boolean(),
    icBeds: z.int().check(z.minimum(0), z.maximum(200)),
    contact: phoneLine,
  }),
  'partner.withdraw': z.strictObject({ partner: id, reason: text }),
} as const
