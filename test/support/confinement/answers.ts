// Looks into an answer: every field by its path, and whose words stand in it.
import { expect } from 'vitest'
import type { CastName } from '#test/support/cast.ts'
import fields from './fields.json' with { type: 'json' }
import { mayFind, type Part, type Told } from './points.ts'

/**
 * What else stands in an answer: figures, the person's own session; an alert, which is its house's; the null of what is
 * withheld.
 */
export type FieldClass = Part | 'alert' | 'figures' | 'own' | 'problem' | 'withheld'
export const FIELDS: Readonly<Record<string, string>> = fields

/** Keys that are values: hospitals, groups, vehicles. */
const OPEN = /^(excluded|components|paths)\./

/** `transfers[].code`: each path that holds a value, null too, once. */
export function leavesOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => leavesOf(one, `${path}[]`)))]
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`
    return OPEN.test(at) ? [`${at.slice(0, at.indexOf('.'))}.*`] : leavesOf(inner, at)
  })
}

/** The longest list in it. */
export function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? value.length : 0
  return Math.max(own, ...Object.values(value).map(longestList))
}

/** `route`: as in the OpenAPI document. Nulls are told apart: a field that is withheld is not there. */
export function unlisted(route: string, body: unknown): string[] {
  return leavesOf(body)
    .map((leaf) => `${route} ${leaf}`)
    .filter((leaf) => FIELDS[leaf] === undefined)
}

/** Words of a transfer that this one should not find, and did: `clinical of planned`. */
export function leaks(name: CastName, text: string, told: readonly Told[]): string[] {
  return told.flatMap(({ point, words }) =>
    (Object.entries(words) as [Part, string[]][]).flatMap(([part, all]) =>
      mayFind(name, point, part)
        ? []
        : all.filter((word) => text.includes(word)).map(() => `${part} of ${point}`),
    ),
  )
}

const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  )
}

/** Every field of one transfer's answer that holds something is one this person may read. */
export function misplaced(name: CastName, route: string, body: unknown, { point }: Told): string[] {
  const filled = leavesOf(withoutNulls(body))
  return filled.filter((leaf) => {
    const part = FIELDS[`${route} ${leaf}`]
    return part !== undefined && isPart(part) && !mayFind(name, point, part)
  })
}

const PARTS: readonly string[] = ['row', 'answer', 'ride', 'clinical', 'contacts', 'accepted', 'told']
const isPart = (part: string): part is Part => PARTS.includes(part)

/** Status, body and every header but the request's own number: what a stranger can tell answers apart by. */
export async function faceOf(answer: Response): Promise<object> {
  const body = (await answer.json()) as Record<string, unknown>
  expect(body.request).toBe(answer.headers.get('x-request-id'))
  const { request: _, ...rest } = body
  const headers = [...answer.headers].filter(([header]) => header !== 'x-request-id' && header !== 'date')
  return { status: answer.status, rest, headers: Object.fromEntries(headers) }
}
