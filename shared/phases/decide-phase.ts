// A secretary records a phase change decided by the own body, for the own region (R1; plan 2.2.4).
import { may } from '#shared/access/may.ts'
import { isPast } from '#shared/wire/act-time.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { effectivePhase } from './effective-phase.ts'
import { decidePhaseChange } from './mandate.ts'
import type { PhaseEntry } from './phase-entry.ts'

export function decideAnnounce(world: World, payload: Payload<'phase.announce'>, context: Context): Decision {
  const { scope, to, decidedBy, advice, reason } = payload
  const stands = may(context.person, 'phase.announce', { kind: 'phase', decidedBy, scope })
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  const { as } = stands
  if (world.phases.some(({ id }) => id === payload.phase)) return refuse('already-exists')
  const inForceFrom = new Date(payload.inForceFrom).toISOString()
  if (isPast(inForceFrom, context.at)) return refuse('time.past', { facts: { from: inForceFrom } })

  const region = scope === 'national' ? '' : scope.slice('region:'.length)
  const from = effectivePhase({ region, at: inForceFrom, register: world.phases })
  const decision = decidePhaseChange({ scope, from, to, decidedBy, advice })
  if (!decision.allowed)
    return refuse('phase.refused', { reasons: decision.reasons, facts: { from, mandate: decision.mandate } })
  const row: PhaseEntry = {
    id: payload.phase,
    rev: 0,
    scope,
    from,
    phase: to,
    decidedBy,
    advice,
    reason,
    announcedAt: context.at,
    inForceFrom,
  }
  const draft = makeDraft(world, context.at)
  draft.first('phase.announced', 'phase', row)
  return { changes: draft.changes, as }
}
