// R1's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { BODIES, PHASES } from '#shared/terms.ts'
import type { PhaseChange } from './mandate.ts'
import { ADVISERS } from './phase-entry.ts'

export const phaseChangeSchema: z.ZodMiniType<PhaseChange> = z.strictObject({
  scope: z.string().check(z.regex(/^(national|region:[a-z0-9-]+)$/, 'must be national or region:<id>')),
  from: z.enum(PHASES),
  to: z.enum(PHASES),
  decidedBy: z.enum(BODIES),
  advice: z.exactOptional(z.array(z.enum(ADVISERS))),
})
