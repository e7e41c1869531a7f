// Whether a value lies within its setting's bounds. Called by the decision and by the form, so that both say the same.
import type { FieldFault } from '#shared/wire/refusal.ts'
import { isNumberName, NUMBER_SETTINGS, type Setting } from './setting.ts'

/** Steps are halves or whole: a thousandth tells them apart. */
const SLACK = 0.001

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
