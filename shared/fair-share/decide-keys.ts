// Keys that replace the plan's table 1 from a date (plan 1.2, 2.2.3.3), and a region's own key for its hospitals.
// A key is never changed: a new one begins.
import { may } from '#shared/access/may.ts'
import { isPast } from '#shared/wire/act-time.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { type FieldFault, refuse } from '#shared/wire/refusal.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { hospitalsWith } from './region-share.ts'

const ORG_OF = { 'db-lnaz': 'db-lnaz', lcps: 'nl' } as const

export function decideKeySet(
  world: World,
  payload: Payload<'key-set.record'>,
  { person, at }: Context,
): Decision {
  const stands = may(person, 'key-set.record', { kind: 'register', org: ORG_OF[payload.decidedBy] })
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  const { keySet: id, bed, keys, decidedBy, reason } = payload
  if (rowsOfList(world.register, 'key-set').some((row) => row.id === id)) return refuse('already-exists')
  const from = new Date(payload.from).toISOString()
  if (isPast(from, at)) return refuse('time.past', { facts: { from } })
  const draft = makeDraft(world, at)
  const row = { id, rev: 0, list: 'key-set', bed, keys, from, decidedBy, reason, announcedAt: at } as const
  draft.first('key-set.recorded', 'register', row)
  return { changes: draft.changes, as: stands.as }
}

export function decideRegionKey(
  world: World,
  payload: Payload<'region-key.set'>,
  { person, at }: Context,
): Decision {
  const { regionKey: id, region, bed, parts, reason } = payload
  const stands = may(person, 'region-key.set', { kind: 'register', org: region })
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  if (rowsOfList(world.register, 'region-key').some((row) => row.id === id)) return refuse('already-exists')
  const from = new Date(payload.from).toISOString()
  if (isPast(from, at)) return refuse('time.past', { facts: { from } })
  const fields = faultsIn(parts, hospitalsWith(region, bed))
  if (fields.length > 0) return refuse('command.invalid', { fields })
  const draft = makeDraft(world, at)
  const row = { id, rev: 0, list: 'region-key', region, bed, parts, from, reason, announcedAt: at } as const
  draft.first('region-key.set', 'register', row)
  return { changes: draft.changes, as: stands.as }
}

/** Every hospital of the region that has such beds, none else, and one of them above nought. */
function faultsIn(parts: Readonly<Record<string, number>>, own: readonly string[]): FieldFault[] {
  const missing = own.filter((id) => parts[id] === undefined)
  const strange = Object.keys(parts).filter((id) => !own.includes(id))
  const isEmpty = missing.length === 0 && own.every((id) => parts[id] === 0)
  return [
    ...missing.map((id): FieldFault => ({ field: `parts.${id}`, fault: 'required' })),
    ...strange.map((id): FieldFault => ({ field: `parts.${id}`, fault: 'unknown' })),
    ...(isEmpty ? [{ field: 'parts', fault: 'range', min: 0.1 } satisfies FieldFault] : []),
  ]
}
