import type { ProblemCode } from '#shared/reference/problem.ts'
import type { ReferenceData } from '#shared/reference/reference-data.ts'
import { shippedReference } from '#shared/reference/shipped-reference.ts'

type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> }
export type Copy = Mutable<ReferenceData>

/** What is wrong, the code that must be found, what the place must name, and how to break a copy so. */
export type Break = readonly [what: string, code: ProblemCode, place: string, change: (copy: Copy) => void]

/** The shipped data with one thing changed. */
export function brokenReference(change: (copy: Copy) => void): ReferenceData {
  const copy = structuredClone(shippedReference) as Copy
  change(copy)
  return copy
}

/** The item of that id, or a failed test. */
export function pick<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((item) => item.id === id)
  if (!found) throw new Error(`no ${id} in the shipped data`)
  return found
}

export const utrecht = (copy: Copy) => pick(copy.hospitals, 'umc-utrecht')
