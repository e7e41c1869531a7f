// R2's strict input. Called at the door (the rules command); the rule itself loads no schema.
import * as z from 'zod/mini'
import { GROUNDS, KINDS, PHASES } from '#shared/terms.ts'
import type { RouteInput } from './route.ts'

/** An urgent request says why it is urgent; R8's request is held to the same. */
export const groundWhenUrgent = z.refine<Pick<RouteInput, 'kind' | 'ground'>>(
  ({ kind, ground }) => kind !== 'urgent' || ground !== undefined,
  { path: ['ground'], error: 'required when urgent' },
)

export const routeSchema: z.ZodMiniType<RouteInput> = z
  .strictObject({
    kind: z.enum(KINDS),
    ground: z.exactOptional(z.enum(GROUNDS)),
    phase: z.enum(PHASES),
  })
  .check(groundWhenUrgent)
