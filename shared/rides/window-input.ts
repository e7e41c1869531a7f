// R5's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { instantField } from '#shared/input-fields.ts'
import { KINDS } from '#shared/terms.ts'
import { RIDE_EXCEPTIONS, type RideWindowInput } from './window.ts'

export const rideWindowSchema: z.ZodMiniType<RideWindowInput> = z.strictObject({
  kind: z.enum(KINDS),
  matchedAt: instantField,
  exception: z.exactOptional(z.enum(RIDE_EXCEPTIONS)),
})
