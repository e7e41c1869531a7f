// Every rule by the rulebook's name: its strict input and its decision. Called by the rules command and by the
// test that holds the rulebook's vectors; screens and server call the rules themselves.
// R9 (`plan`) is not here: its solver lives in the server, and its answer takes a while.
import type * as z from 'zod/mini'
import { freeBeds } from './beds/capacity.ts'
import { capacitySchema } from './beds/capacity-input.ts'
import { fairShare } from './fair-share/fair-share.ts'
import { fairShareSchema } from './fair-share/fair-share-input.ts'
import { checkEligibility } from './matching/eligibility.ts'
import { eligibilitySchema } from './matching/eligibility-input.ts'
import { matchSchema } from './matching/match-input.ts'
import { matchHospitals } from './matching/rank-hospitals.ts'
import { routeOf } from './matching/route.ts'
import { routeSchema } from './matching/route-input.ts'
import { decidePhaseChange } from './phases/mandate.ts'
import { phaseChangeSchema } from './phases/mandate-input.ts'
import { rideWindow } from './rides/window.ts'
import { rideWindowSchema } from './rides/window-input.ts'
import { oxygenFor } from './transport/oxygen.ts'
import { oxygenSchema } from './transport/oxygen-input.ts'
import { rankVehicles } from './transport/rank-vehicles.ts'
import { transportSchema } from './transport/rank-vehicles-input.ts'

export type Issue = z.core.$ZodIssue

/** What a rule makes of an input: its decision, or what is wrong with the input. */
export type Answer = { decision: unknown } | { issues: Issue[] }

/** A rule that answers any input: with its decision, or with what is wrong. */
export const asked =
  <Input>(schema: z.ZodMiniType<Input>, decide: (input: Input) => unknown) =>
  (input: unknown): Answer => {
    const read = schema.safeParse(input)
    return read.success ? { decision: decide(read.data) } : { issues: read.error.issues }
  }

export const rulebook: ReadonlyMap<string, (input: unknown) => Answer> = new Map([
  ['phase', asked(phaseChangeSchema, decidePhaseChange)],
  ['route', asked(routeSchema, routeOf)],
  ['eligibility', asked(eligibilitySchema, checkEligibility)],
  ['transport', asked(transportSchema, rankVehicles)],
  ['schedule', asked(rideWindowSchema, rideWindow)],
  ['capacity', asked(capacitySchema, freeBeds)],
  ['fair-share', asked(fairShareSchema, fairShare)],
  ['match', asked(matchSchema, matchHospitals)],
  ['oxygen', asked(oxygenSchema, oxygenFor)],
])
