// An administrator of all of brancard records a decision on a setting: a new line of the register, never a changed one.
// To take one back is another decision. Called by the hinge and by the phone's preview.
import { may } from '#shared/access/may.ts'
import { ADMIN_ORG } from '#shared/access/role-places.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { type FieldFault, refuse } from '#shared/wire/refusal.ts'
import { isNumberName, NUMBER_SETTINGS, type Setting } from './setting.ts'

/** A minute of typing is not "in the past"; nobody decides further ahead than a year. */
const EARLIEST_MS = -5 * 60_000
const LATEST_MS = 366 * 24 * 3_600_000
/** Steps are halves or whole: a thousandth tells them apart. */
const SLACK = 0.001

export function decideSetting(world: World, payload: Payload<'setting.decide'>, context: Context): Decision {
  const stands = may(context.person, 'setting.decide', { kind: 'register', org: ADMIN_ORG })
  if (!stands.sees || stands.as === null) return refuse('role.refused')
  if (world.register.some(({ id }) => id === payload.setting)) return refuse('already-exists')
  const fault = valueFault(payload)
  if (fault !== null) return refuse('command.invalid', { fields: [fault] })
  const inForceFrom = new Date(payload.inForceFrom).toISOString()
  const ahead = Date.parse(inForceFrom) - Date.parse(context.at)
  if (ahead < EARLIEST_MS) return refuse('time.past', { facts: { from: inForceFrom } })
  if (ahead > LATEST_MS)
    return refuse('command.invalid', { fields: [{ field: 'inForceFrom', fault: 'range', max: 366 }] })
  const { setting, name, value, decidedBy, reason } = payload
  const row: Setting = {
    id: setting,
    rev: 0,
    list: 'setting',
    name,
    value,
    decidedBy,
    reason,
    decidedAt: context.at,
    inForceFrom,
  }
  const draft = makeDraft(world, context.at)
  draft.first('setting.decided', 'register', row)
  return { changes: draft.changes, as: stands.as }
}

/** What is wrong with the value for this setting; null: nothing. */
export function valueFault({ name, value }: Pick<Setting, 'name' | 'value'>): FieldFault | null {
  const wrong = { field: 'value' } as const
  if (!isNumberName(name)) return typeof value === 'number' ? { ...wrong, fault: 'type' } : null
  const bounds = NUMBER_SETTINGS[name]
  if (typeof value !== 'number' || bounds === undefined) return { ...wrong, fault: 'type' }
  const { min, max, step } = bounds
  if (value < min || value > max) return { ...wrong, fault: 'range', min, max }
  const steps = value / step
  return Math.abs(steps - Math.round(steps)) > SLACK ? { ...wrong, fault: 'format' } : null
}
