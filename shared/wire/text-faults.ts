// Which free texts of a payload hold an identity: called at the door and by forms, so that none is ever stored.
import { identityIn } from '#shared/access/free-text.ts'
import type { FieldFault } from './refusal.ts'

/** Payload keys whose value people type. Reason codes share the name `reason` and hold nothing that identifies. */
const TYPED = new Set([
  'note',
  'reason',
  'criteria',
  'override',
  'windowReason',
  'indicationReason',
  'role',
  'gms',
  'decidedBy',
  'document',
  'place',
])

export function textFaults(value: unknown, path: readonly string[] = []): FieldFault[] {
  if (typeof value === 'string') {
    const isTyped = TYPED.has(path.at(-1) ?? '')
    return isTyped && identityIn(value) !== null ? [{ field: path.join('.'), fault: 'format' }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textFaults(inner, [...path, key]))
}
