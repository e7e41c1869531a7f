// Exemptions and keys: the payloads of the commands `exemption.…`, `key-set.…` and `region-key.…`. Listed in command.ts.
import * as z from 'zod/mini'
import { KEY_DECIDERS } from '#shared/fair-share/key-set.ts'
import { groups, region } from '#shared/reference/regions.ts'
import { BEDS } from '#shared/terms.ts'
import { hospitalId, instant, text } from '#shared/transfers/request.ts'
import { id } from './fields.ts'

const group = z.enum(groups.map((one) => one.id))
const regionId = z.string().check(z.refine((said) => region(said) !== undefined, { error: 'enum' }))
const isTenths = (said: number): boolean => Math.abs(said * 10 - Math.round(said * 10)) < 1e-6
const tenths = z.refine<number>(isTenths, { error: 'format' })
const key = z.number().check(z.minimum(0.1), z.maximum(100), tenths)
/** 0 takes no part. */
const part = z.number().check(z.minimum(0), z.maximum(2000), tenths)

export const fairSharePayloads = {
  /** `until` null: until it is ended. */
  'exemption.grant': z.strictObject({
    exemption: id,
    group,
    from: instant,
    until: z.nullable(instant),
    reason: text,
  }),
  'exemption.end': z.strictObject({ exemption: id, reason: text }),
  /** Replaces the plan's table 1 at one care level from a date: a key for every group. */
  'key-set.record': z.strictObject({
    keySet: id,
    bed: z.enum(BEDS),
    keys: z.strictObject(Object.fromEntries(groups.map((one) => [one.id, key]))),
    from: instant,
    decidedBy: z.enum(KEY_DECIDERS),
    reason: text,
  }),
  /** A part for every hospital of the region that has such beds. */
  'region-key.set': z.strictObject({
    regionKey: id,
    region: regionId,
    bed: z.enum(BEDS),
    parts: z.record(hospitalId, part),
    from: instant,
    reason: text,
  }),
} as const
