// What can be wrong with the reference data, and the small checks that several files need.
// Used by the check-*.ts files beside it.

export const PROBLEM_CODES = [
  'shape',
  'duplicate',
  'unknown-id',
  'outside-netherlands',
  'groups-are-not-table-1',
  'group-differs-from-region',
  'ic-beds-of-group',
  'ic-beds-in-total',
  'ic-beds-of-hospital',
  'fictional-beds',
  'safety-regions-not-25',
  'micu-centre-flag',
  'micu-vehicles',
  'hfno-in-wrong-vehicle',
  'helicopter-not-ll5',
  'partner-at-home',
  'distance-table',
  'distance-implausible',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** `where` names the file, the item and what was found, for the person who edits the file. */
export interface Problem {
  readonly code: ProblemCode
  readonly where: string
}

/** One problem for each value that stands there twice. */
export function duplicates(list: string, values: readonly string[]): readonly Problem[] {
  const twice = values.filter((value, index) => values.indexOf(value) !== index)
  return [...new Set(twice)].map((value) => ({ code: 'duplicate', where: `${list}: ${value}` }))
}

/** One problem for each id that is named and does not exist. */
export function unknownIds(
  list: string,
  named: readonly string[],
  known: readonly string[],
): readonly Problem[] {
  const ids = new Set(known)
  return named.filter((id) => !ids.has(id)).map((id) => ({ code: 'unknown-id', where: `${list}: ${id}` }))
}

/** The European Netherlands, to the nearest outermost minute. */
export const isInNetherlands = (at: { readonly lat: number; readonly lon: number }): boolean =>
  at.lat >= 50.75 && at.lat <= 53.6 && at.lon >= 3.3 && at.lon <= 7.25
