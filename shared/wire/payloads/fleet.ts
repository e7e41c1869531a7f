// The fleet: the payloads of the commands `vehicle.…` and `team.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { VEHICLE_KINDS } from '#shared/terms.ts'
import { instant, text } from '#shared/transfers/request.ts'
import { OUTAGE_REASONS } from '#shared/transport/vehicle-row.ts'
import { id } from './fields.ts'

const vehicle = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$/))
const org = z.string().check(z.regex(/^[a-z0-9-]{2,60}$/))
const clock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/))
/** Litres of the bottle, usable pressure (R10). */
const cylinder = z.strictObject({
  litres: z.number().check(z.minimum(0.5), z.maximum(50), z.multipleOf(0.5)),
  bar: z.int().check(z.minimum(0), z.maximum(300)),
})

export const fleetPayloads = {
  /** `entry`: the id of its line, where it has none yet. */
  'vehicle.set': z.strictObject({
    entry: id,
    vehicle,
    kind: z.enum(VEHICLE_KINDS),
    name: z.string().check(z.trim(), z.regex(/^[A-Za-z0-9][A-Za-z0-9+ -]{1,39}$/)),
    org,
    hours: z.nullable(z.strictObject({ from: clock, until: clock })),
    oxygen: z.array(cylinder).check(z.maxLength(12)),
    abilities: z.strictObject({ hfno: z.boolean(), isolation: z.boolean(), bariatric: z.boolean() }),
  }),
  'vehicle.out': z.strictObject({
    entry: id,
    vehicle,
    reason: z.enum(OUTAGE_REASONS),
    until: z.nullable(instant),
  }),
  'vehicle.back': z.strictObject({ entry: id, vehicle }),
  'team.start': z.strictObject({
    team: id,
    centre: org,
    from: instant,
    until: instant,
    icBeds: z.int().check(z.minimum(0), z.maximum(20)),
    reason: text,
  }),
  'team.end': z.strictObject({ team: id }),
} as const
