// What an operator sets: the payload of `setting.decide`. Listed in command.ts. Whether a value lies within its setting's
// bounds is the decision's to say (shared/settings/decide-setting.ts).
import * as z from 'zod/mini'
import { SETTING_NAMES } from '#shared/settings/setting.ts'
import { instant, text } from '#shared/transfers/request.ts'
import { id } from './fields.ts'

/** A function or a body, a paper's title: a line, not a story. */
const line = z.string().check(z.trim(), z.minLength(2), z.maxLength(120))
const conformity = z.strictObject({
  isOn: z.boolean(),
  on: z.iso.date(),
  document: line,
})

export const settingPayloads = {
  'setting.decide': z.strictObject({
    setting: id,
    name: z.enum(SETTING_NAMES),
    value: z.union([z.number(), conformity]),
    decidedBy: line,
    reason: text,
    inForceFrom: instant,
  }),
} as const
