// The LCPS publishes the day's wanted movements; an RCPS names a patient of its own for one of them, which hands the
// request over, or takes the name back (plan 3.3, 4.5.1.4). Called by the hinge and by the phone's preview.
import { guardTransfer } from '#shared/access/guard.ts'
import { may } from '#shared/access/may.ts'
import { LCPS_ORG } from '#shared/access/parties.ts'
import { dayOf, daysBetween } from '#shared/calendar-day.ts'
import { claimedByOther } from '#shared/matching/decide-offer.ts'
import { routeOf } from '#shared/matching/route.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import { later } from '#shared/rides/ride-span.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { type FieldFault, refuse } from '#shared/wire/refusal.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { byPair, pairKey, type Wish, wishOf } from './wish.ts'

/** Why a patient cannot be named for a movement. */
export const WISH_REASONS = ['not-spreading', 'not-wanted', 'other-destination'] as const
export type WishReason = (typeof WISH_REASONS)[number]

/** Today, tomorrow, the day after. */
const DAYS_AHEAD = 2
/** So many days later a version is of no use any more on a desk. */
const DAYS_KEPT = 7

export function decidePublish(world: World, payload: Payload<'wish.publish'>, context: Context): Decision {
  const stands = may(context.person, 'wish.publish', { kind: 'register', org: LCPS_ORG })
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  const { wish: id, day, bed, base, note = null } = payload
  const today = dayOf(context.now)
  if (daysBetween(today, day) < 0) return refuse('time.past')
  const rows = rowsOfList(world.register, 'wish')
  const version = wishOf(rows, day, bed)?.version ?? 0
  if (rows.some((row) => row.id === id)) return refuse('already-exists')
  const fields = faultsOf(payload, today)
  if (fields.length > 0) return refuse('command.invalid', { fields })
  if (version !== base) return refuse('wish.changed', { facts: { version } })
  const row: Wish = {
    id,
    rev: 0,
    list: 'wish',
    day,
    bed,
    version: version + 1,
    pairs: [...payload.pairs].sort(byPair),
    note,
    publishedAt: context.at,
  }
  const draft = makeDraft(world, context.at)
  draft.first('wish.published', 'register', row)
  for (const old of rows)
    if (daysBetween(old.day, today) > DAYS_KEPT) draft.listed('wish.lapsed', old, { over: true })
  return { changes: draft.changes, as: stands.as }
}

function faultsOf({ day, pairs }: Payload<'wish.publish'>, today: string): FieldFault[] {
  const faults: FieldFault[] = []
  if (daysBetween(today, day) > DAYS_AHEAD)
    faults.push({ field: 'day', fault: 'range', min: 0, max: DAYS_AHEAD })
  const seen = new Set<string>()
  pairs.forEach((pair, at) => {
    if (pair.from === pair.to) faults.push({ field: `pairs.${at}.to`, fault: 'not-applicable' })
    if (seen.has(pairKey(pair))) faults.push({ field: `pairs.${at}`, fault: 'format' })
    seen.add(pairKey(pair))
  })
  return faults
}

export function decideName(world: World, { to }: Payload<'transfer.name'>, context: Context): Decision {
  const step = transferSteps['transfer.name']
  const guarded = guardTransfer(world.transfer, context.person, step)
  if ('refused' in guarded) return guarded
  const { transfer } = world
  if (transfer === null) return refuse('not-found')
  const taken = claimedByOther(transfer, context)
  if (taken !== null) return { refused: taken }
  const day = dayOf(context.at)
  const reasons = reasonsAgainst(world, transfer, { day, to })
  if (reasons.length > 0) return refuse('wish.refused', { reasons })
  const wish = { day, to, at: context.at }
  const draft = makeDraft(world, context.at)
  if (transfer.level === 'national') draft.transfer(transfer, step, { wish })
  else {
    // A wanted movement is between regions: naming for it hands over.
    const phase = effectivePhase({ region: transfer.fromRegion, at: context.now, register: world.phases })
    const ground = transfer.ground === null ? {} : { ground: transfer.ground }
    if (!routeOf({ kind: transfer.kind, ...ground, phase }).search.includes('national'))
      return refuse('nation.closed', { facts: { phase } })
    const since = later(transfer.since, context.at)
    draft.transfer(transfer, step, { wish, level: 'national', claim: null, since, waitingSince: since })
  }
  return { changes: draft.changes, as: guarded.as }
}

function reasonsAgainst(
  { register }: World,
  transfer: Transfer,
  { day, to }: { day: string; to: string },
): WishReason[] {
  const pairs = wishOf(rowsOfList(register, 'wish'), day, transfer.bed)?.pairs ?? []
  const isWanted = pairs.some(
    (pair) => pair.from === transfer.fromRegion && pair.to === to && pair.wanted > 0,
  )
  const isElsewhere =
    (transfer.toRegion !== null && transfer.toRegion !== to) ||
    (transfer.level === 'region' && transfer.state !== 'matching')
  return [
    ...(transfer.purpose === 'spreading' ? [] : (['not-spreading'] as const)),
    ...(isWanted ? [] : (['not-wanted'] as const)),
    ...(isElsewhere ? (['other-destination'] as const) : []),
  ]
}

/** The request stays with the LCPS: only what it was named for goes. */
export function decideUnname(world: World, _: unknown, context: Context): Decision {
  const step = transferSteps['transfer.unname']
  const guarded = guardTransfer(world.transfer, context.person, step)
  if ('refused' in guarded) return guarded
  const { transfer } = world
  if (transfer === null) return refuse('not-found')
  if (transfer.wish == null) return refuse('step.refused', { facts: { state: 'not-named' } })
  const draft = makeDraft(world, context.at)
  draft.transfer(transfer, step, { wish: null })
  return { changes: draft.changes, as: guarded.as }
}
