// MICU help: the payloads of the commands `help.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { instant } from '#shared/transfers/request.ts'
import { HELP_REFUSALS } from '#shared/transport/help.ts'
import { id } from './fields.ts'

const help = z.strictObject({ help: id })

export const helpPayloads = {
  'help.ask': z.strictObject({ help: id, transfer: id, departAt: instant }),
  'help.answer': z.strictObject({
    help: id,
    answer: z.enum(['yes', 'no']),
    /** With a yes; `departAt` absent: as asked for. */
    vehicle: z.optional(z.string().check(z.maxLength(60))),
    departAt: z.optional(instant),
    reason: z.optional(z.enum(HELP_REFUSALS)),
  }),
  'help.next': help,
  'help.end': help,
  /** The timers': on the line as it was seen. */
  'help.settle': z.strictObject({ help: id, transfer: id, rev: z.int().check(z.minimum(0)) }),
} as const
