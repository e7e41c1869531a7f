// What a crew, its desk or the escort tells of a ride beside its steps. Part of the commands' payloads (command.ts).
import * as z from 'zod/mini'
import { ESCORT_REFUSALS, HAND_ON_REASONS, RIDE_DECLINES, RIDE_INCIDENTS } from '#shared/rides/ride.ts'
import { instant, text } from '#shared/transfers/request.ts'
import { id as ride } from './fields.ts'

export const crewPayloads = {
  'ride.decline': z.strictObject({ ride, why: z.enum(RIDE_DECLINES), note: z.optional(text) }),
  'ride.refuse-escort': z.strictObject({ ride, why: z.enum(ESCORT_REFUSALS), note: z.optional(text) }),
  'ride.hand-on': z.strictObject({
    ride,
    /** Another vehicle; without it: the next shift of the same. */
    vehicle: z.optional(z.string().check(z.maxLength(60))),
    why: z.enum(HAND_ON_REASONS),
    note: z.optional(text),
  }),
  'ride.take-over': z.strictObject({ ride }),
  /** `at`: when it will be at the place it drives to. */
  'ride.eta': z.strictObject({ ride, at: instant }),
  'ride.incident': z.strictObject({ ride, incident: z.enum(RIDE_INCIDENTS) }),
} as const
