// Alerts answered, and moved on by the server's timers: the payloads of the commands `alert.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { instant } from '#shared/transfers/request.ts'
import { id } from './fields.ts'

export const alertPayloads = {
  /** `seen`: when the ring that is answered was raised. A later one, not yet seen, is not answered with it. */
  'alert.acknowledge': z.strictObject({ alert: id, seen: z.optional(instant) }),
  /** `level`: the one it leaves, so that it leaves each once. `lapsed`: when the last session it rang in ran out. */
  'alert.escalate': z.strictObject({
    alert: id,
    level: z.int().check(z.minimum(0), z.maximum(2)),
    lapsed: z.optional(instant),
  }),
  /** `due`: the reminder it is, so that each is given once. */
  'alert.remind': z.strictObject({ alert: id, due: instant }),
  'alert.retime': z.strictObject({ alert: id }),
  'alert.raise': z.strictObject({ alert: id, transfer: id }),
} as const
