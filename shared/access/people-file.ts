// From the lines of a file to people with roles, and what is wrong with which line. Pure; called by
// server/sign-in/import-people.ts, for the trial and for real alike.
import { ROLES, type Role } from '#shared/terms.ts'
import type { PeopleColumn, RowFault } from '#shared/wire/people-file.ts'
import { LABEL_MAX } from '#shared/wire/sign-in.ts'
import { identityIn } from './free-text.ts'
import type { Membership } from './parties.ts'
import { rolePlace } from './role-places.ts'

/** `cells` null: another number of them than there are columns. */
export type FileLine = { line: number; cells: Readonly<Record<PeopleColumn, string>> | null }
export type FilePerson = {
  /** A provider's id; null: somebody whom an administrator invites. */
  provider: string | null
  key: string
  label: string
  memberships: Membership[]
  lines: number[]
}
export type Known = { providers: readonly string[]; orgs: ReadonlyMap<string, string> }

const KEY_MAX = 200
const ROLES_MAX = 20
const DEPUTY: Readonly<Record<string, boolean>> = { '': false, nee: false, no: false, ja: true, yes: true }
/** A spreadsheet would reckon with it. */
const FORMULA = /^[=+\-@]/

/** A person is taken whole or not at all. */
export function peopleIn(
  lines: Iterable<FileLine>,
  known: Known,
): { people: FilePerson[]; faults: RowFault[]; rows: number } {
  const people = new Map<string, FilePerson>()
  const spoiled = new Set<string>()
  const faults: RowFault[] = []
  let rows = 0
  for (const { line, cells } of lines) {
    rows += 1
    const wrong = cells === null ? [fault(line, null, 'columns')] : faultsOf(line, cells, known)
    const name = cells === null ? null : `${cells.provider}\n${cells.key}`
    if (cells !== null && name !== null && wrong.length === 0)
      wrong.push(...add(people, name, line, cells, known))
    if (wrong.length > 0 && name !== null) spoiled.add(name)
    faults.push(...wrong)
  }
  for (const name of spoiled) {
    const kept = people.get(name)?.lines ?? []
    faults.push(...kept.map((line) => fault(line, null, 'half')))
    people.delete(name)
  }
  faults.sort((a, b) => a.line - b.line)
  return { people: [...people.values()], faults, rows }
}

const fault = (line: number, field: PeopleColumn | null, code: RowFault['code']): RowFault => ({
  line,
  field,
  code,
})

function faultsOf(
  line: number,
  { provider, key, label, organisation, role, deputy }: Readonly<Record<PeopleColumn, string>>,
  { providers, orgs }: Known,
): RowFault[] {
  const org = orgs.get(organisation.toLowerCase())
  const isRole = (ROLES as readonly string[]).includes(role)
  return [
    ...(provider === '' || providers.includes(provider) ? [] : [fault(line, 'provider', 'unknown')]),
    ...textFaults(line, 'key', key, { min: 1, max: KEY_MAX }),
    ...(/\s/.test(key) ? [fault(line, 'key', 'format')] : []),
    ...textFaults(line, 'label', label, { min: 3, max: LABEL_MAX }),
    ...(FORMULA.test(label) ? [fault(line, 'label', 'format')] : []),
    ...(org === undefined ? [fault(line, 'organisation', organisation === '' ? 'required' : 'unknown')] : []),
    ...(isRole ? [] : [fault(line, 'role', role === '' ? 'required' : 'unknown')]),
    ...(role === 'admin' ? [fault(line, 'role', 'admin')] : []),
    ...(isRole &&
    role !== 'admin' &&
    org !== undefined &&
    rolePlace({ role: role as Role, org }) === undefined
      ? [fault(line, 'role', 'not-here')]
      : []),
    ...(Object.hasOwn(DEPUTY, deputy.toLowerCase()) ? [] : [fault(line, 'deputy', 'format')]),
  ]
}

function textFaults(
  line: number,
  field: PeopleColumn,
  text: string,
  { min, max }: { min: number; max: number },
): RowFault[] {
  if (text === '') return [fault(line, field, 'required')]
  if (text.length < min || text.length > max) return [fault(line, field, 'length')]
  return identityIn(text) === null ? [] : [fault(line, field, 'identity')]
}

/** What is wrong with the line beside the earlier ones of the same person. */
function add(
  people: Map<string, FilePerson>,
  name: string,
  line: number,
  cells: Readonly<Record<PeopleColumn, string>>,
  { orgs }: Known,
): RowFault[] {
  const { provider, key, label, role, deputy } = cells
  const membership: Membership = {
    role: role as Role,
    org: orgs.get(cells.organisation.toLowerCase()) ?? '',
    ...(DEPUTY[deputy.toLowerCase()] === true ? { deputy: true as const } : {}),
  }
  const person = people.get(name)
  if (person === undefined) {
    const first = { provider: provider === '' ? null : provider, key, label, memberships: [membership] }
    people.set(name, { ...first, lines: [line] })
    return []
  }
  if (person.label !== label) return [fault(line, 'label', 'differs')]
  if (person.memberships.length >= ROLES_MAX) return [fault(line, 'role', 'too-many')]
  if (person.memberships.some((held) => held.role === membership.role && held.org === membership.org))
    return [fault(line, 'role', 'duplicate')]
  person.memberships.push(membership)
  person.lines.push(line)
  return []
}
