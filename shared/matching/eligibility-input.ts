// R3's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { countField } from '#shared/input-fields.ts'
import { ADMISSION_REASONS, BEDS, PHASES, PURPOSES } from '#shared/terms.ts'
import type { EligibilityInput } from './eligibility.ts'

export const eligibilitySchema: z.ZodMiniType<EligibilityInput> = z.strictObject({
  bed: z.enum(BEDS),
  purpose: z.enum(PURPOSES),
  admissionReason: z.enum(ADMISSION_REASONS),
  phase: z.enum(PHASES),
  frail: z.boolean(),
  geriatricianConsulted: z.boolean(),
  stable: z.boolean(),
  familyInformed: z.boolean(),
  hfno: z.boolean(),
  ambulancePlus: countField,
})
