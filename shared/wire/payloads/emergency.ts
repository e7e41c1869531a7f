// Emergency access: the payloads of the commands `emergency.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { isCode } from '#shared/transfers/code.ts'
import { text } from '#shared/transfers/request.ts'
import { transfer } from './fields.ts'

export const emergencyPayloads = {
  /** The whole code, as on the papers at the bed. */
  'emergency.open': z.strictObject({
    code: z.string().check(z.refine(isCode, { error: 'format' })),
    reason: text,
  }),
  'emergency.end': transfer,
} as const
