// A hospital's bed desk reports its figures. A true overbooked report is accepted: the last bed is guarded where
// beds are reserved, not here (R6).
import { keysOf } from '#shared/access/audience.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import type { FieldFault } from '#shared/wire/refusal.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { type Beds, bedsId } from './beds.ts'

export function decideBedReport(world: World, payload: Payload<'beds.report'>, context: Context): Decision {
  const { hospital, bed, operational, occupied, crisis, boss, addable24h, intakeStop } = payload
  if (!keysOf(context.person).includes(`hospital:${hospital}`)) return refuse('not-found')
  const as = context.person.memberships.find(({ role, org }) => role === 'bed-desk' && org === hospital)
  if (as === undefined) return refuse('role.refused')
  const row = world.beds.find(({ id }) => id === bedsId(hospital, bed))
  if (row === undefined) return refuse('not-found')
  const fields: FieldFault[] = []
  if (crisis > occupied) fields.push({ field: 'crisis', fault: 'range', min: 0, max: occupied })
  if (boss > operational) fields.push({ field: 'boss', fault: 'range', min: 0, max: operational })
  if (intakeStop?.until && intakeStop.until <= context.at)
    fields.push({ field: 'intakeStop.until', fault: 'range' })
  if (fields.length > 0) return refuse('command.invalid', { fields })
  const data: Partial<Beds> = {
    operational,
    occupied,
    crisis,
    boss,
    addable24h,
    intakeStop,
    source: 'desk',
    observedAt: context.at,
    reportedAt: context.at,
  }
  return { changes: [{ name: 'beds.reported', subject: 'beds', id: row.id, data }], as }
}
