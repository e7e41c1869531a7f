// The LCPS opens hospitals abroad and closes them; an administrator enters them and takes them out.
import { may } from '#shared/access/may.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import { icOccupied } from '#shared/phases/signals.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { isAbroadOpen, mayOpenAbroad, NEAR_MAXIMUM } from './opening.ts'

const NATION = { kind: 'register', org: 'nl' } as const
const ADMIN = { kind: 'register', org: 'brancard' } as const

export const decideOpenAbroad = (world: World, payload: Payload<'abroad.open'>, context: Context): Decision =>
  decideTurn(world, payload, context, true)

export const decideCloseAbroad = (
  world: World,
  payload: Payload<'abroad.close'>,
  context: Context,
): Decision => decideTurn(world, payload, context, false)

function decideTurn(
  world: World,
  { abroad, reason }: Payload<'abroad.open'>,
  { person, at }: Context,
  open: boolean,
): Decision {
  const name = open ? 'abroad.open' : 'abroad.close'
  const stands = may(person, name, NATION)
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  const lines = rowsOfList(world.register, 'abroad')
  if (lines.some(({ id }) => id === abroad)) return refuse('already-exists')
  if (isAbroadOpen(lines, at) === open)
    return refuse('step.refused', { facts: { state: open ? 'open' : 'closed' } })
  const phase = effectivePhase({ region: '', at, register: world.phases })
  const occupied = icOccupied(world.beds)
  if (open && mayOpenAbroad({ phase, occupied }) === null)
    return refuse('abroad.too-early', { facts: { phase, occupied, from: NEAR_MAXIMUM } })
  const draft = makeDraft(world, at)
  const row = { id: abroad, rev: 0, list: 'abroad', open, from: at, reason, phase, occupied } as const
  draft.first(open ? 'abroad.opened' : 'abroad.closed', 'register', row)
  return { changes: draft.changes, as: stands.as }
}

export function decideEnterPartner(
  world: World,
  { partner, ...said }: Payload<'partner.enter'>,
  { person, at }: Context,
): Decision {
  const stands = may(person, 'partner.enter', ADMIN)
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  if (rowsOfList(world.register, 'partner').some(({ id }) => id === partner)) return refuse('already-exists')
  const draft = makeDraft(world, at)
  draft.first('partner.entered', 'register', {
    id: partner,
    rev: 0,
    list: 'partner',
    ...said,
    announcedAt: at,
  })
  return { changes: draft.changes, as: stands.as }
}

export function decideWithdrawPartner(
  world: World,
  { partner, reason }: Payload<'partner.withdraw'>,
  { person, at }: Context,
): Decision {
  const stands = may(person, 'partner.withdraw', ADMIN)
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  const row = rowsOfList(world.register, 'partner').find(({ id }) => id === partner)
  if (row === undefined) return refuse('not-found')
  if (row.withdrawn !== undefined) return refuse('step.refused', { facts: { state: 'withdrawn' } })
  const draft = makeDraft(world, at)
  draft.listed('partner.withdrawn', row, { withdrawn: { at, reason } })
  return { changes: draft.changes, as: stands.as }
}
