// An administrator of all of brancard records a decision on a setting: a new line of the register, never a changed one.
// To take one back is another decision. Called by the hinge and by the phone's preview.
import { may } from '#shared/access/may.ts'
import { ADMIN_ORG } from '#shared/access/role-places.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import type { Setting } from './setting.ts'
import { valueFault } from './value-fault.ts'

/** A minute of typing is not "in the past"; nobody decides further ahead than a year. */
const EARLIEST_MS = -5 * 60_000
const LATEST_MS = 366 * 24 * 3_600_000

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
