// A MICU centre asks for help, houses answer, and it goes on to the next step when all said no or the clock ran out.
// Decisions of help.ask, help.answer, help.next, help.end and, by the timers, help.settle.
import { guardTransfer } from '#shared/access/guard.ts'
import { isSystem, type Membership } from '#shared/access/parties.ts'
import { clashWith, nearestDeparture, shiftFault } from '#shared/rides/plan-conflicts.ts'
import { heldUntil, minutesAfter, rideSpan } from '#shared/rides/ride-span.ts'
import { settingOf } from '#shared/settings/setting-of.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { type Draft, makeDraft } from '#shared/wire/draft.ts'
import { BY_SYSTEM } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { TEAM_BODY } from './decide-team.ts'
import { type FleetVehicle, fleetNow, isOut } from './fleet-now.ts'
import { askOf, type Help, type HelpAsk, type HelpStep, openAskOf } from './help.ts'
import { helpOrder, stepAfter } from './help-order.ts'

/** From the offer on, as long as nothing drives. */
const FROM = ['offered', 'reserved'] as const
/** How far ahead a vehicle can be asked for. */
const LATEST_MINUTES = 3 * 24 * 60
const GRACE_MINUTES = 5

const rowOf = (world: World, id: string): Help | undefined =>
  rowsOfList(world.register, 'help').find((row) => row.id === id)
export const helpsOf = (world: Pick<World, 'register'>, transfer: string): Help[] =>
  rowsOfList(world.register, 'help').filter((row) => row.transfer === transfer)

/** Refuses: a move that no MICU of this desk drives, one asked for already, an own MICU that is free then. */
export function decideAskHelp(world: World, payload: Payload<'help.ask'>, context: Context): Decision {
  const { transfer } = world
  const guarded = guardTransfer(transfer, context.person, { from: FROM, by: ['transport-desk'] })
  if ('refused' in guarded) return guarded
  if (transfer === null || transfer.to === null) return refuse('not-found')
  const { as } = guarded
  if (transfer.bed !== 'ic' || !as.org.startsWith('micu-')) return refuse('role.refused')
  if (rowOf(world, payload.help) !== undefined) return refuse('already-exists')
  if (helpsOf(world, transfer.id).some(({ state }) => state === 'open' || state === 'found'))
    return refuse('already-exists')
  const departAt = new Date(payload.departAt).toISOString()
  const minutes = (Date.parse(departAt) - Date.parse(context.at)) / 60_000
  if (minutes < -GRACE_MINUTES) return refuse('time.past', { facts: { from: departAt } })
  if (minutes > LATEST_MINUTES)
    return refuse('command.invalid', { fields: [{ field: 'departAt', fault: 'range', max: LATEST_MINUTES }] })
  const own = ownReason(world, transfer, as.org, departAt, context.now)
  if ('free' in own) return refuse('help.own-free', { facts: { vehicle: own.free } })
  const order = helpOrder({ by: as.org, from: transfer.from }, world.register, departAt)
  const step = stepAfter(null, order)
  if (step === null) return refuse('step.refused', { facts: { state: 'over' } })
  const { id, kind, from, fromRegion, to } = transfer
  const row: Help = {
    ...{ id: payload.help, rev: 0, list: 'help', transfer: id, by: as.org, kind, from, fromRegion, to },
    ...{ departAt, own, state: 'open', step, askedAt: context.at },
    ...{ dueAt: dueAfter(world, step, kind, context.now), asks: asksAt(step, order[step], context.at) },
  }
  const draft = makeDraft(world, context.at)
  draft.first('help.asked', 'register', row)
  return { changes: draft.changes, as }
}

/** Why none of the own vehicles can drive it then, or which one can. */
export function ownReason(
  world: Known,
  { from, to }: Pick<Transfer, 'from' | 'to'>,
  org: string,
  departAt: string,
  now: string,
): Help['own'] | { free: string } {
  const own = fleetNow(world.register, departAt).filter((one) => one.org === org && one.kind === 'micu')
  const found = own.map((vehicle) => against(vehicle, { from, to: to ?? '', departAt }, world, now))
  const at = found.indexOf(null)
  const free = own[at]
  if (free !== undefined) return { free: free.id }
  return (
    found.flatMap((one) => one ?? []).sort((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : 1))[0] ??
    NONE
  )
}

