import { toJSONSchema } from 'zod/v4/core'
import { describe, expect, it } from 'vitest'
import { payloads } from '#shared/wire/command.ts'
import { textFaults } from '#shared/wire/text-faults.ts'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
} & Record<string, unknown>

/** Strings that only a list, a pattern or a lookup keeps: nobody can type a sentence into them. */
const LOOKED_UP = ['hospital', 'directedTo', 'vehicle', 'scope', 'needs', 'code', 'region', 'parts']

/** Every place in a payload where a person can type what they like. */
function typedIn(schema: Schema, path: string[] = []): string[][] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((one) => typedIn(one, path))
  if (schema.items !== undefined) return typedIn(schema.items, path)
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([key, inner]) => typedIn(inner, [...path, key]))
  const isFree =
    schema.type === 'string' && !['enum', 'format', 'pattern', 'const'].some((kept) => kept in schema)
  return isFree && !LOOKED_UP.includes(path.at(-1) ?? '') ? [path] : []
}

const fields = Object.entries(payloads).flatMap(([name, schema]) =>
  typedIn(toJSONSchema(schema, { io: 'input' }) as Schema).map((path) => ({ name, path })),
)

describe('free text in commands', () => {
  it('is in known places', () => {
    expect(fields.length).toBeGreaterThan(15)
  })

  it.each(fields)('$name: $path is guarded', ({ path }) => {
    const value = [...path].reverse().reduce<unknown>((inner, key) => ({ [key]: inner }), 'geb. 12-03-1956')
    expect(textFaults(value)).toEqual([{ field: path.join('.'), fault: 'format' }])
  })
})
