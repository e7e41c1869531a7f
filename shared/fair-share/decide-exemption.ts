// The secretary of the ROAZ chairs records that a group takes no part in spreading for a while, or does again
// (plan 2.2.4, 4.2).
import { may } from '#shared/access/may.ts'
import { isPast } from '#shared/wire/act-time.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { type Exemption, exemptionState } from './exemption.ts'

const CHAIRS = { kind: 'register', org: 'roaz-chairs' } as const

export function decideGrantExemption(
  world: World,
  payload: Payload<'exemption.grant'>,
  { person, at }: Context,
): Decision {
  const stands = may(person, 'exemption.grant', CHAIRS)
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  const rows = rowsOfList(world.register, 'exemption')
  if (rows.some(({ id }) => id === payload.exemption)) return refuse('already-exists')
  const from = new Date(payload.from).toISOString()
  const until = payload.until === null ? null : new Date(payload.until).toISOString()
  if (isPast(from, at)) return refuse('time.past', { facts: { from } })
  if (until !== null && until <= from)
    return refuse('command.invalid', { fields: [{ field: 'until', fault: 'range' }] })
  const other = rows.find((row) => row.group === payload.group && overlaps(row, { from, until }, at))
  if (other !== undefined)
    return refuse('exemption.overlaps', { facts: { from: other.from, until: other.until } })
  const draft = makeDraft(world, at)
  draft.first('exemption.granted', 'register', {
    id: payload.exemption,
    rev: 0,
    list: 'exemption',
    group: payload.group,
    from,
    until,
    reason: payload.reason,
    announcedAt: at,
  })
  return { changes: draft.changes, as: stands.as }
}

function overlaps(row: Exemption, span: Pick<Exemption, 'from' | 'until'>, at: string): boolean {
  const state = exemptionState(row, at)
  if (state === 'ended' || state === 'past') return false
  return (row.until === null || span.from < row.until) && (span.until === null || row.from < span.until)
}

/** From now on; what held until now stays in the register. */
export function decideEndExemption(
  world: World,
  { exemption, reason }: Payload<'exemption.end'>,
  { person, at }: Context,
): Decision {
  const stands = may(person, 'exemption.end', CHAIRS)
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  const row = rowsOfList(world.register, 'exemption').find(({ id }) => id === exemption)
  if (row === undefined) return refuse('not-found')
  const state = exemptionState(row, at)
  if (state === 'past' || state === 'ended') return refuse('step.refused', { facts: { state } })
  const draft = makeDraft(world, at)
  draft.listed('exemption.ended', row, { ended: { at, reason } })
  return { changes: draft.changes, as: stands.as }
}