/** The fleet and what it drives. */
type Known = Pick<World, 'register' | 'activeRides'>

const NONE: Help['own'] = { reason: 'out', until: null }

type Wanted = { from: string; to: string; departAt: string }

function against(vehicle: FleetVehicle, wanted: Wanted, world: Known, now: string): Help['own'] | null {
  const plan = { id: '', ...wanted, vehicle: vehicle.id, vehicleKind: vehicle.kind }
  const clash = clashWith(plan, world.activeRides, now)
  if (clash !== undefined) return { reason: 'taken', until: heldUntil(clash) }
  if (isOut(vehicle, rideSpan(plan).from)) return { reason: 'out', until: vehicle.out?.until ?? null }
  const shift = shiftFault(plan, vehicle.hours)
  return shift === null ? null : { reason: 'hours', until: shift.next }
}

const asksAt = (step: HelpStep, orgs: readonly string[], at: string): HelpAsk[] =>
  orgs.map((org) => ({
    ...{ step, org, at, answer: null, reason: null },
    ...{ vehicle: null, departAt: null, answeredAt: null },
  }))

const dueAfter = ({ register }: World, step: HelpStep, kind: Help['kind'], now: string): string =>
  minutesAfter(now, settingOf(register, `help.${step}.${kind}`, now))

/** In which capacity this person answers; a stranger hears the same as of a line that is not there. */
function answersAs({ person }: Context, help: Help | undefined): Membership | undefined {
  return help && person.memberships.find((held) => openAskOf(help, held) !== undefined)
}

const mayAtAll = ({ person }: Context): boolean =>
  person.memberships.some(({ role }) => role === 'transport-desk' || role === 'secretary')

/** Yes with a vehicle and a time, no with a reason. The first yes is the answer; the last no goes on. */
export function decideAnswerHelp(world: World, payload: Payload<'help.answer'>, context: Context): Decision {
  if (!mayAtAll(context)) return refuse('role.refused')
  const help = rowOf(world, payload.help)
  const as = answersAs(context, help)
  if (help === undefined || as === undefined) return refuse('step.refused', { facts: { state: 'help-over' } })
  const draft = makeDraft(world, context.at)
  if (payload.answer === 'no') {
    if (payload.reason === undefined)
      return refuse('command.invalid', { fields: [{ field: 'reason', fault: 'required' }] })
    const said = answered(help, as.org, { answer: 'no', reason: payload.reason, answeredAt: context.at })
    const isLast = said.every(({ answer }) => answer !== null)
    if (isLast) goOn(world, draft, { ...help, asks: said }, context, 'help.answered')
    else draft.listed('help.answered', help, { asks: said })
    return { changes: draft.changes, as }
  }
  const yes = promised(world, help, as.org, payload, context)
  if ('refused' in yes) return yes
  const asks = answered(help, as.org, { ...yes, answer: 'yes', answeredAt: context.at })
  draft.listed('help.answered', help, { asks, state: 'found', dueAt: null })
  return { changes: draft.changes, as }
}

const answered = (help: Help, org: string, said: Partial<HelpAsk>): HelpAsk[] => {
  const own = askOf(help, org)
  return help.asks.map((ask) => (ask === own ? { ...ask, ...said } : ask))
}

type Yes = { vehicle: string; departAt: string }

/** A vehicle of the house that answers (an extra team of any centre for who decides on those), free at that time. */
function promised(
  world: World,
  help: Help,
  org: string,
  { vehicle, departAt = help.departAt }: Payload<'help.answer'>,
  { at, now }: Context,
): Yes | ReturnType<typeof refuse> {
  const wanted = fleetNow(world.register, departAt).find(({ id }) => id === vehicle)
  const isTheirs = wanted?.kind === 'micu' && (org === TEAM_BODY ? wanted.team !== null : wanted.org === org)
  if (wanted === undefined || !isTheirs)
    return refuse('command.invalid', { fields: [{ field: 'vehicle', fault: 'enum' }] })
  if (Date.parse(departAt) < Date.parse(at) - GRACE_MINUTES * 60_000)
    return refuse('time.past', { facts: { from: departAt } })
  const { from, to } = help
  const plan = { id: '', from, to, departAt, vehicle: wanted.id, vehicleKind: wanted.kind }
  const clash = clashWith(plan, world.activeRides, now)
  if (clash !== undefined) {
    const next = nearestDeparture(plan, wanted, world.activeRides, now)
    return refuse('vehicle.taken', { facts: { until: heldUntil(clash), next } })
  }
  if (isOut(wanted, rideSpan(plan).from))
    return refuse('vehicle.out', {
      facts: { until: wanted.out?.until ?? null, reason: wanted.out?.reason ?? null },
    })
  return { vehicle: wanted.id, departAt: new Date(departAt).toISOString() }
}

