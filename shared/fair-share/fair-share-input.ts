// R7's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { countField, idField } from '#shared/input-fields.ts'
import type { FairShareInput } from './fair-share.ts'

const keyField = z.number().check(
  z.positive(),
  z.refine((key) => Math.abs(key * 10 - Math.round(key * 10)) < 1e-6, 'must have at most one decimal'),
)

/** Patients per group; R8 carries it too. */
export const currentField = z.record(idField, countField)

export const fairShareSchema: z.ZodMiniType<FairShareInput> = z.strictObject({
  keys: z.exactOptional(z.record(idField, keyField)),
  exempt: z.exactOptional(z.array(idField)),
  current: currentField,
  extra: z.exactOptional(countField),
})
