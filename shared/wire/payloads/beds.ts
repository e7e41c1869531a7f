// Bed figures: the payloads of the commands `beds.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { INTAKE_STOP_REASONS } from '#shared/beds/beds.ts'
import { BEDS } from '#shared/terms.ts'
import { hospitalId, instant } from '#shared/transfers/request.ts'

const beds = z.int().check(z.minimum(0), z.maximum(2000))

export const bedsPayloads = {
  'beds.report': z.strictObject({
    hospital: hospitalId,
    bed: z.enum(BEDS),
    operational: beds,
    occupied: beds,
    crisis: beds,
    boss: beds,
    addable24h: beds,
    intakeStop: z.nullable(
      z.strictObject({ reason: z.enum(INTAKE_STOP_REASONS), until: z.nullable(instant) }),
    ),
  }),
} as const
