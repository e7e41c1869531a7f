// The phase register: the payloads of the commands `phase.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { ADVISERS } from '#shared/phases/phase-entry.ts'
import { BODIES, PHASES } from '#shared/terms.ts'
import { instant, text } from '#shared/transfers/request.ts'
import { id, scope } from './fields.ts'

export const phasePayloads = {
  'phase.announce': z.strictObject({
    phase: id,
    scope: scope,
    to: z.enum(PHASES),
    decidedBy: z.enum(BODIES),
    advice: z.array(z.enum(ADVISERS)).check(z.maxLength(ADVISERS.length)),
    reason: text,
    inForceFrom: instant,
  }),
} as const
