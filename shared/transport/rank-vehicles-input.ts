// R4's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { amountField, countField, idField } from '#shared/input-fields.ts'
import { BEDS, PHASES, SUPPORTS } from '#shared/terms.ts'
import type { TransportInput } from './rank-vehicles.ts'

const freeVehicles = z.exactOptional(countField)

export const transportSchema: z.ZodMiniType<TransportInput> = z.strictObject({
  bed: z.enum(BEDS),
  support: z.exactOptional(z.enum(SUPPORTS)),
  escort: z.exactOptional(z.nullable(z.strictObject({ indicatedBy: idField }))),
  distanceKm: amountField,
  destination: z.exactOptional(
    z.strictObject({
      country: z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code of two capitals')),
      nearBorder: z.boolean(),
    }),
  ),
  phase: z.enum(PHASES),
  fleet: z.strictObject({
    micu: freeVehicles,
    ambulance: freeVehicles,
    'ambulance-plus': freeVehicles,
    helicopter: freeVehicles,
    bus: freeVehicles,
  }),
  groupSize: z.exactOptional(z.int().check(z.positive())),
  canSit: z.exactOptional(z.boolean()),
})
