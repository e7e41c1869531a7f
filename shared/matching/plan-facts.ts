// From rows to R9's input: which requests the day's plan is about, the beds it may give, what is under way already.
// Called by the server before it plans, and by the desk that shows the figures first.
import type { Beds } from '#shared/beds/beds.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Bed, Phase } from '#shared/terms.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { isHfno, needsIsolationRoom } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchHospital, MatchRequest } from './match.ts'
import { hospitalFacts, presentByGroup } from './match-facts.ts'
import type { PlanInput } from './plan.ts'

export type PlanFacts = {
  /** Every open transfer of the nation. */
  open: readonly Transfer[]
  beds: readonly Beds[]
  phases: readonly PhaseEntry[]
  /** Groups that the ROAZ chairs exempted. */
  exempt: readonly string[]
  /** Key set in force; table 1 when absent. */
  keys?: Readonly<Record<string, number>>
}

/** What one may ask "what if" of; what is absent stays as it is. */
export type WhatIf = {
  phase?: Phase | undefined
  /** In the place of the groups exempted now. */
  exempt?: readonly string[] | undefined
  beds?: readonly WhatIfBeds[] | undefined
}
/** `change`: staffed beds more or fewer than reported. */
export type WhatIfBeds = { hospital: string; change?: number | undefined; intakeStop?: boolean | undefined }

/** Handed over to the nation and not offered to anybody now. */
export const awaitsPlan = ({ state, level, bed }: Transfer, of: Bed): boolean =>
  state === 'matching' && level === 'national' && bed === of

/** The oldest request first, so that the plan's order is one that people know. */
export const planned = (open: readonly Transfer[], bed: Bed): Transfer[] =>
  open
    .filter((transfer) => awaitsPlan(transfer, bed))
    .sort((a, b) =>
      a.waitingSince < b.waitingSince || (a.waitingSince === b.waitingSince && a.id < b.id) ? -1 : 1,
    )

export const planRequest = (
  { id, from, bed, kind, ground, purpose }: Transfer,
  clinical: Pick<Clinical, 'support' | 'isolation'>,
  declinedBy: readonly string[],
): MatchRequest => ({
  id,
  from,
  bed,
  kind,
  ...(ground === null ? {} : { ground }),
  purpose,
  hfno: isHfno(clinical),
  isolation: needsIsolationRoom(clinical),
  declinedBy,
})

/** Everything of R9's input but the requests. Open offers count as given; what spreads already, as moved. */
export function planGround(
  facts: PlanFacts,
  bed: Bed,
  now: string,
  whatIf: WhatIf = {},
): Omit<PlanInput, 'requests'> {
  const offers = Map.groupBy(
    facts.open.filter((one) => one.state === 'offered' && one.bed === bed),
    ({ to }) => to ?? '',
  )
  return {
    hospitals: hospitalFacts(facts.beds, bed, now).map((one) =>
      changed(withOffers(one, bed, offers.get(one.id) ?? []), bed, whatIf),
    ),
    phase: whatIf.phase ?? nationalPhase(facts.phases, now),
    exempt: whatIf.exempt ?? facts.exempt,
    current: afterUnderWay(facts, bed),
    ...(facts.keys === undefined ? {} : { keys: facts.keys }),
    now,
  }
}

/** The nation's where it is in a crisis; below that every region is alike to the plan. */
export const nationalPhase = (register: readonly PhaseEntry[], at: string): Phase =>
  effectivePhase({ region: '', at, register })

/**
 * An offer holds no bed of the hospital's, but the plan does not count on the same bed twice. An urgent one counts as on
 * a safety bed while there is one, as in the plan that proposed it.
 */
function withOffers(one: MatchHospital, bed: Bed, offers: readonly Transfer[]): MatchHospital {
  const report = one.capacity[bed]
  if (offers.length === 0 || report === undefined) return one
  const urgent = offers.filter(({ kind }) => kind === 'urgent').length
  const left = {
    ...report,
    reserved: report.reserved + offers.length,
    boss: Math.max(0, report.boss - urgent),
  }
  return { ...one, capacity: { ...one.capacity, [bed]: left } }
}

function changed(one: MatchHospital, bed: Bed, { beds = [] }: WhatIf): MatchHospital {
  const wish = beds.find(({ hospital: id }) => id === one.id)
  const report = one.capacity[bed]
  if (wish === undefined || report === undefined) return one
  const operational = Math.max(0, report.operational + (wish.change ?? 0))
  return {
    ...one,
    intakeStop: wish.intakeStop ?? one.intakeStop,
    capacity: { ...one.capacity, [bed]: { ...report, operational } },
  }
}

/** R7's `current` with every spreading transfer that has a hospital counted where it goes: a plan made anew adds to it. */
function afterUnderWay({ open, beds }: PlanFacts, bed: Bed): Record<string, number> {
  const current = presentByGroup(beds, bed)
  const add = (place: string, patients: number) => {
    const group = hospital(place)?.group
    if (group !== undefined) current[group] = Math.max(0, (current[group] ?? 0) + patients)
  }
  for (const { bed: level, purpose, from, to, state } of open) {
    if (level !== bed || purpose !== 'spreading' || to === null || state === 'arrived') continue
    // On departure the origin counts one fewer by itself.
    if (state !== 'in-transit') add(from, -1)
    add(to, 1)
  }
  return current
}
