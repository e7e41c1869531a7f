// The crew corrects a step's time: an entry of its own, what was written first stays beside it (rulebook, States).
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { readyRide } from './decide-ride.ts'
import { correctTransfer } from './move-head.ts'
import { correctBounds } from './step-times.ts'

export function decideCorrect(world: World, payload: Payload<'ride.correct'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.correct')
  if ('refused' in facts) return facts
  const { ride, transfer, draft, as } = facts
  const { step } = payload
  const was = ride.times[step]
  if (was === undefined) return refuse('step.refused', { facts: { state: ride.state } })
  const bounds = correctBounds(ride, step, context.at)
  if (bounds === null) return refuse('correct.too-late')
  const at = new Date(payload.at).toISOString()
  if (at < bounds.from || at > bounds.until) return refuse('correct.out-of-bounds', { facts: bounds })
  const time = { ...was, at, first: was.first ?? was.at }
  draft.ride(ride, 'ride.corrected', {
    times: { ...ride.times, [step]: time },
    wrote: step,
    ...(step === ride.state ? { since: at } : {}),
  })
  correctTransfer({ transfer, draft }, step, at)
  return { changes: draft.changes, as }
}