/** The next step with somebody to ask, or the end of it. */
function goOn(
  world: World,
  draft: Draft,
  help: Help,
  { at, now }: Pick<Context, 'at' | 'now'>,
  event: 'help.answered' | 'help.moved-on',
): void {
  const order = helpOrder({ by: help.by, from: help.from }, world.register, help.departAt)
  const step = stepAfter(help.step, order)
  const { asks } = help
  if (step === null) draft.listed(event, help, { asks, state: 'none', dueAt: null })
  else
    draft.listed(event, help, {
      ...{ step, dueAt: dueAfter(world, step, help.kind, now) },
      asks: [...asks, ...asksAt(step, order[step], at)],
    })
}

const asker = ({ person }: Context, help: Help | undefined): Membership | undefined =>
  help && person.memberships.find(({ role, org }) => role === 'transport-desk' && org === help.by)

/** Who asked does not wait for the clock. */
export function decideNextHelp(world: World, { help: id }: Payload<'help.next'>, context: Context): Decision {
  if (!mayAtAll(context)) return refuse('role.refused')
  const help = rowOf(world, id)
  const as = asker(context, help)
  if (help?.state !== 'open' || as === undefined)
    return refuse('step.refused', { facts: { state: 'help-over' } })
  const draft = makeDraft(world, context.at)
  goOn(world, draft, help, context, 'help.moved-on')
  return { changes: draft.changes, as }
}

export function decideEndHelp(world: World, { help: id }: Payload<'help.end'>, context: Context): Decision {
  if (!mayAtAll(context)) return refuse('role.refused')
  const help = rowOf(world, id)
  const as = asker(context, help)
  if (help === undefined || help.state === 'ended' || as === undefined)
    return refuse('step.refused', { facts: { state: 'help-over' } })
  const draft = makeDraft(world, context.at)
  endHelp(draft, help)
  return { changes: draft.changes, as }
}

const endHelp = (draft: Draft, help: Help): void =>
  draft.listed('help.ended', help, { state: 'ended', dueAt: null })

/** A ride stands: nobody needs to answer any more. Called by ride.plan. */
export function endHelpOf(world: World, draft: Draft, transfer: string): void {
  for (const help of helpsOf(world, transfer)) if (help.state !== 'ended') endHelp(draft, help)
}

/** What the timers would do with a line now; null: nothing. */
export function helpDue(
  help: Help,
  transfer: Pick<Transfer, 'state'> | null,
  now: string,
): 'end' | 'lapse' | 'go-on' | null {
  if (transfer === null || !isOpen(transfer)) return 'lapse'
  const isWanted = FROM.some((state) => state === transfer.state) || transfer.state === 'on-hold'
  if (!isWanted) return help.state === 'ended' ? null : 'end'
  return help.state === 'open' && help.dueAt !== null && help.dueAt <= now ? 'go-on' : null
}

/** Only the server's timers do this: the clock ran out, or the move needs no vehicle any more. */
export function decideSettleHelp(
  world: World,
  { help: id, rev }: Payload<'help.settle'>,
  { person, at, now }: Context,
): Decision {
  const help = rowOf(world, id)
  if (!isSystem(person) || help === undefined) return refuse('not-found')
  const due = helpDue(help, world.transfer, now)
  if (due === null || help.rev !== rev) return refuse('step.refused', { facts: { state: 'alert-not-due' } })
  const draft = makeDraft(world, at)
  if (due === 'go-on') goOn(world, draft, help, { at, now }, 'help.moved-on')
  else if (due === 'end') endHelp(draft, help)
  else draft.listed('help.ended', help, { state: 'ended', dueAt: null, over: true })
  return { changes: draft.changes, as: BY_SYSTEM }
}
