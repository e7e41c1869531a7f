// What the commands about bed figures carry. Read by shared/wire/command.ts, by the feed's door and by the forms.
import * as z from 'zod/mini'
import { CORRECTION_REASONS, INTAKE_STOP_REASONS } from '#shared/beds/beds.ts'
import { MAX_BEDS } from '#shared/beds/figure-faults.ts'
import { BEDS } from '#shared/terms.ts'
import { hospitalId, instant, text } from '#shared/transfers/request.ts'

const count = z.int().check(z.minimum(0), z.maximum(MAX_BEDS))
const place = { hospital: hospitalId, bed: z.enum(BEDS) }
const figures = {
  operational: count,
  occupied: count,
  crisis: count,
  boss: count,
  addable24h: count,
  intakeStop: z.nullable(z.strictObject({ reason: z.enum(INTAKE_STOP_REASONS), until: z.nullable(instant) })),
}

/** How a feed is called; shown beside its figures. */
export const feedName = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,29}$/))

export const bedsPayloads = {
  'beds.report': z.strictObject({ ...place, ...figures }),
  /** What a feed or a file says; what it leaves out stays as it is. */
  'beds.observe': z.strictObject({
    ...place,
    source: z.enum(['lpz', 'file']),
    feed: z.nullable(feedName),
    observedAt: instant,
    operational: count,
    occupied: count,
    crisis: z.optional(count),
    boss: z.optional(count),
    addable24h: z.optional(count),
    intakeStop: z.optional(figures.intakeStop),
  }),
  'beds.correct': z.strictObject({
    ...place,
    ...figures,
    reason: z.enum(CORRECTION_REASONS),
    note: z.optional(text),
    until: instant,
  }),
  /** Ends a correction before its time. */
  'beds.lift': z.strictObject(place),
  /** Ends a correction whose time has come. */
  'beds.lapse': z.strictObject(place),
  /** Asks for new figures: they grew stale, or expired. */
  'beds.remind': z.strictObject({ ...place, level: z.enum(['stale', 'expired']) }),
} as const
