// From a schema's issues to the closed list of field faults that screens have sentences for. Used by the doors.
import { FIELD_FAULTS, type FieldFault } from '#shared/wire/refusal.ts'

/** What zod's issues have in common, with the parts of them that are read here. */
type Issue = {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
  origin?: string
  minimum?: number | bigint
  maximum?: number | bigint
}

/** `value` is what was parsed: a field that is not there is required, any other is of the wrong type. */
export function fieldFaults(issues: readonly object[], value: unknown, within = ''): FieldFault[] {
  return (issues as readonly Issue[]).flatMap((issue) => {
    const field = nameOf(issue.path, within)
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map(
        (key): FieldFault => ({
          field: nameOf([...issue.path, key], within),
          fault: 'unknown',
        }),
      )
    if (issue.code !== 'too_small' && issue.code !== 'too_big')
      return [{ field, fault: simpleFault(issue, valueAt(value, issue.path)) }]
    const bounded = issue.origin === 'number' || issue.origin === 'int' || issue.origin === 'bigint'
    return [
      {
        field,
        fault: bounded ? 'range' : 'length',
        ...(issue.minimum === undefined ? {} : { min: Number(issue.minimum) }),
        ...(issue.maximum === undefined ? {} : { max: Number(issue.maximum) }),
      },
    ]
  })
}

function simpleFault({ code, message }: Issue, value: unknown): FieldFault['fault'] {
  if (value === undefined) return 'required'
  if (code === 'invalid_value') return 'enum'
  if (code === 'invalid_format' || code === 'not_multiple_of') return 'format'
  // A schema's own check names its fault.
  if (code === 'custom') return FIELD_FAULTS.find((fault) => fault === message) ?? 'format'
  return 'type'
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
}

function nameOf(path: readonly PropertyKey[], within: string): string {
  const name = path.map(String).join('.')
  return within !== '' && name.startsWith(`${within}.`) ? name.slice(within.length + 1) : name
}
