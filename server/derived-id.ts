// Ids that follow from others: the same cause always gives the same id, so that what it brings about happens once,
// however many servers see it. Used by the hinge and by the timers.
import { hash } from 'node:crypto'

/** With the form of a version 8 uuid. */
export function derivedId(...parts: readonly (string | number)[]): string {
  const hex = hash('sha256', JSON.stringify(parts))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
