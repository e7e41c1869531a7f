// R9's strict input. Called at the door (the rules command); the plan itself loads no schema.
import * as z from 'zod/mini'
import { currentField } from '#shared/fair-share/fair-share-input.ts'
import { idField, instantField } from '#shared/input-fields.ts'
import { PHASES } from '#shared/terms.ts'
import { matchHospitalsField, matchRequestField } from './match-input.ts'
import type { PlanInput } from './plan.ts'

export const planSchema: z.ZodMiniType<PlanInput> = z
  .strictObject({
    requests: z.array(matchRequestField),
    hospitals: matchHospitalsField,
    phase: z.enum(PHASES),
    exempt: z.array(idField),
    current: currentField,
    now: instantField,
  })
  .check((payload) => {
    for (const { index, field, message } of requestFaults(payload.value)) {
      payload.issues.push({
        code: 'custom',
        path: ['requests', index, field],
        message,
        input: payload.value.requests[index],
      })
    }
  })

type RequestFault = { index: number; field: 'id' | 'from' | 'bed'; message: string }

/** What only shows beside the other requests and the hospitals. */
function requestFaults({ requests, hospitals }: PlanInput): RequestFault[] {
  const known = new Set(hospitals.map(({ id }) => id))
  const seen = new Set<string>()
  const faults: RequestFault[] = []
  requests.forEach(({ id, from, bed }, index) => {
    if (seen.has(id)) faults.push({ index, field: 'id', message: 'two requests have the same id' })
    seen.add(id)
    if (!known.has(from)) faults.push({ index, field: 'from', message: 'is not among the hospitals' })
    if (bed !== requests[0]?.bed) {
      faults.push({ index, field: 'bed', message: 'differs: IC and ward are planned apart' })
    }
  })
  return faults
}
