// What GET, POST and DELETE /api/transfers/{id}/position say and take: the crew's phone tells, both ends and the desk
// look. No command: it never becomes an event.
import * as z from 'zod/mini'
import type { ShownPosition } from '#shared/rides/position.ts'

/** Degrees, WGS 84; kept to three decimals. */
export const toldPosition = z.strictObject({
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
})

/** Null: the crew tells none, or the ride is over. */
export type PositionView = { ride: string | null; position: ShownPosition | null; at: string }
