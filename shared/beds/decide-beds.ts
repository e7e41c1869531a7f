// A hospital's bed desk reports its figures. A true overbooked report is accepted: the last bed is guarded where
// beds are reserved, not here (R6).
import { may } from '#shared/access/may.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import type { FieldFault } from '#shared/wire/refusal.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { type Beds, bedsId } from './beds.ts'

/** Two devices' clocks may differ by this much. */
const SKEW_MINUTES = 5

export function decideBedReport(world: World, payload: Payload<'beds.report'>, context: Context): Decision {
  const { hospital, bed, operational, occupied, crisis, boss, addable24h, intakeStop } = payload
  const row = world.beds.find(({ id }) => id === bedsId(hospital, bed))
  if (row === undefined) return refuse('not-found')
  const stands = may(context.person, 'beds.report', { kind: 'beds', beds: row })
  if (!stands.sees) return refuse('not-found')
  const { as } = stands
  if (as === null) return refuse('role.refused')
  // What was seen earlier and sent later does not replace what was seen since.
  if (Date.parse(context.at) < Date.parse(row.observedAt) - SKEW_MINUTES * 60_000)
    return refuse('step.refused', { facts: { state: 'newer-report', at: row.observedAt } })
  const fields: FieldFault[] = []
  if (crisis > occupied) fields.push({ field: 'crisis', fault: 'range', min: 0, max: occupied })
  if (boss > operational) fields.push({ field: 'boss', fault: 'range', min: 0, max: operational })
  const until = intakeStop?.until ? new Date(intakeStop.until).toISOString() : null
  if (until !== null && until <= context.at) fields.push({ field: 'intakeStop.until', fault: 'range' })
  if (fields.length > 0) return refuse('command.invalid', { fields })
  const data: Partial<Beds> = {
    operational,
    occupied,
    crisis,
    boss,
    addable24h,
    intakeStop: intakeStop && { ...intakeStop, until },
    source: 'desk',
    observedAt: context.at,
    reportedAt: context.at,
  }
  return { changes: [{ name: 'beds.reported', subject: 'beds', id: row.id, data }], as }
}
