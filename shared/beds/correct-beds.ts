// A coordinator's own insight on top of what was reported, with a reason and for a while (plan 6.1: "verrijken op basis
// van menselijk inzicht"). It falls away at its end, or when the hospital reports anew.
import { isSystem } from '#shared/access/parties.ts'
import { may } from '#shared/access/may.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { BY_SYSTEM, type By } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import type { Beds, Correction } from './beds.ts'
import { bedsAt, bedsData, normalStop } from './decide-beds.ts'
import { figureFaults } from './figure-faults.ts'
import { figuresOf, observedOf } from './observe.ts'

/** Nobody's insight is good for longer (own). */
export const CORRECTION_HOURS = 72

export function decideCorrection(
  world: World,
  payload: Payload<'beds.correct'>,
  { person, at, now }: Context,
): Decision {
  const found = coordinator(world, payload, person, 'beds.correct')
  if ('refused' in found) return found
  const { row, by } = found
  const until = new Date(payload.until).toISOString()
  const figures = figuresOf({ ...payload, intakeStop: normalStop(payload.intakeStop) })
  const fields = figureFaults(figures, at)
  const last = Date.parse(at) + CORRECTION_HOURS * 3_600_000
  if (until <= at || Date.parse(until) > last) fields.push({ field: 'until', fault: 'range' })
  if (fields.length > 0) return refuse('command.invalid', { fields })
  const data: Partial<Beds> = {
    ...figures,
    source: 'correction',
    feed: null,
    observedAt: at,
    reportedAt: at,
    correction: { reason: payload.reason, by, at, until },
    beneath: observedOf(row),
    reminded: null,
  }
  const note = payload.note === undefined ? {} : { note: payload.note }
  return {
    changes: [{ name: 'beds.corrected', subject: 'beds', id: row.id, data: bedsData(row, data), ...note }],
    as: by,
    observation: {
      ...figures,
      id: row.id,
      source: 'correction',
      feed: null,
      observedAt: at,
      reportedAt: now,
      became: 'current',
      by,
      reason: payload.reason,
      until,
      note: payload.note ?? null,
    },
  }
}

export function decideLift(
  world: World,
  payload: Payload<'beds.lift'>,
  { person, at, now }: Context,
): Decision {
  const found = coordinator(world, payload, person, 'beds.lift')
  return 'refused' in found ? found : lifted(found.row, found.by, at, now)
}

/** Only the server's timers do this, and only at its end. */
export function decideLapse(
  world: World,
  payload: Payload<'beds.lapse'>,
  { person, now }: Context,
): Decision {
  const row = bedsAt(world, payload)
  if (!isSystem(person) || row === null) return refuse('not-found')
  if (row.correction != null && row.correction.until > now)
    return refuse('step.refused', { facts: { state: 'correction-not-due' } })
  return lifted(row, BY_SYSTEM, now, now)
}

function lifted(row: Beds, by: By, at: string, now: string): Decision {
  const { beneath, correction } = row
  if (correction == null || beneath == null)
    return refuse('step.refused', { facts: { state: 'not-corrected' } })
  const data = { ...beneath, feed: beneath.feed ?? null, beneath: null, correction: null, reminded: null }
  return {
    changes: [{ name: 'beds.lifted', subject: 'beds', id: row.id, data }],
    as: by,
    observation: {
      ...figuresOf(beneath),
      id: row.id,
      source: beneath.source,
      feed: beneath.feed ?? null,
      observedAt: at,
      reportedAt: now,
      became: 'lifted',
      by,
      reason: null,
      until: null,
      note: null,
    },
  }
}

type Place = Pick<Payload<'beds.lift'>, 'hospital' | 'bed'>

function coordinator(
  world: World,
  place: Place,
  person: Context['person'],
  act: 'beds.correct' | 'beds.lift',
) {
  const row = bedsAt(world, place)
  if (row === null) return refuse('not-found')
  const stands = may(person, act, { kind: 'beds', beds: row })
  if (!stands.sees) return refuse('not-found')
  const { as } = stands
  if (as === null || (as.role !== 'rcps' && as.role !== 'lcps')) return refuse('role.refused')
  const by: Correction['by'] = { role: as.role, org: as.org }
  return { row, by }
}
