// R10's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { amountField } from '#shared/input-fields.ts'
import type { OxygenInput } from './oxygen.ts'

export const oxygenSchema: z.ZodMiniType<OxygenInput> = z.strictObject({
  flowLpm: amountField,
  fio2Percent: z.number().check(z.minimum(21), z.maximum(100)),
  minutes: amountField,
  reservePercent: z.exactOptional(amountField),
  cylinders: z.array(z.strictObject({ litres: amountField, bar: amountField })),
})
