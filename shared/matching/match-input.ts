// R8's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { bedReportFields } from '#shared/beds/capacity-input.ts'
import { currentField } from '#shared/fair-share/fair-share-input.ts'
import { countField, idField, instantField } from '#shared/input-fields.ts'
import { BEDS, GROUNDS, KINDS, PHASES, PURPOSES } from '#shared/terms.ts'
import type { MatchHospital, MatchInput, MatchRequest } from './match.ts'
import { groundWhenUrgent } from './route-input.ts'

const bedReport = z.exactOptional(z.strictObject(bedReportFields))

/** R9 asks for requests and hospitals of the same shape. */
export const matchRequestField: z.ZodMiniType<MatchRequest> = z
  .strictObject({
    id: idField,
    from: idField,
    bed: z.enum(BEDS),
    kind: z.enum(KINDS),
    ground: z.exactOptional(z.enum(GROUNDS)),
    purpose: z.enum(PURPOSES),
    hfno: z.boolean(),
    isolation: z.boolean(),
    level: z.exactOptional(z.enum(['region', 'national'])),
    declinedBy: z.exactOptional(z.array(idField)),
  })
  .check(groundWhenUrgent)

const matchHospitalField: z.ZodMiniType<MatchHospital> = z.strictObject({
  id: idField,
  region: idField,
  group: idField,
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
  lon: z.number().check(z.minimum(-180), z.maximum(180)),
  hfno: z.boolean(),
  isolation: z.boolean(),
  intakeStop: z.boolean(),
  capacity: z.strictObject({ ic: bedReport, ward: bedReport }),
})

export const matchHospitalsField: z.ZodMiniType<MatchHospital[]> = z
  .array(matchHospitalField)
  .check(
    z.refine(
      (hospitals) => new Set(hospitals.map(({ id }) => id)).size === hospitals.length,
      'two hospitals have the same id',
    ),
  )

export const matchSchema: z.ZodMiniType<MatchInput> = z
  .strictObject({
    request: matchRequestField,
    hospitals: matchHospitalsField,
    phase: z.enum(PHASES),
    exempt: z.array(idField),
    current: currentField,
    extra: z.exactOptional(countField),
    now: instantField,
  })
  .check(
    z.refine(({ request, hospitals }) => hospitals.some(({ id }) => id === request.from), {
      path: ['request', 'from'],
      error: 'is not among the hospitals',
    }),
  )
