// R6's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { countField, instantField } from '#shared/input-fields.ts'
import type { CapacityInput } from './capacity.ts'

/** The five fields of a bed report; R8's hospitals carry them too. */
export const bedReportFields = {
  operational: countField,
  occupied: countField,
  reserved: countField,
  boss: countField,
  reportedAt: instantField,
}

export const capacitySchema: z.ZodMiniType<CapacityInput> = z.strictObject({
  ...bedReportFields,
  now: instantField,
})
