// A hospital's bed desk reports its figures, a feed or a file brings them. A true overbooked report is accepted: the
// last bed is guarded where beds are reserved, not here (R6).
import { isSystem } from '#shared/access/parties.ts'
import { may } from '#shared/access/may.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import type { By } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { type Beds, bedsId, type Observed } from './beds.ts'
import { saidOf } from './observation.ts'
import { figureFaults } from './figure-faults.ts'
import { figuresOf, type Laid, layObservation, observedOf, SKEW_MS } from './observe.ts'
import { unreported } from './unreported.ts'

type Place = { hospital: string; bed: Beds['bed'] }

/** The row as it is, or the one that a first report makes. */
export const bedsAt = (world: World, { hospital, bed }: Place): Beds | null =>
  world.beds.find(({ id }) => id === bedsId(hospital, bed)) ?? unreported(hospital, bed)

/** A first event carries the whole row. */
export function bedsData(row: Beds, data: Partial<Beds>): Partial<Beds> {
  if (row.rev > 0) return data
  const { rev: _, ...whole } = row
  return { ...whole, ...data }
}

export const normalStop = (stop: Beds['intakeStop']): Beds['intakeStop'] =>
  stop && { ...stop, until: stop.until === null ? null : new Date(stop.until).toISOString() }

export function decideBedReport(world: World, payload: Payload<'beds.report'>, context: Context): Decision {
  const row = bedsAt(world, payload)
  if (row === null) return refuse('not-found')
  const stands = may(context.person, 'beds.report', { kind: 'beds', beds: row })
  if (!stands.sees) return refuse('not-found')
  if (stands.as === null) return refuse('role.refused')
  const seen: Observed = {
    ...figuresOf({ ...payload, intakeStop: normalStop(payload.intakeStop) }),
    source: 'desk',
    feed: null,
    observedAt: context.at,
    reportedAt: context.at,
  }
  return laid(row, seen, stands.as, context, 'beds.reported')
}

export function decideObserve(world: World, payload: Payload<'beds.observe'>, context: Context): Decision {
  const row = bedsAt(world, payload)
  if (row === null) return refuse('not-found')
  const by = observerOf(row, payload, context)
  if ('refused' in by) return by
  const observedAt = new Date(payload.observedAt).toISOString()
  if (Date.parse(observedAt) > Date.parse(context.now) + SKEW_MS)
    return refuse('command.invalid', { fields: [{ field: 'observedAt', fault: 'range' }] })
  const decision = laid(
    row,
    seenBy(row, { ...payload, observedAt }, context.now),
    by.as,
    context,
    'beds.observed',
  )
  if ('refused' in decision || decision.observation === undefined) return decision
  return { ...decision, observation: { ...decision.observation, said: saidOf(payload) } }
}

export type Said = Omit<Payload<'beds.observe'>, 'hospital' | 'bed'>

/** What the feed or the file leaves out stays as it is, as far as it fits the rest. */
export function seenBy(row: Beds, said: Said, now: string): Observed {
  const before = figuresOf(observedOf(row))
  const { operational, occupied } = said
  return {
    operational,
    occupied,
    crisis: said.crisis ?? Math.min(before.crisis, occupied),
    boss: said.boss ?? Math.min(before.boss, operational),
    addable24h: said.addable24h ?? before.addable24h,
    intakeStop: said.intakeStop === undefined ? before.intakeStop : normalStop(said.intakeStop),
    source: said.source,
    feed: said.feed,
    observedAt: said.observedAt,
    reportedAt: said.observedAt < now ? said.observedAt : now,
  }
}

/** A feed comes through the server; a file is a person's. */
function observerOf(row: Beds, { source, feed }: Payload<'beds.observe'>, { person }: Context) {
  if (isSystem(person)) return { as: { role: 'system', org: feed ?? '' } satisfies By }
  const stands = may(person, 'beds.observe', { kind: 'beds', beds: row })
  if (!stands.sees) return refuse('not-found')
  return stands.as === null || source !== 'file' ? refuse('role.refused') : { as: stands.as }
}

type Named = 'beds.reported' | 'beds.observed'

function laid(row: Beds, seen: Observed, as: By, context: Context, event: Named): Decision {
  const done: Laid = layObservation(row, seen, context.now)
  if (done.as === 'older')
    return refuse('step.refused', { facts: { state: 'newer-report', at: observedOf(row).observedAt } })
  const fields = figureFaults(seen, seen.observedAt)
  if (fields.length > 0) return refuse('command.invalid', { fields })
  const name = done.as === 'beside' ? 'beds.disputed' : event
  return {
    changes: [{ name, subject: 'beds', id: row.id, data: bedsData(row, done.data) }],
    as: { role: as.role, org: as.org },
    observation: {
      ...figuresOf(seen),
      id: row.id,
      source: seen.source,
      feed: seen.feed ?? null,
      observedAt: seen.observedAt,
      reportedAt: context.now,
      became: done.as,
      by: { role: as.role, org: as.org },
      reason: null,
      until: null,
      note: null,
    },
  }
}
